import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

import { EndpointService } from "../components";
import { privateVpcRows } from "../components/args/privateVpcArgs";
import { FlowLogsDestination } from "../components/plan/facts/flowLogsDestination";
import { services } from "../components/plan/facts/services";
import { workloads } from "../components/plan/facts/workloads";
import { endpointPolicies } from "../components/resources/endpointPolicies";
import { type Attributes, type AwsError, EmulatedAws } from "../emulator/aws/emulatedAws";
import { runOffline, type RunOptions } from "../emulator/runProgram";
import { root, runVpc, types } from "./run";

/** The files of a folder that are the project's own. */
const filesIn = (folder: string) =>
    fs.readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => !file.includes("node_modules"))
        .map((file) => `${folder}/${file}`);

const read = (file: string) => fs.readFileSync(path.join(root, file), "utf8");

describe("the documentation", () => {
    it("mentions DNS wherever it calls the endpoints the only exits", () => {
        const folders = ["components", "docs", "examples"];
        const files = ["README.md", "Pulumi.yaml", "index.ts", ...folders.flatMap(filesIn)];
        const promises = files.filter((file) => /\.(ts|md|yaml)$/.test(file)).flatMap((file) => {
            // A sentence may go on in the next line, behind the mark of a comment.
            const text = read(file).replace(/\s+(\/\/|\*(?!\/))? */g, " ");
            return text.match(/[^.]*(only way out|no way out|endpoints and (no other|nothing else))[^.]*\.?/g) ?? [];
        });
        assert.ok(promises.length > 0);
        assert.deepEqual(promises.filter((sentence) => !sentence.includes("DNS")), []);
    });

    it("explains every Sid of the endpoint policies under its own heading, and no other", () => {
        const headings = [...read("policies/endpoints/README.md").matchAll(/^## (.+)$/gm)].map((match) => match[1]);
        const statements = Object.values(endpointPolicies()).flatMap(({ Statement }) => Statement as { Sid: string }[]);
        const made = ["OwnPrincipalsToUnowned", "UnsignedToOwnResources"];
        assert.deepEqual(headings.sort(), [...new Set([...statements.map(({ Sid }) => Sid), ...made])].sort());
    });

    it("says in docs/recovery.md for each resource what happens to a duplicate", async () => {
        const made: { type: string; name: string; inputs: Attributes }[] = [];
        const options: RunOptions = {
            config: { "aws:region": "us-east-1" },
            newResource: ({ type, name, inputs, custom }) => void (custom && made.push({ type, name, inputs })),
        };
        const flowLogs = { destination: FlowLogsDestination.CloudWatchLogs };
        const dnsFirewall = { queryLogs: {} };
        const secondaryCidrBlocks = [{ cidrBlock: "100.64.0.0/16" }];
        await runVpc({ services: ["s3", "sqs"], flowLogs, dnsFirewall, secondaryCidrBlocks }, undefined, options);
        const offer = () =>
            new EndpointService("orders", {
                networkLoadBalancerArns: [
                    "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef",
                ],
                privateDnsName: "orders.example.com",
                privateDnsHostedZoneId: "Z0123456789ABCDEFGHIJ",
                connectionNotification: { topicArn: "arn:aws:sns:us-east-1:123456789012:connections" },
            });
        await runOffline(offer, options);
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
        const repeatable = [types.defaultGroup, types.firewallConfig, types.verification];
        const wanted = made.filter(({ type }) => type !== types.endpoint && !repeatable.includes(type)).map((one) =>
            [shortName(one.type), second(one)] as const
        );
        const rows = [
            ...read("docs/recovery.md").matchAll(/^\| `(\w+)` \| (?:(?:creates|adds) (a second)|fails with `(.+?)`)/gm),
        ];
        const told = rows.map(([, type, again, code]) => [type, again ?? code] as const);
        assert.deepEqual(new Map([...told].sort()), new Map([...wanted].sort()));
    });

    it("describes in docs/commands.md every option of every command, and no other", function() {
        this.timeout(60_000);
        const { scripts } = JSON.parse(read("package.json")) as { scripts: { [name: string]: string } };
        const sections = new Map(read("docs/commands.md").split(/^## /m).map((text) => [text.split("\n")[0]!, text]));
        const named = {
            "plan": "Plan",
            "services": "Services",
            "lint:policies": "Lint",
            "facts:refresh": "Facts refresh",
        };
        const optionsIn = (text: string) => new Set(text.match(/(?<=^\| `|, `|^ {2})--[a-z][a-z-]+/gm));
        for (const [script, heading] of Object.entries(named)) {
            const [, ...command] = scripts[script]!.split(" ");
            const help = execFileSync(process.execPath, [...command, "--help"], { cwd: root, encoding: "utf8" });
            const options = [...optionsIn(help)].filter((option) => option !== "--help");
            assert.ok(options.length > 2, help);
            assert.deepEqual([...optionsIn(sections.get(heading)!)].sort(), options.sort(), script);
        }
    });

    it("quotes in the README only figures from the catalogue and benchmarks/README.md", () => {
        const rows = (file: string) =>
            new Map([...read(file).matchAll(/^\| ([^|]+) \| (.+) \|$/gm)].map(([, name, cells]) => [
                name!,
                cells!.split(" | ").map((cell) => cell.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")),
            ]));
        const [compared, measured] = [rows("README.md"), rows("benchmarks/README.md")];
        const of = (name: string) => measured.get(name)!;
        const [ours, awsx] = [0, 1].map((column) =>
            `${of("packed, KB")[column]} KB, ${of("packages beyond those")[column]}`
        );
        assert.deepEqual(compared.get("Packed size, npm packages in addition to Pulumi's")!.slice(0, 2), [ours, awsx]);
        const seconds = (name: string) => Number(of(name)[0]).toFixed(1);
        const [plan, , synth] = compared.get("Time for stack `dev`")!;
        assert.equal(plan, `plan: ${seconds("npm run plan")} s`);
        const [compiled, asIs] = ["cdk synth, compiled, validation off", "cdk synth, as cdk init sets it up"].map(
            seconds,
        );
        assert.equal(synth, `synth: ${compiled} to ${asIs} s`);
        const [known, , cdk] = compared.get("Endpoint services known offline")!;
        assert.equal(known, String(Object.keys(services).length));
        assert.match(read("benchmarks/README.md"), new RegExp(`which name\\s+${cdk} services`));
        assert.match(read("README.md"), new RegExp(`\\[${Object.keys(workloads).length} workloads\\]`));
    });

    it("keeps the README short", () => {
        assert.ok(read("README.md").trimEnd().split("\n").length <= 150);
    });

    it("lists in Pulumi.yaml every key of a stack's config, and no other", () => {
        const declared = [...read("Pulumi.yaml").matchAll(/^ {2}private-vpc:(\w+):$/gm)].map((match) => match[1]!);
        assert.deepEqual(declared.sort(), Object.keys(privateVpcRows).sort());
    });
});
