import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { preview, stack } from "../network/previewedStack";
import { type Answers, id, ringOfVpcs } from "../network/ringOfVpcs";
import { privateVpc } from "./commandRun";

const client = ["--from", id("subnet", 1), "--group", id("sg", 1)];

describe("private-vpc reach and exits on doubtful input", () => {
    let folder: string;

    beforeEach(() => {
        folder = fs.mkdtempSync(path.join(os.tmpdir(), "reach-"));
    });
    afterEach(() => fs.rmSync(folder, { recursive: true }));

    /** Runs a command on the answers of an account. */
    async function onAnswers(answers: Answers, ...args: string[]) {
        fs.writeFileSync(path.join(folder, "answers.json"), JSON.stringify(answers));
        return privateVpc([...args, "--aws", "answers.json"], { folder });
    }

    /** Runs a command on a file with this text. */
    async function onFile(text: string, ...args: string[]) {
        fs.writeFileSync(path.join(folder, "file.json"), text);
        return privateVpc([...args, "file.json"], { folder });
    }

    it("follow no peering connection beyond the VPC at its other end, even in a ring", async () => {
        const reason = async (to: string) => {
            const { code, stdout } = await onAnswers(ringOfVpcs(), "reach", ...client, "--to", to);
            return [code, /\[([A-Z_]+)\]/.exec(stdout)?.[1]];
        };
        // The answers of VPC b go on to VPC c, which is not where the client is.
        assert.deepEqual(await reason("10.1.1.10"), [1, "NO_ROUTE_TO_DESTINATION"]);
        assert.deepEqual(await reason("10.2.1.10"), [1, "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR"]);
        assert.deepEqual(await reason("172.16.0.9"), [1, "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR"]);
        const { code, stdout } = await onAnswers(ringOfVpcs(), "exits");
        assert.deepEqual([code, stdout.match(/VPC peering connection +open/g)?.length], [1, 3]);
    });

    const hosts: { [title: string]: { zones: Answers; to: string; code: number; says: RegExp } } = {
        "that no zone has": {
            zones: {},
            to: "db.shop.internal",
            code: 1,
            says:
                /change: add a route .*; or, if db\.shop\.internal is a private name, associate the private hosted zone/,
        },
        "in a zone of another VPC": {
            zones: zones({ 2: { Z1: "example.com." } }, { Z1: { "db.example.com.": "10.0.1.10" } }),
            to: "DB.example.com.",
            code: 1,
            says: /change: associate private hosted zone example\.com with VPC a \(vpc-00000000000000001\)\./,
        },
        "in one of two zones of the same name": {
            zones: zones({ 1: { Z1: "example.com.", Z2: "example.com." } }, {
                Z1: { "db.example.com.": "10.0.1.10" },
                Z2: { "db.example.com.": "10.0.1.11" },
            }),
            to: "db.example.com",
            code: 3,
            says: /Not known: which of .* \(Z1\) and .* \(Z2\) answers for db\.example\.com: AWS accepts only one/,
        },
        "in a zone whose subdomain has its own zone": {
            zones: zones({ 1: { Z1: "example.com.", Z2: "a.example.com." } }, {
                Z1: { "db.a.example.com.": "10.0.1.10" },
                Z2: { "web.a.example.com.": "10.0.1.10" },
            }),
            to: "db.a.example.com",
            code: 1,
            says: /change: add a record for db\.a\.example\.com to private hosted zone a\.example\.com\./,
        },
        "in the more specific one of two zones": {
            zones: zones({ 1: { Z1: "example.com.", Z2: "a.example.com." } }, {
                Z1: { "web.a.example.com.": "10.9.9.9" },
                Z2: { "web.a.example.com.": "10.0.1.10" },
            }),
            to: "web.a.example.com",
            code: 0,
            says: /private hosted zone a\.example\.com answers for web\.a\.example\.com: 10\.0\.1\.10\n/,
        },
        "whose zone's records were not saved": {
            zones: zones({ 1: { Z1: "example.com." } }, {}),
            to: "db.example.com",
            code: 3,
            says: /Not known: the records of hosted zone Z1\./,
        },
    };
    for (const [title, { zones: changed, to, code, says }] of Object.entries(hosts)) {
        it(`decide about a host name ${title}`, async () => {
            const answer = await onAnswers(ringOfVpcs(changed), "reach", ...client, "--to", to);
            assert.equal(answer.code, code, answer.stdout);
            assert.match(answer.stdout, says);
        });
    }

    const destinations = {
        "https://sqs.us-east-1.amazonaws.com": "not a service, a host name or an IPv4 address",
        "10.0.1.10/32": "not a service, a host name or an IPv4 address",
        "2001:db8::1": "not a service, a host name or an IPv4 address",
        "a host": "not a service, a host name or an IPv4 address",
        "10.0.1": "is not an IPv4 address",
        "10.0.1.10:99999": "has a port that is not 1 to 65535",
        "s3:0": "has a port that is not 1 to 65535",
    };
    for (const [to, says] of Object.entries(destinations)) {
        it(`reject the destination ${to}`, async () => {
            const { code, stderr } = await onAnswers(ringOfVpcs(), "reach", ...client, "--to", to);
            assert.deepEqual([code, stderr.includes(`--to ${to} `), stderr.includes(says)], [2, true, true], stderr);
        });
    }

    it("accept the full name of a service", async () => {
        const { stdout } = await onAnswers(ringOfVpcs(), "reach", ...client, "--to", "com.amazonaws.us-east-1.s3");
        assert.match(stdout, / -> s3: not reachable\n/);
    });

    const elsewhere = "vpc-0fedcba9876543210";
    const attached = [{ VpcId: elsewhere, State: "attached" }];
    const mixed: { [file: string]: object } = {
        "ec2-describe-security-groups": { SecurityGroups: [{ GroupId: "sg-1", GroupName: "app", VpcId: elsewhere }] },
        "ec2-describe-security-group-rules": {
            SecurityGroupRules: [{
                SecurityGroupRuleId: "sgr-1",
                GroupId: "sg-0fedcba9876543210",
                IsEgress: true,
                IpProtocol: "-1",
                CidrIpv4: "0.0.0.0/0",
            }],
        },
        "ec2-describe-internet-gateways": {
            InternetGateways: [{
                InternetGatewayId: "igw-1",
                Attachments: [{ VpcId: elsewhere, State: "available" }],
            }],
        },
        "ec2-describe-egress-only-internet-gateways": {
            EgressOnlyInternetGateways: [{ EgressOnlyInternetGatewayId: "eigw-1", Attachments: attached }],
        },
        "ec2-describe-vpn-gateways": { VpnGateways: [{ VpnGatewayId: "vgw-1", VpcAttachments: attached }] },
        "ec2-describe-carrier-gateways": { CarrierGateways: [{ CarrierGatewayId: "cagw-1", VpcId: elsewhere }] },
        "ec2-describe-nat-gateways": {
            NatGateways: [{ NatGatewayId: "nat-1", VpcId: elsewhere, State: "available" }],
        },
        "lambda-list-functions": {
            Functions: [{
                FunctionName: "worker",
                VpcConfig: { VpcId: elsewhere, SubnetIds: [], SecurityGroupIds: [] },
            }],
        },
    };
    for (const [file, answer] of Object.entries(mixed)) {
        it(`reject an answer of another account or Region: ${file}`, async () => {
            const { code, stderr } = await onAnswers(ringOfVpcs({ [file]: answer }), "exits");
            assert.equal(code, 2);
            assert.match(stderr, new RegExp(`--aws ${file}\\.json\n.*\\[reach\\.mixed-answers\\]\n`));
        });
    }

    it("accept what AWS lists for a while after its VPC was deleted", async () => {
        const { code } = await onAnswers(
            ringOfVpcs({
                "ec2-describe-nat-gateways": {
                    NatGateways: [{ NatGatewayId: "nat-1", VpcId: elsewhere, State: "deleted" }],
                },
                "ec2-describe-vpn-gateways": {
                    VpnGateways: [{ VpnGatewayId: "vgw-1", VpcAttachments: [{ VpcId: elsewhere, State: "detached" }] }],
                },
            }),
            "exits",
        );
        assert.equal(code, 1);
    });

    it("name the missing answers that show workloads, and decide about the others", async () => {
        const worker = {
            FunctionName: "worker",
            Role: "arn:aws:iam::123456789012:role/worker",
            VpcConfig: { VpcId: id("vpc", 1), SubnetIds: [id("subnet", 1)], SecurityGroupIds: [id("sg", 1)] },
        };
        const answers = ringOfVpcs({ "lambda-list-functions": { Functions: [worker] } });
        delete answers["ecs-list-clusters"];
        const one = await onAnswers(answers, "reach", "--from", "lambda:worker", "--to", "10.0.1.10");
        assert.equal(one.code, 0, one.stderr);
        const all = await onAnswers(answers, "reach", "--to", "10.0.1.10");
        assert.match(all.stdout, /ECS services -> 10\.0\.1\.10: unknown\n/);
        assert.match(all.stdout, /Not known: ecs-list-clusters\.json, which is missing\./);
        delete answers["lambda-list-functions"];
        const gone = await onAnswers(answers, "reach", "--from", "lambda:worker", "--to", "10.0.1.10");
        assert.equal(gone.code, 2);
        assert.match(
            gone.stderr,
            /no workload.* lambda:worker; not known: lambda-list-functions\.json, which is missing/,
        );
    });

    it("report workloads of which it is not known what they call, instead of nothing", async () => {
        const { code, stdout } = await onAnswers(ringOfVpcs(), "reach", "--all");
        assert.equal(code, 3);
        assert.match(
            stdout,
            /eni-00000000000000001 +not known +unknown +not known: the services that eni-00000000000000001 calls/,
        );
        const without = ringOfVpcs();
        delete without["ec2-describe-vpc-endpoints"];
        const late = await onAnswers(without, "reach", "--all");
        assert.match(late.stdout, /not known: ec2-describe-vpc-endpoints\.json, which is missing/);
    });

    it("report a network without workloads", async () => {
        const nothing = ringOfVpcs({ "ec2-describe-network-interfaces": { NetworkInterfaces: [] } });
        const { code, stdout } = await onAnswers(nothing, "reach", "--to", "s3");
        assert.equal(code, 0);
        assert.match(stdout, /The network has no workload/);
    });

    it("name a VPC of which the stack shows nothing but what is in it", async () => {
        const { "vpc-a": _, ...resources } = stack();
        const moved = Object.fromEntries(
            Object.entries(resources).map(([name, { inputs, from }]) => [name, {
                inputs: { ...inputs, ...("vpcId" in inputs && { vpcId: elsewhere }) },
                from,
            }]),
        );
        const { code, stdout } = await onFile(JSON.stringify(preview(moved)), "exits", "--preview");
        assert.equal(code, 3);
        assert.match(stdout, new RegExp(`Ways out of VPC ${elsewhere}\n`));
        assert.match(stdout, /any way out +unknown +not known: VPC vpc-0fedcba9876543210 is not described\n/);
    });

    const written = "→ write it with: pulumi preview --json > FILE";
    const whole = JSON.stringify(preview(stack()));
    for (
        const [title, text] of Object.entries({
            "is empty": "",
            "is truncated": whole.slice(0, 300),
            "is not JSON": `Previewing update (dev)\n${whole}`,
            "is two previews": `${whole}\n${whole}`,
            "is another command's": "{}",
        })
    ) {
        it(`name the command that writes a preview, if the file ${title}`, async () => {
            const { code, stderr } = await onFile(text, "reach", "--all", "--preview");
            assert.equal(code, 2);
            assert.ok(stderr.includes(written), stderr);
        });
    }

    it("name the command that writes an export, and what --aws expects", async () => {
        const state = await onFile("{", "exits", "--stack-export");
        assert.match(state.stderr, /→ write it with: pulumi stack export > FILE\n/);
        const none = await privateVpc(["exits", "--aws", "none"], { folder });
        assert.match(
            none.stderr,
            /the file does not exist .*\n +→ write it as the page docs\/reachability\.md describes/,
        );
    });

    it("report the error of a preview, and not only the line that introduces it", async () => {
        const message =
            "error: Running program '/app' failed with an unhandled exception:\n\nTypeError: x is undefined\n at y";
        const diagnostics = [{ severity: "error", message }];
        const { code, stderr } = await onFile(JSON.stringify({ steps: [], diagnostics }), "exits", "--preview");
        assert.equal(code, 2);
        assert.match(
            stderr,
            /the preview has an error: Running program .* exception: TypeError: x is undefined \[reach\.preview-failed\]/,
        );
    });
});

/** Private hosted zones by VPC, and the addresses of their records, as AWS answers. */
function zones(
    byVpc: { [vpc: number]: { [zone: string]: string } },
    records: { [zone: string]: { [host: string]: string } },
): Answers {
    const of = Object.entries(byVpc).map(([vpc, all]) => [
        `route53-list-hosted-zones-by-vpc.${id("vpc", Number(vpc))}.us-east-1`,
        { HostedZoneSummaries: Object.entries(all).map(([HostedZoneId, Name]) => ({ HostedZoneId, Name })) },
    ]);
    const read = Object.entries(records).map(([zone, hosts]) => [
        `route53-list-resource-record-sets.${zone}`,
        {
            ResourceRecordSets: Object.entries(hosts).map(([Name, Value]) => (
                { Name, Type: "A", ResourceRecords: [{ Value }] }
            )),
        },
    ]);
    return Object.fromEntries([...of, ...read]) as Answers;
}
