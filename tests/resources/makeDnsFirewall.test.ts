import * as assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { VpcEndpoints, type VpcEndpointsArgs } from "../../components";
import { runOffline } from "../../emulator/runProgram";
import { codesOf } from "../codesOf";
import { failure, ofType, runVpc, types } from "../run";

const owner = { "private-vpc:owner": "private-vpc/dev" };

describe("a DNS firewall", () => {
    it("allows the planned names, then the endpoints' own names, and blocks all others", async () => {
        const run = await runVpc({ services: ["sqs", "dynamodb"], dnsFirewall: { action: "block" } });
        const lists = ofType(run, types.firewallDomains);
        assert.deepEqual(Object.keys(lists).sort(), ["app-dns-allowed", "app-dns-endpoints", "app-dns-others"]);
        assert.deepEqual(lists["app-dns-allowed"]!.inputs, {
            domains: [
                "*.0.10.in-addr.arpa",
                "*.ec2.internal",
                "123456789012.ddb.us-east-1.amazonaws.com",
                "123456789012.ddb.us-east-1.api.aws",
                "dynamodb-fips.us-east-1.amazonaws.com",
                "dynamodb-fips.us-east-1.api.aws",
                "dynamodb.us-east-1.amazonaws.com",
                "dynamodb.us-east-1.api.aws",
                "sqs.us-east-1.amazonaws.com",
                "sqs.us-east-1.api.aws",
            ],
            tags: { Name: "dev-app-dns-allowed", ...owner },
        });
        const reported = lists["app-dns-endpoints"]!.inputs.domains as string[];
        assert.equal(reported.length, 3, "a Regional name and two zonal ones");
        for (const name of reported) {
            assert.match(name, /^vpce-\w+-\w+(-us-east-1[ab])?\.sqs\.us-east-1\.vpce\.amazonaws\.com$/);
        }
        assert.deepEqual(lists["app-dns-others"]!.inputs.domains, ["*"]);

        const rules = Object.entries(ofType(run, types.firewallRule)).map(([name, { inputs }]) => {
            const { firewallRuleGroupId, firewallDomainListId, ...rest } = inputs;
            assert.match(firewallRuleGroupId, /^rslvr-frg-/);
            assert.match(firewallDomainListId, /^rslvr-fdl-/);
            return [name, rest];
        });
        const trusting = { action: "ALLOW", firewallDomainRedirectionAction: "TRUST_REDIRECTION_DOMAIN" };
        assert.deepEqual(Object.fromEntries(rules), {
            "app-dns-allowed": { priority: 100, ...trusting },
            "app-dns-endpoints": { priority: 200, ...trusting },
            "app-dns-others": { priority: 300, action: "BLOCK", blockResponse: "NXDOMAIN" },
        });
    });

    it("is associated with the VPC after every rule exists, with the failure mode and the query logs", async () => {
        const run = await runVpc({ services: ["sqs"], dnsFirewall: { queryLogs: {} } });
        const { inputs, dependencies, deleteBeforeReplace } = ofType(run, types.firewallAssociation)["app-dns"]!;
        const { firewallRuleGroupId, ...rest } = inputs;
        assert.ok(firewallRuleGroupId);
        assert.deepEqual(rest, {
            vpcId: run.outputs.vpcId,
            priority: 9000,
            mutationProtection: "DISABLED",
            tags: { Name: "dev-app-dns", ...owner },
        });
        assert.ok(deleteBeforeReplace);
        const needed = [types.firewallRule, types.firewallConfig, types.queryLogAssociation]
            .flatMap((type) => Object.values(ofType(run, type)).map(({ urn }) => urn));
        assert.equal(needed.length, 5);
        assert.deepEqual(needed.filter((urn) => !dependencies.includes(urn)), []);
        const others = ofType(run, types.firewallRule)["app-dns-others"]!;
        for (const name of ["app-dns-allowed", "app-dns-endpoints"]) {
            assert.ok(others.dependencies.includes(ofType(run, types.firewallRule)[name]!.urn), name);
        }
        const allowed = ofType(run, types.firewallDomains)["app-dns-allowed"]!;
        assert.deepEqual(allowed.dependencies, [], "names are allowed without waiting for the endpoints");
    });

    it("sets the failure mode explicitly, unless the VPC is somebody else's and none is requested", async () => {
        const mode = async (failOpen?: boolean) => {
            const run = await runVpc({ dnsFirewall: { failOpen } });
            return ofType(run, types.firewallConfig)["app-dns"]!.inputs.firewallFailOpen as string;
        };
        assert.deepEqual([await mode(), await mode(false), await mode(true)], ["DISABLED", "DISABLED", "ENABLED"]);
        const args: VpcEndpointsArgs = {
            vpcId: "vpc-0123456789abcdef0",
            vpcCidrBlock: "10.0.0.0/16",
            subnetIds: { "us-east-1a": "subnet-0123456789abcdef0" },
            routeTableIds: ["rtb-0123456789abcdef0"],
        };
        const inExisting = (dnsFirewall: VpcEndpointsArgs["dnsFirewall"]) =>
            runOffline(() => new VpcEndpoints("app", { ...args, dnsFirewall }), {
                config: { "aws:region": "us-east-1" },
            });
        const run = await inExisting({});
        assert.deepEqual(ofType(run, types.firewallConfig), {});
        assert.equal(ofType(run, types.firewallRule)["app-dns-others"]!.inputs.action, "ALERT");
        assert.deepEqual(Object.keys(ofType(await inExisting({ failOpen: true }), types.firewallConfig)), ["app-dns"]);
    });

    it("has no list for endpoints' own names without interface endpoints", async () => {
        const run = await runVpc({ services: ["s3"], dnsFirewall: {} });
        assert.deepEqual(Object.keys(ofType(run, types.firewallDomains)).sort(), ["app-dns-allowed", "app-dns-others"]);
    });

    it("allows reverse look-ups in a VPC whose CIDR block is an output", async () => {
        const program = () =>
            new VpcEndpoints("app", {
                vpcId: pulumi.output("vpc-0123456789abcdef0"),
                vpcCidrBlock: pulumi.output("10.7.0.0/16"),
                subnetIds: { "us-east-1a": "subnet-0123456789abcdef0" },
                routeTableIds: ["rtb-0123456789abcdef0"],
                dnsFirewall: {},
            });
        const run = await runOffline(program, { config: { "aws:region": "us-east-1" } });
        assert.deepEqual(ofType(run, types.firewallDomains)["app-dns-endpoints"]!.inputs.domains, [
            "*.7.10.in-addr.arpa",
        ]);
    });

    it("changes no other resource", async () => {
        const identity = ({ type, name, inputs }: { type: string; name: string; inputs: object }) =>
            JSON.stringify([type, name, inputs]);
        const without = (await runVpc({ services: ["s3", "sqs"] })).resources.map(identity);
        const run = await runVpc({ services: ["s3", "sqs"], dnsFirewall: { queryLogs: {} } });
        const ofFirewall = (one: { name: string }) => one.name.startsWith("app-dns");
        const others = run.resources.filter((one) => !ofFirewall(one) && one.type.startsWith("aws:")).map(identity);
        assert.deepEqual(others.sort(), without.filter((one) => one.startsWith("[\"aws:")).sort());
    });
});

describe("query logs", () => {
    it("go to a log group with retention that is created, or to the caller's destination", async () => {
        const run = await runVpc({ dnsFirewall: { queryLogs: { retentionInDays: 90 } } });
        assert.deepEqual(ofType(run, types.logGroup)["app-dns-queries"]!.inputs, {
            retentionInDays: 90,
            tags: { Name: "dev-app-dns-queries", ...owner },
        });
        const created = ofType(run, types.queryLog)["app-dns"]!.inputs;
        assert.match(created.destinationArn, /^arn:aws:logs:us-east-1:123456789012:log-group:app-dns-queries-/);
        assert.equal(ofType(run, types.queryLogAssociation)["app-dns"]!.inputs.resourceId, run.outputs.vpcId);

        const given = await runVpc({ dnsFirewall: { queryLogs: { destinationArn: "arn:aws:s3:::my-query-logs" } } });
        assert.deepEqual(ofType(given, types.logGroup), {});
        assert.deepEqual(ofType(given, types.queryLog)["app-dns"]!.inputs, {
            destinationArn: "arn:aws:s3:::my-query-logs",
            tags: { Name: "dev-app-dns", ...owner },
        });
    });

    it("are checked when their destination is known", async () => {
        const wrong = runVpc({ dnsFirewall: { queryLogs: { destinationArn: pulumi.output("my-logs") } } });
        const { problems } = await failure(wrong);
        assert.deepEqual(codesOf(problems), ["dns-firewall.invalid-destination dnsFirewall.queryLogs.destinationArn"]);
    });
});
