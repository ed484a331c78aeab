import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { type RuleCode, ruleCodes } from "../../components/plan/policies/iam/lint/lintEndpointPolicy";
import { problemCodes } from "../../components/plan/problemCodes";
import { codesOf } from "../codesOf";
import { root } from "../run";
import { type Environment, privateVpc } from "./commandRun";

const good = `{
  "Statement": [
    { "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*" }
  ]
}`;
const misspelt = good.replace(`"Action": "*"`, `"Action": "s3:GetObjcet"`);
const named = good.replace(`"*"`, `{ "AWS": "123456789012" }`);

/** A folder with files in it. */
function folderWith(files: { [name: string]: string }): string {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "policies-"));
    for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
    return folder;
}

const folder = folderWith({
    "s3.json": good,
    "sqs.json": named,
    "dynamodb.json": named,
    "mine.json": misspelt,
    "broken.json": "{",
});
fs.mkdirSync(path.join(folder, "deep folder"));
fs.copyFileSync(path.join(folder, "mine.json"), path.join(folder, "deep folder", "sqs.json"));

/** Runs `private-vpc lint <args>` in the folder. */
function lint(args: string[], environment: Environment = {}) {
    return privateVpc(["lint", ...args], { folder, ...environment });
}

const codesFound = async (args: string[], stdin?: string) => {
    const { files } = JSON.parse((await lint([...args, "--json"], { stdin })).stdout) as {
        files: { findings: { code: RuleCode }[] }[];
    };
    return files.flatMap(({ findings }) => findings.map(({ code }) => code));
};

describe("private-vpc lint", () => {
    after(() => fs.rmSync(folder, { recursive: true }));

    it("runs as an npm script, and finds nothing in the built-in policies", async () => {
        const scripts = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")).scripts as {
            [name: string]: string;
        };
        const [node, ...rest] = scripts["lint:policies"]!.split(" ");
        assert.equal(node, "node");
        const args = [...rest, "policies/endpoints/s3.json", "-"];
        const options = { cwd: root, env: { PATH: process.env.PATH }, encoding: "utf8", input: good } as const;
        const { status, stdout, stderr } = spawnSync(process.execPath, args, options);
        assert.deepEqual([status, stdout, stderr], [0, "2 policies checked: no findings\n", ""]);
    });

    it("prints findings by file and location, with a fix, and exits with 1 for an error [pol.root-only]", async () => {
        const { code, stdout, stderr } = await lint(["s3.json", "dynamodb.json", "mine.json"]);
        assert.deepEqual([code, stderr], [1, ""]);
        assert.equal(
            stdout,
            `dynamodb.json (dynamodb, Gateway)

  3:41  error  gw.policy-principal  Statement[0].Principal.AWS
    gateway endpoints support no principal except *, and this one would be the root user of 123456789012 only
    → use "Principal": "*" with "Condition": {"StringEquals":{"aws:PrincipalAccount":"123456789012"}}

mine.json (pass --service for more checks)

  3:44  warning  pol.unknown-action  Statement[0].Action
    s3:GetObjcet is not an IAM action
    → did you mean s3:GetObject?

3 policies checked: 1 error, 1 warning
`,
        );
    });

    it("exits with 0 for a warning, and with 1 with --strict", async () => {
        assert.deepEqual([
            (await lint(["mine.json"])).code,
            (await lint(["mine.json", "--strict"])).code,
            (await lint(["s3.json", "--strict"])).code,
        ], [0, 1, 0]);
    });

    it("exits with 0 for a note, even with --strict", async () => {
        const statements = ["Allow", "Deny"].map((Effect) => ({
            ...{ Effect, Principal: "*", Action: `s3:${Effect === "Deny" ? "Put" : "Get"}Object` },
            Resource: "arn:aws:s3:::amzn-s3-demo-bucket/*",
        }));
        const policy = JSON.stringify({ Version: "2012-10-17", Statement: statements });
        const { code, stdout } = await lint(["-", "--strict"], { stdin: policy });
        assert.equal(code, 0);
        assert.match(stdout, /note {2}pol\.deny-without-effect {2}Statement\[1\]/);
        assert.match(stdout, /1 policy checked: 1 note$/m);
    });

    it("infers the service from the file's name, unless one is given", async () => {
        assert.deepEqual(await codesFound(["deep folder/sqs.json"]), ["pol.unknown-action", "pol.foreign-action"]);
        assert.deepEqual(await codesFound(["deep folder/sqs.json", "--service", "s3"]), ["pol.unknown-action"]);
    });

    it("assumes a gateway endpoint if AWS offers one for the service, unless the type is given [gw.policy-principal]", async () => {
        const found = (...args: string[]) => codesFound(args);
        assert.deepEqual(await found("dynamodb.json"), ["gw.policy-principal"]);
        assert.deepEqual(await found("dynamodb.json", "--interface"), []);
        assert.deepEqual(await found("sqs.json"), []);
        assert.deepEqual(await found("sqs.json", "--gateway"), ["gw.policy-principal"]);
    });

    it("reads standard input, and compares the partition of its ARNs", async () => {
        const inChina = good.replace(`"Resource": "*"`, `"Resource": "arn:aws-cn:s3:::a"`);
        assert.deepEqual(await codesFound(["-"], inChina), []);
        assert.deepEqual(await codesFound(["-", "--partition", "aws"], inChina), ["pol.arn-partition"]);
        assert.match((await lint(["-"], { stdin: "[]" })).stdout, /^standard input \(pass --service/);
    });

    it("prints the same as JSON, including the files that cannot be read", async () => {
        const { code, stdout } = await lint(["mine.json", "nowhere.json", "deep folder", "--service", "s3", "--json"]);
        assert.equal(code, 1);
        const { files, problems } = JSON.parse(stdout);
        assert.deepEqual(files, [{
            file: "mine.json",
            service: "s3",
            kind: "Gateway",
            findings: [{
                code: "pol.unknown-action",
                severity: "warning",
                path: "Statement[0].Action",
                message: "s3:GetObjcet is not an IAM action",
                hint: "did you mean s3:GetObject?",
                line: 3,
                column: 44,
            }],
        }]);
        assert.deepEqual(codesOf(problems), ["file.not-read nowhere.json", "file.not-read deep folder"]);
    });

    it("reports why a file is not a policy, and continues with the next", async () => {
        const { code, stdout } = await lint(["broken.json", "nowhere.json", "s3.json"]);
        assert.equal(code, 1);
        assert.match(stdout, /^broken\.json .*\n\n {2}1:\d+ {2}error {2}pol\.not-json\n {4}is not JSON: /);
        assert.match(
            stdout,
            /\nnowhere\.json\n {2}the file does not exist \[file\.not-read\]\n {2}→ give a path relative to the current folder\n\n2 policies checked: 1 error, 1 file not read\n$/,
        );
    });

    it("prints SARIF with every rule and its page, and each finding with its line", async () => {
        const { code, stdout } = await lint([path.join("deep folder", "sqs.json"), "nowhere.json", "--sarif"]);
        assert.equal(code, 1);
        const { $schema, version, runs: [run, ...more] } = JSON.parse(stdout);
        assert.deepEqual([$schema, version, more], ["https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []]);
        assert.equal(run.tool.driver.name, "lint:policies");
        assert.deepEqual(run.tool.driver.rules[ruleCodes.indexOf("pol.arn-account")], {
            id: "pol.arn-account",
            shortDescription: { text: problemCodes["pol.arn-account"].says },
            helpUri: problemCodes["pol.arn-account"].source,
            defaultConfiguration: { level: "error" },
        });
        assert.equal(run.tool.driver.rules.length, ruleCodes.length);
        assert.deepEqual(run.invocations, [{
            executionSuccessful: false,
            toolExecutionNotifications: [{
                descriptor: { id: "file.not-read" },
                level: "error",
                message: { text: "nowhere.json: the file does not exist; give a path relative to the current folder" },
            }],
        }]);
        assert.deepEqual(run.results[0], {
            ruleId: "pol.unknown-action",
            ruleIndex: ruleCodes.indexOf("pol.unknown-action"),
            level: "warning",
            message: { text: "Statement[0].Action: s3:GetObjcet is not an IAM action; did you mean s3:GetObject?" },
            locations: [{
                physicalLocation: {
                    artifactLocation: { uri: "deep%20folder/sqs.json" },
                    region: { startLine: 3, startColumn: 44 },
                },
            }],
        });
        assert.deepEqual(run.results.map(({ ruleId }: { ruleId: string }) => ruleId), [
            "pol.unknown-action",
            "pol.foreign-action",
        ]);
    });

    it("uses colours on a terminal that supports them, unless NO_COLOR is set", async () => {
        assert.match((await lint(["mine.json"], { width: 80 })).stdout, /\u001b\[33mwarning/);
        assert.match((await lint(["dynamodb.json"], { width: 80 })).stdout, /\u001b\[31merror/);
        assert.doesNotMatch((await lint(["mine.json"], { width: 80, env: { NO_COLOR: "1" } })).stdout, /\u001b/);
        assert.doesNotMatch((await lint(["mine.json"])).stdout, /\u001b/);
    });

    for (
        const [args, says] of [
            [[], /^error: missing required argument 'files'\n\nUsage: private-vpc lint \[options\] <files\.\.\.>\n/],
            [["s3.json", "--gateway", "--interface"], /option '--gateway' cannot be used with option '--interface'/],
            [["s3.json", "--json", "--sarif"], /option '--json' cannot be used with option '--sarif'/],
            [["s3.json", "--service", "sqss"], /There is no service sqss: did you mean "sqs"\?\n/],
            [
                ["s3.json", "--service", "nothing of the kind"],
                /: use AWS's key, e\.g\. s3 or ecr\.api, which private-vpc services finds\n/,
            ],
            [["s3.json", "--service"], /option '--service <key>' argument missing/],
            [["s3.json", "--service", ""], /It is empty\./],
            [["s3.json", "--service", "s3", "--service", "sqs"], /The option is given twice: s3 and sqs\./],
            [["s3.json", "--gateway", "--service", "sqs"], /AWS offers no gateway endpoint for sqs, only: Interface\n/],
            [["s3.json", "--partition", "aws-gov"], /There is no partition aws-gov: use one of: aws, aws-cn, /],
            [["s3.json", "--nonsense"], /^error: unknown option '--nonsense'/],
            [["s3.json", "--sevice", "s3"], /^error: unknown option '--sevice'\n\(Did you mean --service\?\)/],
        ] as const
    ) {
        it(`exits with 2 and prints its usage for: ${args.join(" ")}`, async () => {
            const { code, stdout, stderr } = await lint([...args]);
            assert.deepEqual([code, stdout], [2, ""]);
            assert.match(stderr, says);
        });
    }

    it("prints its help", async () => {
        const { code, stdout, stderr } = await lint(["--help"]);
        assert.deepEqual([code, stderr], [0, ""]);
        assert.match(stdout, /^Usage: private-vpc lint \[options\] <files\.\.\.>\n/);
    });
});
