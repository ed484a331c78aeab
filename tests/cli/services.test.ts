import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { root } from "../run";
import { type Environment, privateVpc } from "./commandRun";

/** Runs `private-vpc services <words>` within this process. */
function run(line: string, environment: Environment = {}) {
    return privateVpc(["services", ...line.split(" ").filter((word) => word !== "")], environment);
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

describe("private-vpc services", () => {
    it("runs as an npm script, and prints to a file without colours", async () => {
        const scripts = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")).scripts;
        const [node, ...args] = scripts.services.split(" ") as string[];
        assert.equal(node, "node");
        const { status, stdout, stderr } = spawnSync(process.execPath, [...args, "step", "functions"], {
            cwd: root,
            env: { PATH: process.env.PATH, HOME: os.tmpdir() },
            encoding: "utf8",
        });
        assert.deepEqual([status, stderr], [0, ""]);
        assert.equal(stdout, (await run("step functions")).stdout);
        assert.doesNotMatch(stdout, /\u001b/);
    });

    it("exits silently if its reader closes the pipe", async () => {
        const { scripts } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
        const { status, stderr } = spawnSync("sh", ["-c", `${scripts.services} a --json | true`], {
            cwd: root,
            encoding: "utf8",
        });
        assert.deepEqual([status, stderr], [0, ""]);
    });

    it("lists the matching services with types, ports, price, policy support, names, FIPS and IPv6", async () => {
        const { code, stdout, stderr } = await run("kinesis");
        assert.deepEqual([code, stderr], [0, ""]);
        assert.deepEqual(rows(stdout), [
            "service | product | kinds | ports | USD/month a zone | policy | private DNS | FIPS | IPv6",
            "kinesis-streams | Amazon Kinesis Data Streams | Interface | 443 | 7.30 | yes | yes | kinesis-streams-fips | yes",
            "kinesis-firehose | Amazon Data Firehose | Interface | 443 | 7.30 | yes | yes | - | yes",
            "kinesisvideo | Amazon Kinesis Video Streams | Interface | 443 | 7.30 | yes | yes | - | unknown",
            "kinesisanalytics | Amazon Managed Service for Apache Flink | Interface | 443 | 7.30 | unknown | inferred | "
            + "kinesisanalytics-fips | unknown",
            "",
            "An interface endpoint costs USD 7.30 a month in each zone (USD 0.01 an hour), plus USD 0.01 a gigabyte. "
            + "On-demand price without tax, as of 2026-09-17.",
            "",
            "Every fact about one of them: private-vpc services kinesis-streams",
            "",
        ]);
    });

    it("marks a price taken from the nearest Region, and a service that is missing in the Region", async () => {
        const { stdout } = await run("kinesis --region eu-west-3");
        assert.match(stdout, /\nkinesis-streams .* ~8\.03 /);
        assert.match(
            stdout,
            /The price in eu-west-3 is unknown; this is the price of eu-west-2, the nearest known Region\.\n/,
        );
        assert.match((await run("identity --region eu-west-1")).stdout, /\niam .* 443 +not in eu-west-1 +yes /);
        assert.match((await run("identity")).stdout, /\niam .* 443 +7\.30 +yes /);
    });

    it("prints every fact of a single match, each with its source", async () => {
        const { code, stdout } = await run("efs");
        assert.equal(code, 0);
        assert.deepEqual(rows(stdout), [
            "elasticfilesystem | Amazon Elastic File System",
            "name | com.amazonaws.us-east-1.elasticfilesystem (AWS services that integrate with AWS PrivateLink; "
            + "aws-cdk-lib 2.276.0, InterfaceVpcEndpointAwsService and GatewayVpcEndpointAwsService)",
            "kinds | Interface",
            "ports | 443",
            "price | An interface endpoint costs USD 7.30 a month in each zone (USD 0.01 an hour), plus USD 0.01 a gigabyte. "
            + "On-demand price without tax, as of 2026-09-17.",
            "endpoint policy | yes (the service's own page, in a copy of 2026-09 or later)",
            "private DNS | elasticfilesystem.us-east-1.amazonaws.com (host name the SDK resolves, botocore 1.43.107: an "
            + "inference)",
            "FIPS endpoint | elasticfilesystem-fips",
            "IPv6 | yes (AWS services that support IPv6, column private endpoints; by product, not by endpoint)",
            "IAM actions | elasticfilesystem:*",
            "also called | efs",
            "workloads | eks-efs-csi-driver",
            "may be called by | eks-private-nodes, sagemaker-studio-vpc-only",
            "page | https://docs.aws.amazon.com/efs/latest/ug/efs-vpc-endpoints.html",
            "",
        ]);
    });

    it("prints every fact of the service with exactly that key, and names the other matches", async () => {
        const { stdout } = await run("s3 --region cn-north-1");
        const lines = rows(stdout);
        assert.match(stdout, /^s3 {2}Amazon S3\n/);
        assert.ok(
            lines.some((line) =>
                line.startsWith("name | com.amazonaws.cn-north-1.s3, as interface cn.com.amazonaws.cn-north-1.s3 (")
            ),
        );
        assert.ok(
            lines.some((line) =>
                line.startsWith("price | A gateway endpoint is free. An interface endpoint costs USD 9.49 a month")
            ),
        );
        assert.ok(lines.some((line) => line.startsWith("private DNS | s3.cn-north-1.amazonaws.com.cn, *.s3.cn-north")));
        assert.ok(
            lines.includes(
                "Other matches: s3-outposts, s3-global.accesspoint, s3tables, s3files, s3express, s3vectors",
            ),
        );
    });

    it("prints special cases: limits, doubts, gateway only, no private DNS, FIPS twin, closed products", async () => {
        const particular = [
            ["iam", "Regions | only in us-east-1, cn-north-1, us-gov-west-1"],
            ["iam", "private DNS | unknown"],
            ["iam", "other Regions | interface endpoints in other Regions can connect to it"],
            ["iam --region eu-west-1", "Regions | not in eu-west-1: only in us-east-1, cn-north-1, us-gov-west-1"],
            ["eks", "Regions | not in ap-southeast-5, ap-southeast-7, mx-central-1, ap-east-2"],
            [
                "email-smtp",
                "not in zones | use1-az2, use1-az3, use1-az5, usw1-az2, usw2-az4, apne2-az4, cac1-az3, cac1-az4",
            ],
            [
                "iam",
                "doubt about IPv6 | the IPv6 table says no; sample output lists it among services with IPv6",
            ],
            ["s3express", "price | A gateway endpoint is free."],
            ["s3express", "ports | any"],
            ["s3express", "private DNS | none (the service's own page)"],
            [
                "transfer.server",
                "ports | 22, 2222, 2223, 22000 (the service's own page, in a copy of 2026-09 or later)",
            ],
            [
                "devops-guru",
                "closed | AWS accepts no new customers from 2026-10-29 on; AWS ends the service on 2027-09-30 (the service's own page, in a copy of 2026-09 or later)",
            ],
            [
                "highlander",
                "ports | 443, 4195, 443/udp, 4195/udp (the service's own page, in a copy of 2026-09 or later)",
            ],
            [
                "transfer.server",
                "endpoint policy | no (AWS's documentation, in a copy of 2026-09 or later)",
            ],
            ["kms-fips", "FIPS endpoint | this is the FIPS endpoint of kms"],
            ["oam", "FIPS endpoint | none known"],
            ["oam", "endpoint policy | unknown"],
            [
                "ecs-agent",
                "note | ecs, ecs-agent and ecs-telemetry go together: without one of them the agent calls public names",
            ],
            [
                "apprunner",
                "closed | AWS has closed the product to new customers, or has announced that it will (the service's own page, in a copy of 2026-09 or later)",
            ],
            [
                "robomaker",
                "closed | AWS ends the service on 2025-09-10 (AWS's documentation, in a copy of 2026-09 or later)",
            ],
            ["ecs-agent", "workloads | ecs-anywhere, ecs-service-connect, batch-ec2, ecs-ec2"],
            ["oidc-eks", "may be called by | eks-irsa, eks-private-nodes"],
        ] as const;
        for (const [line, said] of particular) {
            assert.ok(rows((await run(line)).stdout).includes(said), `${line}: ${said}\n${(await run(line)).stdout}`);
        }
    });

    it("prints all known facts as JSON, with null for unknown ones", async () => {
        const { code, stdout } = await run("oam --json --region eu-central-1");
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

    it("exits with 1 if nothing matches, and suggests the nearest services and workloads", async () => {
        assert.deepEqual(await run("secretmanager"), {
            code: 1,
            stdout: "",
            stderr: `None of the 551 endpoint services matches "secretmanager".\n`
                + "Similar names: secretsmanager (AWS Secrets Manager)\n",
        });
        assert.equal(
            (await run("fargate")).stderr,
            `None of the 551 endpoint services matches "fargate".\nWorkloads with that name: eks-fargate, batch-fargate, ecs-fargate\n`,
        );
        const machine = await run("secretmanager --json");
        const { services, nearest } = JSON.parse(machine.stdout);
        assert.deepEqual([machine.code, machine.stderr, services], [1, "", []]);
        assert.deepEqual(nearest.map(({ service }: { service: string }) => service), ["secretsmanager"]);
    });

    it("uses the stack's Region, unless another is given", async () => {
        assert.match((await run("sqs --stack prod")).stdout, /com\.amazonaws\.eu-central-1\.sqs/);
        const both = await run("sqs --stack prod --region ap-south-1");
        assert.deepEqual([both.code, both.stdout], [2, ""]);
        assert.match(both.stderr, /option '--region <region>' cannot be used with option '--stack <name>'/);
        const nowhere = folderWith({});
        assert.equal((await run("sqs --region ap-south-1", { folder: nowhere })).code, 0);
    });

    it("exits with 1 and a fix if the Region is unknown or not set, or the stack does not exist", async () => {
        const problem = async (line: string, folder = root) => {
            const { code, stdout, stderr } = await run(line, { folder });
            assert.deepEqual([code, stdout], [1, ""]);
            return stderr;
        };
        assert.equal(
            await problem("sqs --region eu-wst-1"),
            "the command: 1 problem; nothing was searched:\n\n  --region\n"
                + `    eu-wst-1 is not in the catalogue [regions.unknown]\n    → did you mean "eu-west-1"?\n`,
        );
        const folder = folderWith({ "Pulumi.dev.yaml": "", "Pulumi.odd.yaml": "config:\n  aws:region: toString\n" });
        assert.match(
            await problem("sqs", folder),
            /Pulumi\.dev\.yaml: aws:region\n {4}is not set \[args\.not-set\]\n {4}→ set it, or name a Region: --region us-east-1/,
        );
        assert.match(
            await problem("sqs --stack odd", folder),
            /Pulumi\.odd\.yaml: aws:region\n {4}toString is not in the catalogue/,
        );
        assert.match(
            await problem("sqs --stack prd"),
            /there is no Pulumi\.prd\.yaml \[stack\.not-found\]\n {4}→ did you mean "prod"\?; or name a Region: --region us-east-1/,
        );
        const machine = await run("sqs --region eu-wst-1 --json");
        assert.deepEqual([machine.code, machine.stderr], [1, ""]);
        assert.equal(JSON.parse(machine.stdout).problems[0].path, "--region");
    });

    it("exits with 2, the number of services and its usage if no words are given", async () => {
        const { code, stdout, stderr } = await run("");
        assert.deepEqual([code, stdout], [2, ""]);
        assert.match(
            stderr,
            /^error: name what to find\. The catalogue has 551 endpoint services, 138 of them FIPS endpoints\.\n\nUsage: /,
        );
    });

    it("exits with 0 and its usage on request, and with 2 if the command line is wrong", async () => {
        assert.match((await run("--help")).stdout, /^Usage: private-vpc services \[options\] \[words\.\.\.\]/);
        assert.equal((await run("--help")).code, 0);
        for (
            const [line, says] of [
                ["sqs --regin eu-west-1", /unknown option '--regin'\n\(Did you mean --region\?\)/],
                ["sqs --region", /option '--region <region>' argument missing/],
                ["sqs --region eu-west-1 --region eu-west-2", /The option is given twice: eu-west-1 and eu-west-2\./],
                ["sqs --stack ../dev", /The name of a stack has letters, digits/],
            ] as const
        ) {
            const wrong = await run(line);
            assert.deepEqual([wrong.code, wrong.stdout], [2, ""]);
            assert.match(wrong.stderr, says);
            assert.match(
                wrong.stderr,
                /\n\nUsage: private-vpc services .*\nAll options: private-vpc services --help\n$/,
            );
        }
    });

    it("fits the terminal, with colours unless NO_COLOR is set, and drops no word", async () => {
        const words = (await run("cloudwatch")).stdout.split(/\s+/).slice(1);
        for (const width of [160, 120, 80]) {
            const { stdout } = await run("cloudwatch", { width, env: { NO_COLOR: "1" } });
            for (const line of stdout.split("\n")) assert.ok(line.length <= width, `${width}: ${line}`);
            for (const word of words) assert.ok(stdout.split(/\s+/).includes(word), `${width}: ${word}`);
        }
        const details = (await run("efs", { width: 80, env: { NO_COLOR: "1" } })).stdout;
        for (const line of details.split("\n")) assert.ok(line.length <= 80 || line.includes("https://"), line);
        assert.match(
            details,
            /\n {2}private DNS {7}elasticfilesystem\.us-east-1\.amazonaws\.com \(host name the SDK\n {19}/,
        );
        assert.match((await run("efs", { width: 80 })).stdout, /\u001b\[1melasticfilesystem/);
        assert.doesNotMatch(details, /\u001b/);
    });
});
