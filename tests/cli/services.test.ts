import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import type { Output } from "../../cli/command";
import { servicesCommand } from "../../cli/servicesCommand";
import { root } from "../run";

/** Runs `npm run services -- <words>` within this process, in a file or on a terminal of a width. */
function run(line: string, { folder = root, width = 0, env = {} as NodeJS.ProcessEnv } = {}) {
    const written = { stdout: "", stderr: "" };
    const into = (stream: "stdout" | "stderr") =>
        ({ isTTY: width > 0, columns: width, write: (text: string) => (written[stream] += text) }) as unknown as Output;
    const args = line.split(" ").filter((word) => word !== "");
    const code = servicesCommand({ args, folder, stdout: into("stdout"), stderr: into("stderr"), env });
    return { code, ...written };
}

/** The lines of an output, columns apart by `|`. */
function rows(text: string): string[] {
    return text.split("\n").map((line) => line.trim().replace(/ {2,}/g, " | "));
}

function folderWith(files: { [name: string]: string }): string {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "stack-"));
    const all = { "Pulumi.yaml": "name: private-vpc\n", ...files };
    for (const [name, text] of Object.entries(all)) fs.writeFileSync(path.join(folder, name), text);
    return folder;
}

describe("npm run services", () => {
    it("is what package.json runs, and prints to a file without colours", () => {
        const scripts = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")).scripts;
        const [node, ...args] = scripts.services.split(" ") as string[];
        assert.equal(node, "node");
        const { status, stdout, stderr } = spawnSync(process.execPath, [...args, "step", "functions"], {
            cwd: root,
            env: { PATH: process.env.PATH, HOME: os.tmpdir() },
            encoding: "utf8",
        });
        assert.deepEqual([status, stderr], [0, ""]);
        assert.equal(stdout, run("step functions").stdout);
        assert.doesNotMatch(stdout, /\u001b/);
    });

    it("ends without a word where its reader has seen enough", () => {
        const { scripts } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
        const { status, stderr } = spawnSync("sh", ["-c", `${scripts.services} a --json | true`], {
            cwd: root,
            encoding: "utf8",
        });
        assert.deepEqual([status, stderr], [0, ""]);
    });

    it("lists the services that words may mean, with kinds, ports, price, policy, names, FIPS and IPv6", () => {
        const { code, stdout, stderr } = run("kinesis");
        assert.deepEqual([code, stderr], [0, ""]);
        assert.deepEqual(rows(stdout), [
            "service | product | kinds | ports | USD/month a zone | policy | private DNS | FIPS | IPv6",
            "kinesis-streams | Amazon Kinesis Data Streams | Interface | 443 | 7.30 | yes | yes | kinesis-streams-fips | yes",
            "kinesis-firehose | Amazon Data Firehose | Interface | 443 | 7.30 | yes | yes | - | yes",
            "kinesisanalytics | Amazon Managed Service for Apache Flink | Interface | 443 | 7.30 | unknown | inferred | "
            + "kinesisanalytics-fips | unknown",
            "",
            "An interface costs USD 7.30 a month in each zone (USD 0.01 an hour), and USD 0.01 a gigabyte. "
            + "Price of 2026-09-17, on demand, without tax.",
            "",
            "npm run services -- kinesis-streams tells all that is known of one.",
            "",
        ]);
    });

    it("marks a price of the nearest Region, and a service that the Region lacks", () => {
        const { stdout } = run("kinesis --region eu-west-3");
        assert.match(stdout, /\nkinesis-streams .* ~8\.76 /);
        assert.match(
            stdout,
            /It is that of eu-central-1, the nearest known: this version does not know eu-west-3's\.\n/,
        );
        assert.match(run("identity --region eu-west-1").stdout, /\niam .* 443 +not in eu-west-1 +yes /);
        assert.match(run("identity").stdout, /\niam .* 443 +7\.30 +yes /);
    });

    it("tells all of a service that is alone, each fact with where it is from", () => {
        const { code, stdout } = run("efs");
        assert.equal(code, 0);
        assert.deepEqual(rows(stdout), [
            "elasticfilesystem | Amazon Elastic File System",
            "name | com.amazonaws.us-east-1.elasticfilesystem (AWS services that integrate with AWS PrivateLink; "
            + "aws-cdk-lib 2.276.0, InterfaceVpcEndpointAwsService and GatewayVpcEndpointAwsService)",
            "kinds | Interface",
            "ports | 443",
            "price | An interface costs USD 7.30 a month in each zone (USD 0.01 an hour), and USD 0.01 a gigabyte. "
            + "Price of 2026-09-17, on demand, without tax.",
            "endpoint policy | yes (table of services and their endpoint policies, AWS PrivateLink guide of April 2021; "
            + "only its yes is used)",
            "private DNS | elasticfilesystem.us-east-1.amazonaws.com (host name the SDK resolves, botocore 1.43.107: an "
            + "inference)",
            "FIPS endpoint | elasticfilesystem-fips",
            "IPv6 | yes (AWS services that support IPv6, column private endpoints; by product, not by endpoint)",
            "IAM actions | elasticfilesystem:*",
            "also called | efs",
            "may be called by | eks-private-nodes, sagemaker-studio-vpc-only",
            "page | https://docs.aws.amazon.com/efs/latest/ug/efs-vpc-endpoints.html",
            "",
        ]);
    });

    it("tells all of the one whose key was said, and names the others", () => {
        const { stdout } = run("s3 --region cn-north-1");
        const lines = rows(stdout);
        assert.match(stdout, /^s3 {2}Amazon S3\n/);
        assert.ok(
            lines.some((line) =>
                line.startsWith("name | com.amazonaws.cn-north-1.s3, as interface cn.com.amazonaws.cn-north-1.s3 (")
            ),
        );
        assert.ok(
            lines.some((line) => line.startsWith("price | A gateway is free. An interface costs USD 9.49 a month")),
        );
        assert.ok(lines.some((line) => line.startsWith("private DNS | s3.cn-north-1.amazonaws.com.cn, *.s3.cn-north")));
        assert.ok(
            lines.includes(
                "Found by the same word: s3-outposts, s3-global.accesspoint, s3tables, s3files, s3express, s3vectors",
            ),
        );
    });

    it("tells what is particular: limits, doubts, a gateway alone, no names, a twin, closed products", () => {
        const particular = [
            ["iam", "Regions | only in us-east-1, cn-north-1, us-gov-west-1"],
            ["iam", "private DNS | unknown"],
            ["iam", "other Regions | AWS lets it be reached from other Regions"],
            ["iam --region eu-west-1", "Regions | not in eu-west-1: only in us-east-1, cn-north-1, us-gov-west-1"],
            ["eks", "Regions | not in ap-southeast-5, ap-southeast-7, mx-central-1, ap-east-2"],
            [
                "email-smtp",
                "not in zones | use1-az2, use1-az3, use1-az5, usw1-az2, usw2-az4, apne2-az4, cac1-az3, cac1-az4",
            ],
            ["s3express", "price | A gateway is free."],
            ["s3express", "ports | any"],
            ["s3express", "private DNS | none (the service's own page)"],
            ["transfer.server", "ports | 21, 22, 2222, 22000, 8192-8200"],
            [
                "transfer.server",
                "endpoint policy | no (output of describe-vpc-endpoint-services printed in the AWS PrivateLink guide)",
            ],
            ["kms-fips", "FIPS endpoint | it is that of kms"],
            ["oam", "FIPS endpoint | none known"],
            ["oam", "endpoint policy | unknown"],
            [
                "ecs-agent",
                "note | ecs, ecs-agent and ecs-telemetry go together: without one of them the agent calls public names",
            ],
            ["robomaker", "closed | AWS has closed the product to new customers, or said that it will"],
            ["ecs-agent", "workloads | batch-ec2, ecs-ec2"],
            ["oidc-eks", "may be called by | eks-irsa, eks-private-nodes"],
        ] as const;
        for (const [line, said] of particular) {
            assert.ok(rows(run(line).stdout).includes(said), `${line}: ${said}\n${run(line).stdout}`);
        }
    });

    it("prints for machines all that is known, unknown as null", () => {
        const { code, stdout } = run("oam --json --region eu-central-1");
        assert.equal(code, 0);
        assert.deepEqual(JSON.parse(stdout), {
            words: "oam",
            region: "eu-central-1",
            services: [{
                service: "oam",
                region: "eu-central-1",
                product: "Amazon CloudWatch",
                page:
                    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-interface-VPC.html",
                kinds: ["Interface"],
                offered: true,
                serviceNames: { Interface: "com.amazonaws.eu-central-1.oam" },
                ports: [443],
                privateDnsNames: ["oam.eu-central-1.amazonaws.com"],
                privateDnsInferred: true,
                policySupport: null,
                iamPrefixes: ["oam"],
                monthlyUsd: 8.76,
                interfaceHour: { usd: 0.012, region: "eu-central-1", asOf: "2026-09-22" },
                workloads: { required: [], optional: [] },
                sources: {
                    name: ["AWS services that integrate with AWS PrivateLink"],
                    privateDns: ["host name the SDK resolves, botocore 1.43.107: an inference"],
                },
            }],
        });
    });

    it("exits with 1 where nothing is called that, and names the nearest and the workloads of that name", () => {
        assert.deepEqual(run("secretmanager"), {
            code: 1,
            stdout: "",
            stderr: `No endpoint service of the 511 known is called "secretmanager".\n`
                + "Of the nearest spelling: secretsmanager (AWS Secrets Manager)\n",
        });
        assert.equal(
            run("fargate").stderr,
            `No endpoint service of the 511 known is called "fargate".\nWorkloads of that name: batch-fargate, ecs-fargate\n`,
        );
        const machine = run("secretmanager --json");
        const { services, nearest } = JSON.parse(machine.stdout);
        assert.deepEqual([machine.code, machine.stderr, services], [1, "", []]);
        assert.deepEqual(nearest.map(({ service }: { service: string }) => service), ["secretsmanager"]);
    });

    it("takes the Region of the stack, unless another is named", () => {
        assert.match(run("sqs --stack prod").stdout, /com\.amazonaws\.eu-central-1\.sqs/);
        assert.match(run("sqs --stack prod --region ap-south-1").stdout, /com\.amazonaws\.ap-south-1\.sqs/);
        const nowhere = folderWith({});
        assert.equal(run("sqs --region ap-south-1", { folder: nowhere }).code, 0);
    });

    it("exits with 1 and the cure where the Region is unknown, not set, or the stack does not exist", () => {
        const problem = (line: string, folder = root) => {
            const { code, stdout, stderr } = run(line, { folder });
            assert.deepEqual([code, stdout], [1, ""]);
            return stderr;
        };
        assert.equal(
            problem("sqs --region eu-wst-1"),
            "the command: 1 problem; nothing was looked for:\n\n  --region\n"
                + `    eu-wst-1 is not a known Region [regions.unknown]\n    → did you mean "eu-west-1"?\n`,
        );
        const folder = folderWith({ "Pulumi.dev.yaml": "", "Pulumi.odd.yaml": "config:\n  aws:region: toString\n" });
        assert.match(
            problem("sqs", folder),
            /Pulumi\.dev\.yaml: aws:region\n {4}is not set \[args\.not-set\]\n {4}→ set it, or name .*--region/,
        );
        assert.match(problem("sqs --stack odd", folder), /Pulumi\.odd\.yaml: aws:region\n {4}toString is not a Region/);
        assert.match(
            problem("sqs --stack prd"),
            /there is no Pulumi\.prd\.yaml \[stack\.not-found\]\n {4}→ did you mean "prod"\?/,
        );
        const machine = run("sqs --region eu-wst-1 --json");
        assert.deepEqual([machine.code, machine.stderr], [1, ""]);
        assert.equal(JSON.parse(machine.stdout).problems[0].path, "--region");
    });

    it("tells how many there are and how to ask where no words are said", () => {
        const { code, stdout, stderr } = run("");
        assert.deepEqual([code, stderr], [0, ""]);
        assert.match(
            stdout,
            /^511 endpoint services are known, 127 of them FIPS endpoints\. Say what to find\.\n\nUsage: /,
        );
    });

    it("exits with 0 and its usage where it is asked to, with 2 where the command is wrong", () => {
        assert.match(run("--help").stdout, /^Usage: npm run services -- WORDS/);
        assert.equal(run("--help").code, 0);
        const wrong = run("sqs --regin eu-west-1");
        assert.deepEqual([wrong.code, wrong.stdout], [2, ""]);
        assert.match(wrong.stderr, /Unknown option '--regin'[\s\S]*Usage: npm run services/);
    });

    it("fits the terminal, in colour there unless NO_COLOR is set, and loses no word", () => {
        const words = run("cloudwatch").stdout.split(/\s+/).slice(1);
        for (const width of [160, 120, 80]) {
            const { stdout } = run("cloudwatch", { width, env: { NO_COLOR: "1" } });
            for (const line of stdout.split("\n")) assert.ok(line.length <= width, `${width}: ${line}`);
            for (const word of words) assert.ok(stdout.split(/\s+/).includes(word), `${width}: ${word}`);
        }
        const details = run("efs", { width: 80, env: { NO_COLOR: "1" } }).stdout;
        for (const line of details.split("\n")) assert.ok(line.length <= 80 || line.includes("https://"), line);
        assert.match(
            details,
            /\n {2}endpoint policy {3}yes \(table of services and their endpoint policies, AWS\n {19}/,
        );
        assert.match(run("efs", { width: 80 }).stdout, /\u001b\[1melasticfilesystem/);
        assert.doesNotMatch(details, /\u001b/);
    });
});
