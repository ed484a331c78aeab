import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

import { endpointRows } from "../components/args/endpointArgs";
import { endpointOptionsRows } from "../components/args/endpointOptions";
import { perimeterRows } from "../components/args/perimeterArgs";
import { privateVpcRows } from "../components/args/privateVpcArgs";
import { FlowLogsDestination } from "../components/plan/facts/flowLogsDestination";
import { endpointPolicies } from "../components/resources/endpointPolicies";
import { type Attributes, type AwsError, EmulatedAws } from "../emulator/aws/emulatedAws";
import { root, runVpc, types } from "./run";

/** The files of a folder that are the project's own. */
const filesIn = (folder: string) =>
    fs.readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => !file.includes("node_modules"))
        .map((file) => `${folder}/${file}`);

const read = (file: string) => fs.readFileSync(path.join(root, file), "utf8");

describe("the documents", () => {
    it("show in the README what `npm run plan` prints today", function() {
        this.timeout(60_000);
        const env = { ...process.env, NO_COLOR: "1" };
        const printed = execFileSync(process.execPath, ["-r", "ts-node/register", "cli/main.ts", "plan"], {
            cwd: root,
            env,
        });
        assert.ok(read("README.md").includes(`\`\`\`\n${String(printed)}\`\`\`\n`), "copy the output into README.md");
    });

    it("name DNS wherever they say that the endpoints are the way out", () => {
        const files = ["README.md", "Pulumi.yaml", "index.ts", ...filesIn("components"), ...filesIn("examples")];
        const promises = files.filter((file) => /\.(ts|md|yaml)$/.test(file)).flatMap((file) => {
            // A sentence may go on in the next line, behind the mark of a comment.
            const text = read(file).replace(/\s+(\/\/|\*(?!\/))? */g, " ");
            return text.match(/[^.]*(only way out|no way out|endpoints and (no other|nothing else))[^.]*\.?/g) ?? [];
        });
        assert.ok(promises.length > 0);
        assert.deepEqual(promises.filter((sentence) => !sentence.includes("DNS")), []);
    });

    it("show in the README the stack dev as it is", () => {
        assert.ok(
            read("README.md").includes(`\`\`\`yaml\n${read("Pulumi.dev.yaml")}\`\`\`\n`),
            "copy Pulumi.dev.yaml into README.md",
        );
    });

    it("explain every Sid of the endpoint policies under a heading of its own, and no other", () => {
        const headings = [...read("policies/endpoints/README.md").matchAll(/^## (.+)$/gm)].map((match) => match[1]);
        const statements = Object.values(endpointPolicies()).flatMap(({ Statement }) => Statement as { Sid: string }[]);
        const made = ["OwnPrincipalsToUnowned", "UnsignedToOwnResources"];
        assert.deepEqual(headings.sort(), [...new Set([...statements.map(({ Sid }) => Sid), ...made])].sort());
    });

    it("link only to what is there", () => {
        const examples = fs.readdirSync(path.join(root, "examples"), { withFileTypes: true })
            .filter((entry) => entry.isDirectory())
            .map(({ name }) => `examples/${name}/README.md`);
        for (
            const file of [
                "README.md",
                "CONTRIBUTING.md",
                "docs/problems.md",
                "docs/recovery.md",
                "policies/endpoints/README.md",
                "examples/README.md",
                ...examples,
            ]
        ) {
            const links = [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1]!);
            for (const link of links) {
                assert.ok(fs.existsSync(path.join(root, path.dirname(file), link)), `${file} links to ${link}`);
            }
        }
        assert.match(read("README.md"), /\]\(CONTRIBUTING\.md\)/);
        assert.match(read("README.md"), /\]\(docs\/recovery\.md\)/);
    });

    it("link within docs/recovery.md to headings that it has", () => {
        const page = read("docs/recovery.md");
        const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) =>
            heading!.toLowerCase().replace(/[^\w -]/g, "").replaceAll(" ", "-")
        );
        // A link may be broken between two lines.
        const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1]!);
        assert.ok(links.length > 0);
        assert.deepEqual(links.filter((link) => !headings.includes(link)), []);
    });

    it("say in docs/recovery.md of each resource what becomes of a second one", async () => {
        const made: { type: string; name: string; inputs: Attributes }[] = [];
        await runVpc(
            { services: ["s3", "sqs"], flowLogs: { destination: FlowLogsDestination.CloudWatchLogs } },
            undefined,
            {
                config: { "aws:region": "us-east-1" },
                newResource: ({ type, name, inputs, custom }) => void (custom && made.push({ type, name, inputs })),
            },
        );
        const aws = new EmulatedAws({ region: "us-east-1" });
        for (const { type, name, inputs } of made) aws.create(type, name, inputs);
        const second = ({ type, name, inputs }: typeof made[number]) => {
            try {
                new EmulatedAws({ region: "us-east-1" }, structuredClone(aws.state)).create(type, name, inputs);
                return "a second";
            } catch (error) {
                return (error as AwsError).code;
            }
        };
        const shortName = (type: string) => type.split(":").at(-1)!;
        const wanted = made.filter(({ type }) => ![types.endpoint, types.defaultGroup].includes(type)).map((one) =>
            [shortName(one.type), second(one)] as const
        );
        const rows = [
            ...read("docs/recovery.md").matchAll(/^\| `(\w+)` \| (?:(?:creates|adds) (a second)|fails with `(.+?)`)/gm),
        ];
        const told = rows.map(([, type, again, code]) => [type, again ?? code] as const);
        assert.deepEqual(new Map([...told].sort()), new Map([...wanted].sort()));
    });

    it("give in the README every option of an endpoint, of all endpoints together, and of the perimeter", () => {
        const said = read("README.md").split("## What a stack can say")[1]!.split("\n## ")[0]!;
        const tables = said.split("\n\n").filter((part) => part.startsWith("| "));
        const keysOf = (table: string) => [...table.matchAll(/^\| `([\w.]+)/gm)].map((match) => match[1]!);
        const [ofStack, ofEndpoint] = tables.map(keysOf);
        assert.deepEqual(ofEndpoint!.sort(), Object.keys(endpointRows).sort());
        const below = (key: string) => ofStack!.filter((one) => one.startsWith(`${key}.`)).sort();
        const rowsOf = (key: string, rows: object) => Object.keys(rows).map((one) => `${key}.${one}`).sort();
        assert.deepEqual(below("options"), rowsOf("options", { ...endpointOptionsRows, protect: true }));
        assert.deepEqual(below("perimeter"), rowsOf("perimeter", perimeterRows));
    });

    it("give in the README every key of a stack's config, as Pulumi.yaml declares them", () => {
        const declared = [...read("Pulumi.yaml").matchAll(/^ {2}private-vpc:(\w+):$/gm)].map((match) => match[1]!);
        const table = read("README.md").split("## What a stack can say")[1]!.split("\n\n")[1]!;
        const documented = [...table.matchAll(/^\| `(\w+)/gm)].map((match) => match[1]!);
        assert.deepEqual([...new Set(documented)].sort(), declared.sort());
        assert.deepEqual(declared, Object.keys(privateVpcRows).sort());
    });
});
