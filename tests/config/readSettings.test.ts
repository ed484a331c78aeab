import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import * as pulumi from "@pulumi/pulumi";

import { PrivateVpc, type Problem, readSettings, type ReadSettingsOptions, type Settings } from "../../components";
import type { Shape } from "../../components/args/contract";
import { encrypted } from "../../components/args/encrypted";
import { privateVpc } from "../../components/args/privateVpcArgs";
import { runOffline } from "../../emulator/runProgram";
import { codesOf } from "../codesOf";
import { failure } from "../run";

type Config = { [key: string]: unknown };
const service = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";
const enough: Config = { cidrBlock: "10.0.0.0/16", availabilityZones: ["us-east-1a", "us-east-1b"] };

/** A stack's config as the CLI hands it over: text as it is, all else as JSON. */
function handedOver(config: Config): { [key: string]: string } {
    return Object.fromEntries(
        Object.entries(config).map(([key, value]) => [
            key.includes(":") ? key : `private-vpc:${key}`,
            typeof value === "string" ? value : JSON.stringify(value),
        ]),
    );
}

async function read(config: Config): Promise<Settings> {
    let settings!: Settings;
    await runOffline(() => {
        settings = readSettings();
    }, { config: handedOver(config) });
    return settings;
}

/** Arguments as a program reads them, without what names their problems. */
function plain(args: object): unknown {
    return Object.fromEntries(Object.entries(args));
}

/** What is wrong with a stack's config, as its program reports it. */
async function problems(config: Config, reading: ReadSettingsOptions = {}): Promise<unknown> {
    const error = await failure(runOffline(() => {
        const { args, options } = readSettings(reading);
        new PrivateVpc("app", args, options);
    }, { config: handedOver(config) }));
    assert.ok(pulumi.RunError.isInstance(error), error.stack);
    return error.problems;
}

/** The path of every option, list and map of the contract, and of what is in them. */
function pathsIn(shape: Shape, path: (string | 0)[] = []): (string | 0)[][] {
    const inner = shape.type === "object"
        ? Object.entries(shape.rows).flatMap(([key, { is }]) => pathsIn(is, [...path, key]))
        : shape.type === "list"
        ? pathsIn(shape.of, [...path, 0])
        : shape.type === "map"
        ? pathsIn(shape.of, [...path, "sqs"])
        : [];
    return [...(path.length > 0 ? [path] : []), ...inner];
}

describe("settings", () => {
    it("are the arguments and options of the stack's config", async () => {
        const endpoints = { s3: { reachableFrom: ["10.8.0.0/16"] }, sqs: { privateDns: false } };
        const permissionsBoundary = "arn:aws:iam::123456789012:policy/prod-app-flow-logs-boundary";
        const flowLogs = { destination: "cloud-watch-logs", retentionInDays: 90, permissionsBoundary };
        const endpointServices = { orders: { serviceName: service, ports: [5432] } };
        const asked = { services: ["s3", "sqs"], workloads: ["ecs-fargate"], endpoints, endpointServices };
        const said = { ...enough, ...asked, flowLogs };
        const settings = await read({ ...said, options: { protect: true, fips: true }, tags: { team: "search" } });
        const args = { ...said, options: { fips: true }, tags: { team: "search" } };
        assert.deepEqual([plain(settings.args), settings.options], [args, { protect: true }]);
    });

    it("treat an empty value as not set, since Pulumi.yaml's defaults are empty", async () => {
        const settings = await read({ ...enough, services: "", endpoints: "", flowLogs: "", tags: "" });
        assert.deepEqual([plain(settings.args), settings.options], [enough, { protect: undefined }]);
    });

    it("are rejected with every problem at once, each with its path and a fix", async () => {
        assert.deepEqual(
            codesOf(
                await problems({
                    "cidrBlock": "10.0.0.1/16",
                    "availabilityZones": ["us-east-1a", "us-east-1b"],
                    "servces": ["s3"],
                    "services": ["sqs", "dynamodbb"],
                    "endpoints": { sqs: { kind: "Gateway", kynd: "x", privateDNS: true }, kms: {} },
                    "endpointServices": { orders: { serviceName: "orders", port: [5432] } },
                    "flowLogs": { destination: "s3" },
                    "options": { protect: "yes" },
                    "aws:region": "eu-west-1",
                }),
            ),
            [
                "args.unknown-key private-vpc:servces",
                "regions.mismatch aws:region",
                "args.unknown-key private-vpc:endpoints.sqs.kynd",
                "args.unknown-key private-vpc:endpoints.sqs.privateDNS",
                "args.unknown-key private-vpc:endpointServices.orders.port",
                "args.wrong-type private-vpc:options.protect",
                "network.host-bits private-vpc:cidrBlock",
                "services.unknown private-vpc:services[1]",
                "gw.services private-vpc:endpoints.sqs.kind",
                "services.not-requested private-vpc:endpoints.kms",
                "connections.invalid-service-name private-vpc:endpointServices.orders.serviceName",
                "flow-logs.bucket-required private-vpc:flowLogs.bucketArn",
            ],
        );
    });

    it("are rejected if a required key is not set", async () => {
        assert.deepEqual(codesOf(await problems({})), [
            "args.not-set private-vpc:cidrBlock",
            "args.not-set private-vpc:availabilityZones",
        ]);
    });

    const wrongTypes: [string, Config, string][] = [
        ["a string instead of a list", { services: "sqs" }, "args.wrong-type private-vpc:services"],
        ["a number in a list of strings", { services: ["sqs", 5] }, "args.wrong-type private-vpc:services[1]"],
        ["a list instead of a map", { endpoints: ["sqs"] }, "args.wrong-type private-vpc:endpoints"],
        [
            "a string instead of a number",
            { flowLogs: { destination: "cloud-watch-logs", retentionInDays: "90" } },
            "args.wrong-type private-vpc:flowLogs.retentionInDays",
        ],
        ["flow logs without a destination", { flowLogs: {} }, "args.not-set private-vpc:flowLogs.destination"],
    ];
    for (const [what, config, code] of wrongTypes) {
        it(`are rejected with ${what}`, async () => {
            assert.deepEqual(codesOf(await problems({ ...enough, ...config })), [code]);
        });
    }

    it("convert numbers and booleans to strings in tags", async () => {
        const settings = await read({ ...enough, tags: { costCenter: 42, backup: true, team: "search" } });
        assert.deepEqual(settings.args.tags, { costCenter: "42", backup: "true", team: "search" });
    });

    it("reject a key with a misspelt namespace, which the CLI accepts", async () => {
        assert.deepEqual(codesOf(await problems({ ...enough, "privatevpc:services": "sqs", "aws:profile": "x" })), [
            "config.wrong-namespace privatevpc:services",
        ]);
    });

    it("do not call options of a misspelt service not requested, and check the options anyway", async () => {
        const config = { ...enough, services: ["sqss"], endpoints: { sqs: { kind: "Gateway" } } };
        assert.deepEqual((await problems(config) as { path: string }[]).map((one) => one.path), [
            "private-vpc:services[0]",
            "private-vpc:endpoints.sqs.kind",
        ]);
    });

    it("check the other items of a list if one has the wrong type", async () => {
        const config = {
            ...enough,
            services: ["sqss", 5, "s3"],
            endpointZones: ["us-east-1c", 7],
            endpoints: { s3: { zones: ["x"] } },
        };
        assert.deepEqual((await problems(config) as { path: string }[]).map((one) => one.path), [
            "private-vpc:services[1]",
            "private-vpc:endpointZones[1]",
            "private-vpc:services[0]",
            "private-vpc:endpointZones[0]",
            "private-vpc:endpoints.s3.zones",
        ]);
    });

    it("reject an empty aws:region", async () => {
        assert.deepEqual(codesOf(await problems({ ...enough, "aws:region": "" })), ["args.not-set aws:region"]);
    });

    it("keep the stack's secrets secret", async () => {
        const securityGroupIds = ["sg-1"];
        const flowLogs = { destination: "s3", bucketArn: "arn:aws:s3:::my-flow-logs" };
        const said = {
            ...enough,
            services: ["sqs"],
            endpoints: { sqs: { securityGroupIds } },
            endpointServices: { orders: { serviceName: service, securityGroupIds } },
            flowLogs,
            tags: { team: "x" },
        };
        const secrets = async (keys: string[]) => {
            let settings!: Settings;
            await runOffline(() => {
                settings = readSettings();
            }, { config: handedOver(said), secretKeys: keys.map((key) => `private-vpc:${key}`) });
            const { tags, endpoints, endpointServices, flowLogs: logs } = settings.args;
            const groups = [endpoints?.sqs, endpointServices?.orders].map((one) => one?.securityGroupIds?.[0]);
            const values = [tags, ...groups, logs?.bucketArn];
            return Promise.all(values.map((value) => pulumi.isSecret(pulumi.output(value))));
        };
        const boundary = { permissionsBoundary: "arn:aws:iam::123456789012:policy/boundary" };
        const config = handedOver({ ...enough, flowLogs: { destination: "cloud-watch-logs", ...boundary } });
        let kept = false;
        await runOffline(async () => {
            kept = await pulumi.isSecret(pulumi.output(readSettings().args.flowLogs?.permissionsBoundary));
        }, { config, secretKeys: ["private-vpc:flowLogs"] });
        assert.ok(kept);
        const all = ["tags", "endpoints", "endpointServices", "flowLogs"];
        assert.deepEqual(await secrets(all), [true, true, true, true]);
        assert.deepEqual(await secrets(["services"]), [false, false, false, false]);
    });

    it("do not report options of services that cannot be read", async () => {
        assert.deepEqual(
            (await problems({ ...enough, services: "sqs", endpoints: { sqs: { privateDns: false } } }) as unknown[])
                .length,
            1,
        );
    });

    it("do not report subnets of a CIDR block that cannot be read", async () => {
        const config = { ...enough, cidrBlock: "", subnetCidrBlocks: { "us-east-1a": "192.168.0.0/24" } };
        assert.deepEqual((await problems(config) as { path: string }[]).map((one) => one.path), [
            "private-vpc:cidrBlock",
        ]);
    });

    it("read a policy file relative to Pulumi.yaml", async () => {
        const settings = await read({
            ...enough,
            services: ["sqs"],
            endpoints: { sqs: { policy: "policies/endpoints/default.json" } },
        });
        const text = fs.readFileSync(path.join(__dirname, "..", "..", "policies", "endpoints", "default.json"), "utf8");
        assert.deepEqual(settings.args.endpoints, { sqs: { policy: text } });
    });

    it("name a policy file that is missing, is not JSON, or has an unknown placeholder", async () => {
        const folder = fs.mkdtempSync(path.join(os.tmpdir(), "policies-"));
        const broken = path.join(folder, "broken.json");
        const unknown = path.join(folder, "unknown.json");
        fs.writeFileSync(broken, "{");
        fs.writeFileSync(unknown, `{"Statement": [{"Resource": "arn:aws:sqs:*:<account>:*"}]}`);
        const found = await problems({
            ...enough,
            services: ["sqs", "sns", "kms"],
            endpoints: { sqs: { policy: "missing.json" }, sns: { policy: broken }, kms: { policy: unknown } },
        }, { policyFolders: [folder] }) as Problem[];
        assert.deepEqual(codesOf(found), [
            "file.not-read private-vpc:endpoints.sqs.policy",
            "pol.not-json private-vpc:endpoints.sns.policy",
            "pol.unknown-placeholder private-vpc:endpoints.kms.policy",
        ]);
        assert.ok(found[1]?.message.startsWith(`${broken}: `), found[1]?.message);
        assert.ok(found[2]?.message.startsWith(`${unknown}: `), found[2]?.message);
    });

    it("name the file of an additionalPolicy that AWS would reject, and its statement, once for two endpoints", async () => {
        const folder = fs.mkdtempSync(path.join(os.tmpdir(), "policies-"));
        const file = path.join(folder, "more.json");
        const Resource = "arn:aws-cn:s3:::bucket/*";
        const Statement = [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource }];
        fs.writeFileSync(file, JSON.stringify({ Version: "2012-10-17", Statement }));
        const s3 = { reachableFrom: ["10.8.0.0/16"], additionalPolicy: file };
        const found = await problems({ ...enough, services: ["s3"], endpoints: { s3 } }, {
            policyFolders: [folder],
        }) as Problem[];
        assert.deepEqual(codesOf(found), ["pol.arn-partition private-vpc:endpoints.s3.additionalPolicy"]);
        assert.ok(found[0]?.message.startsWith(`${file}: Statement[0].Resource: `), found[0]?.message);
    });

    it("reject a policy file outside the project, by path or through a link, unless its folder is configured", async () => {
        const folder = fs.mkdtempSync(path.join(os.tmpdir(), "outside-"));
        const file = path.join(folder, "secret.json");
        fs.writeFileSync(file, "wJalrXUtnFEMI");
        const project = path.join(__dirname, "..", "..");
        const link = path.join(project, "node_modules", ".cache", `${path.basename(folder)}.json`);
        fs.mkdirSync(path.dirname(link), { recursive: true });
        fs.symlinkSync(file, link);
        try {
            for (const named of [file, path.relative(project, file), path.relative(project, link)]) {
                const config = {
                    ...enough,
                    services: ["sqs", "sns"],
                    endpoints: { sqs: { policy: named }, sns: { fromPolicies: [named] } },
                };
                const refused = await problems(config) as Problem[];
                const paths = ["sqs.policy", "sns.fromPolicies[0]"].map((key) => `private-vpc:endpoints.${key}`);
                assert.deepEqual(codesOf(refused), paths.map((at) => `file.not-read ${at}`));
                assert.match(refused[0]!.message, / is outside of the folders that may be read$/);
                const read = await problems(config, { policyFolders: [folder] }) as Problem[];
                assert.deepEqual([...new Set(read.map(({ code }) => code))], ["pol.not-json"]);
                assert.equal(JSON.stringify([refused, read]).includes("wJalr"), false);
            }
        } finally {
            fs.rmSync(link);
        }
    });

    it("accept every value that may be a secret, encrypted offline and decrypted in a deployment", async () => {
        const arn = "arn:aws:iam::123456789012:policy/prod-app-flow-logs-boundary";
        const secrets: { [what: string]: (value: (text: unknown) => unknown) => Config } = {
            "tags": (value) => ({ tags: value({ team: "search" }) }),
            "a tag": (value) => ({ tags: { team: value("search") } }),
            "flowLogs.bucketArn": (value) => ({
                flowLogs: { destination: "s3", bucketArn: value("arn:aws:s3:::logs") },
            }),
            "flowLogs.permissionsBoundary": (value) => ({
                flowLogs: { destination: "cloud-watch-logs", permissionsBoundary: value(arn) },
                tags: { team: value("search") },
            }),
            "securityGroupIds": (value) => ({
                endpoints: { sqs: { securityGroupIds: value(["sg-0123456789abcdef0"]) } },
            }),
            "dnsFirewall.queryLogs.destinationArn": (value) => ({
                dnsFirewall: { queryLogs: { destinationArn: value("arn:aws:s3:::logs") } },
            }),
            "a security group's ID": (value) => ({
                endpoints: { sqs: { securityGroupIds: [value("sg-0123456789abcdef0")] } },
            }),
        };
        for (const [what, of] of Object.entries(secrets)) {
            for (const value of [(text: unknown) => text, () => encrypted]) {
                const config = { ...enough, services: ["sqs"], ...of(value) };
                const { plans } = await runOffline(() => {
                    const { args, options } = readSettings();
                    new PrivateVpc("app", args, options);
                }, { config: handedOver(config) });
                assert.equal(plans.length, 1, what);
            }
        }
    });

    it("accept these encrypted values offline, and name the path of any other, whatever the option", async () => {
        const accepted: string[] = [];
        for (const path of [...pathsIn(privateVpc), ["options", "protect"]]) {
            const config = path.reduceRight<unknown>(
                (value, part) => part === 0 ? [value] : { [part]: value },
                encrypted,
            ) as Config;
            const named = path.reduce<string>((before, part) => part === 0 ? `${before}[0]` : `${before}.${part}`, "");
            const found = await failure(runOffline(() => {
                const { args, options } = readSettings();
                new PrivateVpc("app", args, options);
            }, { config: handedOver(config) }));
            const refused = codesOf((found as { problems?: Problem[] }).problems).filter((one) =>
                one.startsWith("config.encrypted")
            );
            if (refused.length === 0) accepted.push(named.slice(1));
            else assert.deepEqual(refused, [`config.encrypted private-vpc:${named.slice(1)}`]);
        }
        assert.deepEqual(accepted, [
            ...["endpoints.sqs.securityGroupIds", "endpoints.sqs.securityGroupIds[0]"],
            ...["endpointServices.sqs.securityGroupIds", "endpointServices.sqs.securityGroupIds[0]"],
            ...["dnsFirewall.queryLogs.destinationArn", "tags", "tags.sqs"],
            ...["flowLogs.bucketArn", "flowLogs.permissionsBoundary"],
        ]);
    });

    it("accept an encrypted value if nothing created depends on it, and reject it otherwise", async () => {
        const settings = await read({ ...enough, tags: { team: encrypted } });
        assert.deepEqual(settings.args.tags, { team: encrypted });
        assert.deepEqual(codesOf(await problems({ ...enough, cidrBlock: encrypted, services: ["sqs", encrypted] })), [
            "config.encrypted private-vpc:cidrBlock",
            "config.encrypted private-vpc:services[1]",
        ]);
    });
});
