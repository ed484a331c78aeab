import * as assert from "node:assert/strict";

import { isUnknown } from "../../components/plan/policies/iam/truth";
import type { AwsRequest, Endpoint } from "../../network/model/accessModel";
import { emptyNetwork, type Network } from "../../network/model/network";
import { NetworkIndex } from "../../network/model/networkIndex";
import type { Route, RouteTarget, Subnet, Traffic } from "../../network/model/vpcModel";
import { steps } from "../../network/reach/hop";
import type { Answer, Destination, Source } from "../../network/reach/question";
import { reach } from "../../network/reach/reach";

export const all: Traffic = { protocol: "-1", fromPort: 0, toPort: 65_535 };
export const route = (cidr: string, kind: RouteTarget["kind"], id = ""): Route => ({
    destination: { cidr },
    target: { kind, id },
});
export const subnet = (id: string, vpc: string, cidrBlock: string): Subnet => ({
    id,
    vpc,
    zone: "us-east-1a",
    cidrBlock,
    routeTable: `table of ${vpc}`,
    networkAcl: "acl",
    mapsPublicAddresses: false,
});
export const vpc = (id: string, cidr: string) => ({ id, cidrBlocks: [cidr], dnsSupport: true, dnsHostnames: true });
export const acl = (...denied: { egress: boolean; cidr: string }[]) => ({
    id: "acl",
    entries: [
        ...denied.map((one, index) => ({ ...one, number: index + 1, allow: false, traffic: all })),
        ...[true, false].map((egress) => ({ number: 100, egress, allow: true, traffic: all, cidr: "0.0.0.0/0" })),
    ],
});
export const group = (id: string, ...cidrs: string[]) => ({
    id,
    vpc: "a",
    rules: cidrs.flatMap((cidr) =>
        [true, false].map((egress) => ({ id: `${cidr}-${egress}`, egress, traffic: all, peer: { cidr } }))
    ),
});

/** VPC a with subnets a1 and a2, VPC b with subnet b1, and an instance in a2 and b1. */
export function network(changed: Partial<Network> = {}, routes: Route[] = []): Network {
    return {
        ...emptyNetwork("us-east-1"),
        vpcs: [vpc("a", "10.0.0.0/16"), vpc("b", "10.1.0.0/16")],
        subnets: [subnet("a1", "a", "10.0.1.0/24"), subnet("a2", "a", "10.0.2.0/24"), subnet("b1", "b", "10.1.1.0/24")],
        routeTables: [
            { id: "table of a", vpc: "a", routes: [route("10.0.0.0/16", "local"), ...routes] },
            { id: "table of b", vpc: "b", routes: [route("10.1.0.0/16", "local"), ...routes] },
        ],
        networkAcls: [acl()],
        securityGroups: [group("open", "0.0.0.0/0")],
        interfaces: [
            { id: "eni-a2", vpc: "a", subnet: "a2", groups: ["open"], addresses: ["10.0.2.10"] },
            { id: "eni-b1", vpc: "b", subnet: "b1", groups: ["open"], addresses: ["10.1.1.10"] },
        ],
        ...changed,
    };
}

/** The answer to a question about a client in subnet a1 that has the group which allows everything. */
export function answer(given: Network, to: Destination, from: Partial<Source> = {}, request?: AwsRequest): Answer {
    const source = { label: "client", subnets: ["a1"], groups: ["open"], ...from };
    return reach(new NetworkIndex(given), { from: source, to, request });
}

/** The verdict, the code of the reason, and what is not known. */
export function ask(given: Network, to: Destination, from: Partial<Source> = {}): string[] {
    const { verdict, reason, unknown: names } = answer(given, to, from);
    return [verdict, ...(reason ? [reason.code] : []), ...names];
}

/** What decides: the code, sentence and change of the hop that fails; or the hops that are unknown, and what is not known. */
export function decision({ verdict, reason, hops, unknown: names }: Answer): string[] {
    for (const { step, says } of hops) assert.ok(step in steps, `${step}: ${says}`);
    if (reason) return [reason.code, hops.find(({ failure }) => failure)!.says, reason.fix.sentence];
    const open = hops.filter(({ passes }) => isUnknown(passes)).map(({ step, says }) => `${step}: ${says}`);
    return [verdict, ...open, ...(names.length > 0 ? [`not known: ${names.join("; ")}`] : [])];
}

/** Every decision on the way, as `step: what decides`. */
export function hopsOf({ hops }: Answer): string[] {
    return hops.map(({ step, says }) => `${step}: ${says}`);
}

/** A test for each row of a table: its title, what is decided, and what is expected. */
export function decides(rows: [title: string, decided: () => Answer, ...expected: string[]][]): void {
    for (const [title, decided, ...expected] of rows) {
        it(title, () => assert.deepEqual(decision(decided()), expected));
    }
}

/** An endpoint of VPC a: the gateway endpoint of Amazon S3, unless that is changed. */
export const endpoint = (changed: Partial<Endpoint> = {}): Endpoint => ({
    id: "endpoint",
    kind: "Gateway",
    vpc: "a",
    serviceName: "com.amazonaws.us-east-1.s3",
    service: "s3",
    isAvailable: true,
    policy: null,
    interfaces: [],
    groups: [],
    privateDns: false,
    privateDnsNames: [],
    ports: [443],
    ...changed,
});

/** An interface endpoint of Amazon SQS in subnet a2. */
export const sqs = (changed: Partial<Endpoint> = {}): Endpoint =>
    endpoint({
        id: "sqs",
        kind: "Interface",
        serviceName: "com.amazonaws.us-east-1.sqs",
        service: "sqs",
        interfaces: [{ subnet: "a2", address: "10.0.2.5" }],
        groups: ["open"],
        privateDns: true,
        privateDnsNames: ["sqs.us-east-1.amazonaws.com"],
        ...changed,
    });
