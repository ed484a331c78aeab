import * as assert from "node:assert/strict";

import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import { knownServices, missingIn } from "../../components/plan/services/serviceNames";
import {
    addressesIn,
    common,
    covers,
    hasPublic,
    meet,
    publicRanges,
    type Range,
    rangeOf,
    without,
} from "../../network/model/addresses";
import { given, knownOr, reasonsIn } from "../../network/model/maybe";
import { Memo } from "../../network/model/memo";
import { emptyNetwork } from "../../network/model/network";
import { NetworkIndex } from "../../network/model/networkIndex";
import { policyIn } from "../../network/model/policyText";
import { hostsOf, isHostOf, isWithin, portsOf, serviceOfHost, usualHost } from "../../network/model/serviceHosts";
import { network, subnet } from "./smallNetwork";

describe("ranges of numbers", () => {
    const range = (first: number, last: number): Range => ({ first, last });

    it("are the addresses of an IPv4 CIDR block", () => {
        assert.deepEqual(rangeOf("10.0.0.0/24"), range(0x0a000000, 0x0a0000ff));
        assert.deepEqual(rangeOf("0.0.0.0/0"), range(0, 0xffffffff));
        assert.equal(rangeOf("10.0.0.0/24"), rangeOf("10.0.0.0/24"), "a block is parsed once");
        for (const other of ["::/0", "10.0.0.0", "10.0.0.0/33", ""]) assert.equal(rangeOf(other), undefined, other);
    });

    it("have the addresses of several blocks under a label, unless one cannot be read", () => {
        assert.deepEqual(addressesIn("subnets", ["10.0.0.0/32", "10.0.1.0/31"]), {
            label: "subnets",
            ranges: [range(0x0a000000, 0x0a000000), range(0x0a000100, 0x0a000101)],
        });
        assert.deepEqual(addressesIn("subnets", ["10.0.0.0/24", "::/0", "x"]), {
            unknown: ["subnets: ::/0 is not an IPv4 CIDR block"],
        });
        assert.deepEqual(addressesIn("x", ["10.0.0.1"]), { unknown: ["x: 10.0.0.1 is not an IPv4 CIDR block"] });
    });

    // Each with the range 10 to 20: whether it covers the other one and meets it, what is common, and what is left of it.
    const cases: [Range, boolean, boolean, Range | undefined, Range[]][] = [
        [range(10, 20), true, true, range(10, 20), []],
        [range(11, 19), true, true, range(11, 19), [range(10, 10), range(20, 20)]],
        [range(10, 15), true, true, range(10, 15), [range(16, 20)]],
        [range(15, 20), true, true, range(15, 20), [range(10, 14)]],
        [range(9, 20), false, true, range(10, 20), []],
        [range(10, 21), false, true, range(10, 20), []],
        [range(5, 10), false, true, range(10, 10), [range(11, 20)]],
        [range(20, 25), false, true, range(20, 20), [range(10, 19)]],
        [range(5, 9), false, false, undefined, [range(10, 20)]],
        [range(21, 25), false, false, undefined, [range(10, 20)]],
    ];
    for (const [other, isCovered, doMeet, shared, left] of cases) {
        it(`10 to 20 and ${other.first} to ${other.last} are compared`, () => {
            const one = range(10, 20);
            assert.deepEqual([covers(one, other), meet(one, other), meet(other, one)], [isCovered, doMeet, doMeet]);
            if (shared) assert.deepEqual([common(one, other), common(other, one)], [shared, shared]);
            assert.deepEqual(without(one, other), left);
        });
    }

    it("are public outside of the private and reserved blocks", () => {
        const text = (address: number) => [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join(".");
        assert.deepEqual(publicRanges.map(({ first, last }) => `${text(first)} - ${text(last)}`), [
            "1.0.0.0 - 9.255.255.255",
            "11.0.0.0 - 100.63.255.255",
            "100.128.0.0 - 126.255.255.255",
            "128.0.0.0 - 169.253.255.255",
            "169.255.0.0 - 172.15.255.255",
            "172.32.0.0 - 192.167.255.255",
            "192.169.0.0 - 223.255.255.255",
        ]);
        const isPublic = (...cidrs: string[]) => hasPublic({ label: "", ranges: cidrs.map((one) => rangeOf(one)!) });
        assert.deepEqual([isPublic("10.0.0.0/8"), isPublic("10.0.0.0/7"), isPublic("203.0.113.7/32")], [
            false,
            true,
            true,
        ]);
        assert.deepEqual([isPublic(), isPublic("10.0.0.0/8", "192.168.0.0/16", "1.1.1.1/32")], [false, true]);
    });
});

describe("facts that may be unknown", () => {
    it("have a value or a substitute, and what follows from them", () => {
        assert.deepEqual([knownOr(1, 2), knownOr(unknown("one"), 2), knownOr(false, true)], [1, 2, false]);
        assert.equal(given(1, (one) => one + 1), 2);
        assert.deepEqual(given(unknown("one"), () => 2), { unknown: ["one"] });
        assert.deepEqual(given(1, () => unknown("two")), { unknown: ["two"] });
    });

    it("are named once each", () => {
        assert.deepEqual(reasonsIn([true, unknown("one"), "text", { unknown: ["two", "one"] }, undefined]), [
            "one",
            "two",
        ]);
    });
});

describe("a memo", () => {
    it("makes a result once for the same keys, also if it is undefined", () => {
        const memo = new Memo();
        const object = {};
        let made = 0;
        const of = (...keys: unknown[]) => memo.of(keys, () => ++made);
        assert.deepEqual([of("a"), of("a"), of("b"), of("a", object), of("a", {}), of("a", object), of()], [
            ...[1, 1, 2, 3, 4, 3, 5],
        ]);
        let calls = 0;
        const nothing = () => memo.of(["nothing"], () => void calls++);
        assert.deepEqual([nothing(), nothing(), calls], [undefined, undefined, 1]);
    });
});

describe("a policy's text", () => {
    it("is a document with statements, or no policy", () => {
        assert.deepEqual(policyIn("{\"Statement\":[]}"), { Statement: [] });
        for (const other of ["", "{", "[]", "null", "1", "\"Statement\"", "{\"Version\":\"2012-10-17\"}"]) {
            assert.equal(policyIn(other), undefined, other);
        }
    });
});

describe("the hosts of services", () => {
    it("are those that the catalogue lists for a Region", () => {
        assert.deepEqual(hostsOf("eu-west-1", "ecr.dkr"), ["*.dkr.ecr.eu-west-1.amazonaws.com"]);
        assert.equal(hostsOf("eu-west-1", "account"), undefined);
        assert.equal(usualHost("eu-west-1", "account"), undefined);
        assert.equal(usualHost("eu-west-1", "dynamodb"), undefined);
        assert.equal(usualHost("eu-west-1", "ecr.dkr"), "name.dkr.ecr.eu-west-1.amazonaws.com");
        assert.equal(usualHost("eu-west-1", "secretsmanager"), "secretsmanager.eu-west-1.amazonaws.com");
        assert.equal(usualHost("eu-west-1", "not-a-service"), undefined);
    });

    it("are of one service, by the whole name or by what follows the first label", () => {
        const cases: { [host: string]: string | undefined } = {
            "secretsmanager.us-east-1.amazonaws.com": "secretsmanager",
            "123456789012.dkr.ecr.us-east-1.amazonaws.com": "ecr.dkr",
            "two.labels.dkr.ecr.us-east-1.amazonaws.com": undefined,
            "secretsmanager.eu-west-1.amazonaws.com": undefined,
            "example.com": undefined,
        };
        for (const [host, service] of Object.entries(cases)) {
            assert.equal(serviceOfHost("us-east-1", host), service, host);
        }
        const missing = usualHost("us-east-1", "sagemaker-geospatial")!;
        assert.equal(serviceOfHost("us-east-1", missing), undefined);
        for (const region of ["us-east-1", "cn-north-1"]) {
            for (const service of knownServices.filter((one) => !missingIn(region, one))) {
                for (const host of hostsOf(region, service) ?? []) {
                    assert.equal(serviceOfHost(region, host.replace("*", "name")), service, host);
                }
            }
        }
    });

    it("have the ports of the catalogue, or HTTPS", () => {
        const services = ["cassandra", "sqs", "airflow.env", "not-a-service"];
        assert.deepEqual(services.map(portsOf), [[9142], [443], [443], [443]]);
    });

    it("match a name, a wildcard for one label, and a domain for any number of labels", () => {
        // Pattern, host, whether it is a host of the pattern, and whether it is within the pattern as a domain.
        const cases: [string, string, boolean, boolean][] = [
            ["example.com", "example.com", true, true],
            ["example.com", "a.example.com", false, true],
            ["example.com", "badexample.com", false, false],
            ["*.example.com", "a.example.com", true, false],
            ["*.example.com", "a.b.example.com", false, false],
            ["*.example.com", "example.com", false, false],
            ["*.example.com", ".example.com", false, false],
            ["*.example.com", "*.example.com", true, true],
            ["*.example.com", "example", false, false],
            ["", "example.com", false, true],
        ];
        for (const [pattern, host, is, within] of cases) {
            assert.deepEqual([isHostOf(pattern, host), isWithin(pattern, host)], [is, within], `${pattern} ${host}`);
        }
    });
});

describe("the index of a network", () => {
    const id = "subnet-0123456789abcdef0";
    const named = [{ ...subnet(id, "a", "10.0.1.0/24"), name: "app" }, {
        ...subnet("urn", "a", "10.0.2.0/24"),
        name: "web",
    }];
    const index = new NetworkIndex(network({ subnets: named, gateways: unknown("the gateways") }));

    it("finds things by their ID, or names what is not known", () => {
        assert.equal(index.find("subnets", id), named[0]);
        assert.equal(index.find("subnets", "urn"), named[1]);
        assert.equal(index.find("vpcs", "a"), (index.network.vpcs as { id: string }[])[0]);
        assert.deepEqual(index.find("subnets", unknown("the subnet")), { unknown: ["the subnet"] });
        assert.deepEqual(index.find("gateways", "igw"), { unknown: ["the gateways"] });
    });

    it("finds what is in a VPC, with what may be in it", () => {
        const gateway = (vpc: string | { unknown: string[] }, of: string) => ({
            id: of,
            kind: "NAT gateway" as const,
            vpc,
        });
        const gateways = [gateway("a", "1"), gateway("b", "2"), gateway(unknown("a VPC"), "3"), gateway("a", "4")];
        const of = new NetworkIndex(network({ gateways }));
        const ids = (vpc: string) => (knownOr(of.inVpc("gateways", vpc), [])).map((one) => one.id);
        assert.deepEqual(["a", "b", "c"].map(ids), [["1", "4", "3"], ["2", "3"], ["3"]]);
        assert.deepEqual((of.inVpc("subnets", "b") as { id: string }[]).map((one) => one.id), ["b1"]);
        assert.deepEqual(index.inVpc("gateways", "a"), { unknown: ["the gateways"] });
    });

    it("names things by their kind, with their name, and with their ID if it is of AWS", () => {
        assert.equal(index.label("subnets", id), `subnet app (${id})`);
        assert.equal(index.label("subnets", "urn"), "subnet web");
        assert.equal(index.label("subnets", unknown("a subnet")), "an unknown subnet");
        const same = new NetworkIndex(network({ subnets: [{ ...subnet(id, "a", "10.0.1.0/24"), name: id }] }));
        assert.equal(same.label("subnets", id), `subnet ${id}`);
        for (const other of [`x ${id}`, `${id} x`, "subnet-0123456", "Subnet-0123456789abcdef0"]) {
            const one = new NetworkIndex(network({ subnets: [{ ...subnet(other, "a", "10.0.1.0/24"), name: "app" }] }));
            assert.equal(one.label("subnets", other), "subnet app", other);
        }
        const short = new NetworkIndex(
            network({
                vpcs: [{ id: "vpc-01234567", name: "app", cidrBlocks: [], dnsSupport: true, dnsHostnames: true }],
            }),
        );
        assert.equal(short.label("vpcs", "vpc-01234567"), "VPC app (vpc-01234567)");
    });

    it("has a word for each kind", () => {
        const words = {
            vpcs: "VPC",
            subnets: "subnet",
            routeTables: "route table",
            prefixLists: "prefix list",
            networkAcls: "network ACL",
            securityGroups: "security group",
            endpoints: "endpoint",
            interfaces: "network interface",
            publicAddresses: "public address",
            gateways: "gateway",
            peerings: "VPC peering connection",
            transitAttachments: "transit gateway attachment",
            privateZones: "private hosted zone",
            resolverRules: "Resolver rule",
            resolverEndpoints: "Resolver endpoint",
            dnsFirewalls: "DNS Firewall rule group association",
            workloads: "workload",
            roles: "role",
        };
        const { region, assumptions, ...kinds } = emptyNetwork("us-east-1");
        assert.deepEqual([region, assumptions], ["us-east-1", []]);
        assert.deepEqual(kinds, Object.fromEntries(Object.keys(words).map((kind) => [kind, []])));
        const empty = new NetworkIndex(emptyNetwork("us-east-1"));
        for (const [kind, word] of Object.entries(words)) {
            const found = empty.find(kind as keyof typeof words, "id");
            assert.deepEqual(isUnknown(found) && found.unknown, [`${word} id is not described`]);
            assert.equal(empty.label(kind as keyof typeof words, "id"), `${word} id`);
        }
    });
});
