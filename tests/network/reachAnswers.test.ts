import * as assert from "node:assert/strict";

import { unknown } from "../../components/plan/policies/iam/truth";
import type { Need, Role, Workload } from "../../network/model/accessModel";
import type { Network } from "../../network/model/network";
import { NetworkIndex } from "../../network/model/networkIndex";
import type { Route } from "../../network/model/vpcModel";
import { explanations } from "../../network/reach/explanations";
import { reachMatrix } from "../../network/reach/matrix";
import { connectionTo } from "../../network/reach/packets";
import type { Destination } from "../../network/reach/question";
import { sourceOf } from "../../network/reach/reach";
import { acl, answer, decides, endpoint, group, network, route, sqs, subnet } from "./smallNetwork";

const late = unknown("what is late");
const near: Destination = { address: "10.0.2.10", port: 22 };

describe("the answer for several subnets and addresses", () => {
    /** Subnet `cut` has no route, and of subnet `open` the routes are not known. */
    const given = network({
        subnets: [
            ...network().subnets as [],
            { ...subnet("cut", "a", "10.0.8.0/24"), networkAcl: "none" },
            { ...subnet("open", "a", "10.0.9.0/24"), networkAcl: "late" },
            { ...subnet("other", "a", "10.0.10.0/24"), networkAcl: "later" },
        ],
        networkAcls: [
            acl(),
            { id: "none", entries: [] },
            { id: "late", entries: late },
            { id: "later", entries: unknown("what is later") },
        ],
    });
    const from = (...subnets: string[]) => () => answer(given, near, { subnets });
    const may = [
        "unknown",
        "aclOut: network ACL late may allow TCP 22 to 10.0.2.10",
        "aclInBack: network ACL late may allow TCP 1024-65535 from 10.0.2.10",
        "not known: what is late",
    ];
    const denied = [
        "SUBNET_ACL_RESTRICTION",
        "rule * of network ACL none denies TCP 22 to 10.0.2.10",
        "add an outbound rule to network ACL none that allows TCP 22 to 10.0.2.10, before rule *",
    ];
    decides([
        ["is reachable if all are", from("a1", "a2"), "reachable"],
        ["is not reachable if one is not", from("a1", "open", "cut"), ...denied],
        ["is unknown if one is, and none fails", from("a1", "open", "a1"), ...may],
        ["is the first that is unknown", from("a1", "open", "other"), ...may],
        [
            "is unknown for a source in no subnet",
            from(),
            "unknown",
            "name: it is in no subnet",
            "not known: the subnets of client",
        ],
        [
            "is unknown for a source in subnets that are not known",
            () => answer(given, near, { subnets: late }),
            "unknown",
            "name: the subnets of client are not known",
            "not known: what is late",
        ],
        [
            "is unknown for a name without addresses",
            () =>
                answer({
                    ...given,
                    privateZones: [{
                        id: "zone",
                        domain: "example.com",
                        vpcs: ["a"],
                        records: [{ host: "web.example.com", type: "A", values: [] }],
                    }],
                }, { host: "web.example.com" }),
            "unknown",
            "name: private hosted zone zone answers for web.example.com, without an address",
            "not known: the addresses of web.example.com",
        ],
        [
            "fails if one port of the service does",
            () =>
                answer(
                    network({
                        endpoints: [
                            sqs({ service: "ds", privateDnsNames: ["ds.us-east-1.amazonaws.com"], groups: ["https"] }),
                        ],
                        securityGroups: [group("open", "0.0.0.0/0"), {
                            id: "https",
                            vpc: "a",
                            rules: [{
                                id: "https",
                                egress: false,
                                traffic: { protocol: "tcp", fromPort: 443, toPort: 443 },
                                peer: { cidr: "0.0.0.0/0" },
                            }],
                        }],
                    }),
                    { host: "ds.us-east-1.amazonaws.com", port: 22 },
                ),
            "ENI_SG_RULES_MISMATCH",
            "security group https has no rule that allows TCP 22 from subnet a1",
            "add an inbound rule to security group https that allows TCP 22 from subnet a1",
        ],
    ]);

    it("names the question, the reason and every hop, also when they are read twice", () => {
        const good = from("a1")();
        assert.deepEqual([good.from, good.to, good.verdict, good.unknown], ["client", "10.0.2.10:22", "reachable", []]);
        assert.equal(good.reason, undefined);
        assert.ok(good.hops.length > 5);
        assert.equal(good.hops, good.hops);
        const bad = from("cut")();
        assert.deepEqual([bad.from, bad.to, bad.unknown], ["client", "10.0.2.10:22", []]);
        assert.equal(bad.reason!.says, explanations.SUBNET_ACL_RESTRICTION.says);
    });

    it("is that of the address that a client has", () => {
        const half = network({ networkAcls: [acl({ egress: false, cidr: "10.0.1.0/25" })] });
        const verdict = (address?: string) => answer(half, near, { address }).verdict;
        assert.deepEqual([undefined, "10.0.1.5", "10.0.1.200"].map(verdict), ["unknown", "not reachable", "reachable"]);
    });

    it("is that of a public address if the subnet assigns one, or the client has one", () => {
        const out = [route("0.0.0.0/0", "internet gateway", "igw")];
        const subnets = [{ ...subnet("a1", "a", "10.0.1.0/24"), mapsPublicAddresses: true }];
        const verdict = (changed: Partial<Network>, hasPublicAddress?: boolean) =>
            answer(network(changed, out), { address: "203.0.113.7" }, { hasPublicAddress }).verdict;
        assert.deepEqual([verdict({}), verdict({}, true)], ["not reachable", "reachable"]);
        assert.deepEqual([verdict({ subnets }), verdict({ subnets }, false)], ["reachable", "not reachable"]);
    });
});

describe("a gateway endpoint", () => {
    const to: Route = { destination: { prefixList: "s3" }, target: { kind: "gateway endpoint", id: "endpoint" } };
    const given = network({
        endpoints: [endpoint({ prefixList: "s3" })],
        prefixLists: [{ id: "s3", cidrs: ["203.0.113.0/24"], service: "s3" }],
    }, [to]);
    it("has the addresses of its prefix list", () => {
        assert.equal(answer(given, { service: "s3" }).verdict, "reachable");
        assert.equal(answer(given, { address: "203.0.113.9" }).verdict, "reachable");
        assert.equal(answer(given, { address: "198.51.100.9" }).verdict, "not reachable");
    });
});

describe("connections", () => {
    it("have the ports and the protocol of the catalogue", () => {
        const range = (first: number, last = first) => ({ first, last });
        assert.deepEqual(connectionTo(443), { protocol: "tcp", ports: range(443) });
        assert.deepEqual(connectionTo("1024-1064" as never), { protocol: "tcp", ports: range(1024, 1064) });
        assert.deepEqual(connectionTo("4195/udp" as never), { protocol: "udp", ports: range(4195) });
    });
});

describe("explanations", () => {
    it("are a sentence and a page of AWS", () => {
        for (const [code, { says, source }] of Object.entries(explanations)) {
            assert.match(says, /^[A-Z].*\.$/, code);
            assert.match(source, /^https:\/\/docs\.aws\.amazon\.com\/.+\.html$/, code);
        }
    });
});

describe("the matrix of workloads and what they need", () => {
    const worker: Role = { id: "worker", arn: "arn:aws:iam::123456789012:role/worker", policies: [] };
    const workload = (id: string, changed: Partial<Workload> = {}): Workload => ({
        id,
        subnets: ["a1"],
        groups: ["open"],
        hasPublicAddress: false,
        ...changed,
    });
    const need = (service: string, changed: Partial<Need> = {}): Need => ({ service, why: "calls it", ...changed });
    const rows = (workloads: Network["workloads"], ids?: string[], changed: Partial<Network> = {}) =>
        reachMatrix(new NetworkIndex(network({ endpoints: [sqs()], workloads, ...changed })), ids).map((row) => [
            row.workload,
            row.need.service,
            row.answer.verdict,
            ...row.answer.unknown,
        ]);

    it("has a row for each workload and each service", () => {
        const all = [
            workload("one", { needs: [need("sqs"), need("kms")] }),
            workload("other", { name: "app", needs: [need("sqs")] }),
        ];
        const [one, kms, other] = [["one", "sqs", "reachable"], ["one", "kms", "not reachable"], [
            "app",
            "sqs",
            "reachable",
        ]];
        assert.deepEqual(rows(all), [one, kms, other]);
        assert.deepEqual(rows(all, ["other"]), [other]);
        assert.deepEqual(rows(all, []), []);
        assert.deepEqual(rows(late), [["not known", "not known", "unknown", "what is late"]]);
    });

    it("asks for the host, and for the request of the role, that a need names", () => {
        const [row] = reachMatrix(
            new NetworkIndex(
                network({ workloads: [workload("one", { needs: [need("db", { host: "db.example.com" })] })] }),
            ),
        );
        assert.deepEqual([row!.answer.from, row!.answer.to], ["one", "db.example.com"]);
        const request = { action: "sqs:ListQueues" };
        const verdicts = (changed: Partial<Need>, of: Partial<Workload> = {}) =>
            rows([workload("one", { needs: [need("sqs", changed)], ...of })]).map(([, , verdict]) => verdict);
        assert.deepEqual(verdicts({ request }), ["reachable"]);
        assert.deepEqual(verdicts({ request }, { role: worker }), ["not reachable"]);
        assert.deepEqual(verdicts({ request, role: worker }), ["not reachable"]);
        assert.deepEqual(verdicts({}, { role: worker }), ["reachable"]);
    });

    it("has a row for what is not known of a workload", () => {
        assert.deepEqual(rows([workload("one", { needs: [], openNeeds: ["containerDefinitions of app"] })]), [
            ["one", "not known", "unknown", "containerDefinitions of app"],
        ]);
        const workloads = [workload("one", { needs: [], openNeeds: ["x"] })];
        const [open] = reachMatrix(new NetworkIndex(network({ workloads })));
        const { need: { why }, answer: { from, to, hops } } = open!;
        assert.deepEqual([why, from, to, hops], ["may call more services", "one", "not known", []]);
    });

    it("has the endpoints of the workload's VPCs if it is not known what it calls", () => {
        const kms = sqs({ id: "kms", service: "kms", privateDnsNames: ["kms.us-east-1.amazonaws.com"] });
        const of = (changed: Partial<Workload>) =>
            rows([workload("one", changed)], undefined, {
                endpoints: [
                    sqs(),
                    kms,
                    sqs({ id: "again", privateDns: false }),
                    sqs({ id: "b", vpc: "b", service: "sns" }),
                    sqs({ id: "own", service: undefined, privateDns: false }),
                ],
            });
        assert.deepEqual(of({ subnets: ["a1", "a2"] }), [["one", "kms", "reachable"], ["one", "sqs", "reachable"]]);
        assert.deepEqual(of({ subnets: ["gone"] }), [["one", "not known", "unknown", "subnet gone is not described"]]);
        assert.deepEqual(of({ subnets: late }), [["one", "not known", "unknown", "what is late"]]);
        const [row] = reachMatrix(new NetworkIndex(network({ endpoints: [sqs()], workloads: [workload("one")] })));
        assert.equal(row!.need.why, "its VPC has an endpoint of the service");
    });

    it("has the source that a workload is", () => {
        const index = new NetworkIndex(network({
            workloads: [
                workload("one", { name: "app", address: "10.0.1.5", role: worker }),
                workload("lonely", { subnets: [] }),
                workload("late", { subnets: late }),
            ],
        }));
        assert.deepEqual(sourceOf(index, "one"), {
            label: "app",
            subnets: ["a1"],
            groups: ["open"],
            address: "10.0.1.5",
            hasPublicAddress: false,
            role: worker,
        });
        const subnets = (id: string) => (sourceOf(index, id) as { subnets: unknown }).subnets;
        assert.deepEqual([subnets("lonely"), subnets("late")], [unknown("the subnets of lonely"), late]);
        assert.deepEqual(sourceOf(index, "gone"), unknown("workload gone is not described"));
    });
});
