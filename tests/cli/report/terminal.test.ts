import * as assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";

import { table } from "../../../cli/report/table";
import { screenOf, terminalReport } from "../../../cli/report/terminal";
import { costLines } from "../../../components/report/costLines";
import { policyLines } from "../../../components/report/policyLines";
import { sections } from "../../../components/report/sections";
import { adviceLines, zoneLines } from "../../../components/report/sentences";
import { vpcPlan } from "./pictures";
import { planOf } from "./plans";

const stream = (isTTY: boolean, columns?: number) => ({ isTTY, columns }) as NodeJS.WriteStream;

describe("the report on a terminal", () => {
    it("fits the terminal's width, including tables, and drops no word", async () => {
        const plan = await planOf("prod");
        const words = sections(plan).flatMap(({ table: content }) => (content?.rows ?? []).flat()).flatMap((cell) =>
            cell.split(" ")
        );
        for (const width of [220, 160, 120, 100, 80]) {
            const text = terminalReport(plan, { width, colour: false });
            const tables = text.split("\n\n").filter((part) => /^(Network|Endpoints)/.test(part));
            assert.equal(tables.length, 2);
            for (const line of tables.join("\n").split("\n")) assert.ok(line.length <= width, `${width}: ${line}`);
            for (const word of words) assert.ok(text.includes(word), `${width}: ${word}`);
        }
    });

    it("has one line per endpoint at 80 and 100 columns, and lists below the table what does not fit", async () => {
        const zones = ["a", "b", "c", "d", "e", "f"].map((letter) => `us-east-1${letter}`);
        const plan = await planOf("dev", {
            "private-vpc:availabilityZones": JSON.stringify(zones),
            "private-vpc:endpointZones": JSON.stringify(zones),
            "private-vpc:services": `["license-manager-linux-subscriptions-fips","logs","s3","sqs"]`,
            "private-vpc:endpoints": `{"s3":{"reachableFrom":["10.8.0.0/16","10.9.0.0/16"]}}`,
        });
        for (const width of [80, 100, 200]) {
            const text = terminalReport(plan, { width, colour: false });
            const [titles, ...lines] = /\n\nEndpoints \(.*\n((?: {2}.*\n)+)/.exec(text)![1]!.trimEnd().split("\n");
            const rows = lines.slice(0, plan.endpoints.length);
            assert.deepEqual(rows.map((row) => row.trim().split(" ")[0]), plan.endpoints.map(({ service }) => service));
            for (const line of rows) assert.ok(line.length <= width, `${width}: ${line}`);
            assert.equal(titles!.includes("reason"), width >= 100);
            assert.equal(/^ {2}reason\n(?: {2}.*\n)* {2}a gateway is free: s3 \(Gateway\)$/m.test(text), width < 100);
            assert.equal(/^ {2}requested by\n {2}ecs-fargate: ecr\.api, ecr\.dkr$/m.test(text), width < 200);
            assert.match(
                text.replace(/\n +/g, " "),
                /s3-interface is for callers outside the VPC, in 10\.8\.0\.0\/16 and 10\.9\.0\.0\/16; workloads/,
            );
        }
        assert.ok(terminalReport(plan, { width: 20, colour: false }).includes("  USD/month  43.80"));
    });

    it("strips control characters from values", async () => {
        const exceptions = [
            { service: "s3", actions: ["s3:GetObject"], resources: ["*"], reason: "price\u001b[2J\r\nlists\u0007" },
        ];
        const plan = await planOf("dev", { "private-vpc:perimeter": JSON.stringify({ exceptions }) });
        const text = terminalReport(plan, { colour: false });
        assert.match(text, /allows by name: price lists: trusted principals may call s3:GetObject on \*\.$/m);
        assert.doesNotMatch(text, /[^\n\P{Cc}]/u);
    });

    it("lists an endpoint's columns one per line if they do not fit side by side", () => {
        const rows = [["sqs", "Interface", "AWS offers no gateway"]];
        assert.deepEqual(
            table(["service", "kind", "why"], rows, 40),
            [
                "service  kind       why",
                "sqs      Interface  AWS offers no",
                "                    gateway",
            ],
        );
        assert.deepEqual(table(["service", "kind", "why"], rows, 20), [
            "sqs",
            "  kind  Interface",
            "  why   AWS offers no gateway",
        ]);
    });

    it("keeps columns apart if cells are wrapped, and wraps sentences between words", async () => {
        assert.deepEqual(table(["why", "asked by"], [["AWS offers no gateway", "ecs-fargate"]], 23), [
            "why         asked by",
            "AWS offers  ecs-fargate",
            "no gateway",
        ]);
        const text = terminalReport(await planOf("dev"), { width: 60, colour: false });
        const sentences = text.split("\n\n").filter((part) => /^(dev|Not created|Cost|Zones)/.test(part)).join("\n");
        for (const line of sentences.split("\n")) assert.ok(line.length <= 60, line);
        assert.ok(
            sentences.replace(/\s+/g, " ").includes("the endpoints are the only way out, except for DNS queries."),
        );
    });

    it("aligns columns by visible width, ignoring colour codes", async () => {
        const plan = await planOf("dev");
        const coloured = terminalReport(plan, { width: 120, colour: true });
        assert.match(coloured, /\u001b\[32mGateway/);
        assert.equal(stripVTControlCharacters(coloured), terminalReport(plan, { width: 120, colour: false }));
    });

    it("uses colours on a terminal, and none in a file, with NO_COLOR, on a dumb terminal or in CI", () => {
        assert.deepEqual(screenOf(stream(true, 100), {}), { colour: true, width: 100 });
        assert.deepEqual(screenOf(stream(true, 100), { NO_COLOR: "1" }), { colour: false, width: 100 });
        assert.deepEqual(screenOf(stream(true, 100), { TERM: "dumb" }), { colour: false, width: 100 });
        assert.deepEqual(screenOf(stream(false), { CI: "true" }), { colour: false, width: undefined });
    });

    it("lists what is not created at the caller's request, what is unknown, and what each item costs", async () => {
        const alone = await planOf("dev", { "private-vpc:endpoints": `{"s3":{"kind":"Interface"}}` });
        assert.match(
            terminalReport(alone, { colour: false }),
            /s3 gateway endpoint: not created because you requested only an interface endpoint/,
        );
        const zones = `["eu-west-3a"]`;
        const unpriced = await planOf("dev", {
            "aws:region": "eu-west-3",
            "private-vpc:availabilityZones": zones,
            "private-vpc:endpointZones": zones,
        });
        const text = terminalReport(unpriced, { colour: false });
        assert.match(
            text,
            /The price of an interface endpoint's hour in eu-west-3 is unknown; the price of eu-west-2, the nearest/,
        );
        assert.match(text, /sqs .* 8\.03 +AWS offers no gateway/);
        assert.doesNotMatch(text, /The price of a NAT gateway's hour/);
        assert.match(text, /Instead, a NAT gateway with a public IPv4 address would cost USD 40\.15 a month/);
    });

    it("suggests what to do if no service or workload is requested", async () => {
        const empty = await planOf("dev", { "private-vpc:workloads": "", "private-vpc:services": "" });
        assert.match(
            terminalReport(empty, { colour: false }),
            /None: name services or workloads in the stack's config/,
        );
    });

    it("says under a heading of its own that data can leave in DNS queries, and names what filters them", async () => {
        const empty = await planOf("dev", { "private-vpc:workloads": "", "private-vpc:services": "" });
        for (const plan of [empty, await planOf("dev")]) {
            const [, part] = terminalReport(plan, { colour: false }).split("\nDNS\n");
            assert.deepEqual(part!.split("\n\n")[0]!.split("\n").map((line) => line.trim()), [
                "DNS queries leave the VPC: its Route 53 Resolver also resolves public names, so data can leave in DNS queries. "
                + "Security groups and network ACLs do not filter them.",
                "Route 53 Resolver DNS Firewall filters them: set dnsFirewall to create one that allows only the names of this plan. "
                + "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall.html",
            ]);
        }
    });

    it("shows notes for users of an endpoint, only for endpoints that are created [sel.execute-api] [sel.sts-regional] [sel.ecr-cache]", async () => {
        const mind = await planOf("dev", { "private-vpc:services": `["email-smtp","execute-api","sts"]` });
        const [, part] = terminalReport(mind, { colour: false }).split("Before you deploy\n");
        assert.deepEqual(part!.split("\n\n")[0]!.split("\n").map((line) => line.trim()), [
            "ecr.api: the first pull through a pull-through cache rule still needs the internet.",
            "email-smtp: the sources contradict each other: Landing Zone Accelerator treats it as taking no endpoint policy.",
            "email-smtp: not available in the zone IDs use1-az2, use1-az3 and use1-az5; pulumi preview finds out which of "
            + "your zones these are.",
            "execute-api: the VPC can no longer reach public APIs of API Gateway, unless private DNS is disabled.",
            "sts: clients must use the Regional name: the global sts.amazonaws.com does not resolve to this endpoint.",
        ]);
        // The sources contradict each other about IPv6 of ECR and S3, and the endpoints have IPv4 addresses.
        const nothing = await planOf("dev", { "private-vpc:workloads": "", "private-vpc:services": `["sqs"]` });
        assert.deepEqual(adviceLines(nothing), []);
    });

    it("warns if callers outside the VPC are expected at an endpoint whose security groups allow none of them", async () => {
        const mindIn = async (endpoints: object) => {
            const workloads = `["backup-gateway-hybrid","s3-from-on-premises"]`;
            const config = { "private-vpc:workloads": workloads, "private-vpc:services": "" };
            const { region, ...plan } = await planOf("dev", {
                ...config,
                "private-vpc:endpoints": JSON.stringify(endpoints),
            });
            return adviceLines({ ...plan, region }).filter((line) => line.includes("outside"));
        };
        const said = (service: string, workload: string) =>
            `${service}: ${workload} calls it from outside the VPC, but no range outside the VPC is allowed; set reachableFrom.`;
        const [backup, s3] = [said("backup-gateway", "backup-gateway-hybrid"), said("s3", "s3-from-on-premises")];
        assert.deepEqual(await mindIn({}), [backup, s3]);
        assert.deepEqual(await mindIn({ s3: { reachableFrom: ["10.8.0.0/16"] } }), [backup]);
        const given = { kind: "Interface", securityGroupIds: ["sg-1"] };
        assert.deepEqual(await mindIn({ s3: given, "backup-gateway": { allowedCidrBlocks: ["10.8.0.0/16"] } }), []);
        const inside = await planOf("dev", { "private-vpc:services": `["s3"]` });
        assert.deepEqual(adviceLines(inside).filter((line) => line.includes("outside")), []);
        const hybrid = await planOf("dev", { "private-vpc:workloads": `["backup-gateway-hybrid"]` });
        const secondary = hybrid.endpoints.map((one) =>
            one.kind === "Interface" ? { ...one, sources: ["100.64.0.0/16", ...one.sources] } : one
        );
        const lines = adviceLines({ ...hybrid, endpoints: secondary });
        assert.ok(lines.includes(backup), "a secondary range of the VPC is not outside");
    });

    it("lists once each what a workload needs in addition to endpoints", async () => {
        const needs = async (workloads: string[]) => {
            const config = { "private-vpc:workloads": JSON.stringify(workloads), "private-vpc:services": "" };
            return adviceLines(await planOf("dev", config)).filter((line) => line.includes(" also needs "));
        };
        assert.deepEqual(await needs(["eks-cluster-autoscaler", "eks-load-balancer-controller"]), [
            "eks-cluster-autoscaler also needs the option --aws-use-static-instance-list=true.",
            "eks-load-balancer-controller also needs the options enable-shield, enable-waf and enable-wafv2 set to false.",
            "eks-load-balancer-controller also needs certificates that are named, because discovery calls ACM.",
        ]);
        assert.deepEqual(await needs(["ecs-fargate"]), []);
    });

    it("names the endpoints whose policies omit conditions", async () => {
        const { endpoints, ...plan } = await planOf("dev");
        const s3 = endpoints.find(({ name }) => name === "s3-gateway")!;
        const dropped = { ...s3, policy: { ...s3.policy, droppedConditions: ["a", "b"] } };
        assert.deepEqual(policyLines({ ...plan, endpoints: [s3] }), []);
        assert.deepEqual(policyLines({ ...plan, endpoints: [dropped] }), [
            "s3-gateway omits the conditions of a and b; IAM still enforces them.",
        ]);
        assert.deepEqual(policyLines({ ...plan, endpoints: [dropped, { ...dropped, name: "s3-interface" }] }), [
            "s3-gateway and s3-interface omit the conditions of a and b; IAM still enforces them.",
        ]);
    });

    it("warns of policy statements that allow less than they seem to", async () => {
        const warning = {
            code: "pol.unknown-action",
            path: "endpoints.sqs.policy",
            message: "sqs:SentMessage is not an IAM action",
        } as const;
        const code = `[${warning.code}]`;
        const warnings = [
            { ...warning, hint: "did you mean sqs:SendMessage?" },
            { ...warning, hint: "see the AWS Service Authorization Reference" },
        ];
        assert.deepEqual(policyLines({ ...await planOf("dev"), endpoints: [], warnings }), [
            `endpoints.sqs.policy: sqs:SentMessage is not an IAM action; did you mean sqs:SendMessage? ${code}`,
            `endpoints.sqs.policy: sqs:SentMessage is not an IAM action; see the AWS Service Authorization Reference. ${code}`,
        ]);
    });

    it("explains what the choice of zones means if an Availability Zone fails [if.two-azs]", async () => {
        const carries = "Each interface endpoint provides 10 Gbps per zone and scales automatically to 100 Gbps.";
        assert.deepEqual(zoneLines(await planOf("dev")), [
            "us-east-1b: 6 interface endpoints are reached across zones, in us-east-1a.",
            "6 interface endpoints are in a single zone: if that zone fails, the whole VPC loses access to them.",
            carries,
        ]);
        assert.deepEqual(zoneLines(await planOf("prod")), [carries]);
        assert.deepEqual(zoneLines(await planOf("dev", { "private-vpc:availabilityZones": `["us-east-1a"]` })), [
            "The VPC uses a single zone and fails with it; AWS recommends at least two for interface endpoints.",
            carries,
        ]);
    });

    it("names endpoints that must be called by their own DNS name", async () => {
        const plan = await planOf("dev", { "private-vpc:endpoints": `{"sqs":{"privateDns":false}}` });
        const text = terminalReport(plan, { colour: false });
        assert.match(text, /^ {2}sqs .* public: use its DNS name /m);
        assert.match(text, /^ {2}Private DNS is off for sqs: clients call the endpoint by its own DNS name/m);
    });

    it("says from which traffic each endpoint pays for itself, and names the few that differ", () => {
        const services = ["kms", "logs", "sns", "sqs", "sts"] as const;
        const plan = vpcPlan(3, { services: [...services], endpoints: { kms: { zones: ["us-east-1a"] } } });
        assert.deepEqual(costLines(plan).filter((line) => line.startsWith("If you")), [
            "If you run NAT gateways anyway, kms pays for itself from 209 GB a month.",
            "If you run NAT gateways anyway, each of the other 4 interface endpoints pays for itself from 626 GB a month.",
        ]);
    });

    it("lists the cost of the expected data, and the break-even points", async () => {
        const costs = await planOf("dev", { "private-vpc:endpoints": `{"sqs":{"expectedGigabytes":1000}}` });
        assert.deepEqual(costLines(costs), [
            "USD 53.80 a month: USD 43.80 for 730 hours, USD 10.00 for 1,000 GB through interface endpoints.",
            "Instead, 2 NAT gateways, each with a public IPv4 address, would cost USD 118.00 a month, USD 45.00 of it for data.",
            "The endpoints are cheaper at any amount of data.",
            "If you run NAT gateways anyway, each interface endpoint pays for itself from 209 GB a month.",
            "On-demand prices without tax; interface endpoint price as of 2026-09-17.",
        ]);
    });
});
