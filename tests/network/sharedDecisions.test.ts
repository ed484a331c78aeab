import * as assert from "node:assert/strict";

import { unknown } from "../../components/plan/policies/iam/truth";
import type { Endpoint, Role } from "../../network/model/accessModel";
import { emptyNetwork, type Network } from "../../network/model/network";
import { NetworkIndex } from "../../network/model/networkIndex";
import type { GroupRule } from "../../network/model/vpcModel";
import type { Answer, Destination, Question } from "../../network/reach/question";
import { reach } from "../../network/reach/reach";

const rule = (id: string, changed: Partial<GroupRule> = {}): GroupRule => ({
    id,
    egress: true,
    traffic: { protocol: "tcp", fromPort: 443, toPort: 443 },
    peer: { cidr: "10.0.0.0/16" },
    ...changed,
});

const sqs: Endpoint = {
    id: "sqs",
    kind: "Interface",
    vpc: "vpc",
    serviceName: "com.amazonaws.us-east-1.sqs",
    service: "sqs",
    isAvailable: true,
    policy: null,
    interfaces: [{ subnet: "subnet" }],
    groups: ["endpoints"],
    privateDns: true,
    privateDnsNames: ["sqs.us-east-1.amazonaws.com"],
    ports: [443],
};

/** A VPC with an endpoint whose group allows what `allowed` says, and clients' groups by name. */
function network(clients: { [id: string]: GroupRule[] }, allowed: Partial<GroupRule> = {}): Network {
    const vpc = "vpc";
    return {
        ...emptyNetwork("us-east-1"),
        vpcs: [{ id: vpc, cidrBlocks: ["10.0.0.0/16"], dnsSupport: true, dnsHostnames: true }],
        subnets: [{
            id: "subnet",
            vpc,
            zone: "us-east-1a",
            cidrBlock: "10.0.0.0/24",
            routeTable: "table",
            networkAcl: "acl",
            mapsPublicAddresses: false,
        }],
        routeTables: [{
            id: "table",
            vpc,
            routes: [{ destination: { cidr: "10.0.0.0/16" }, target: { kind: "local", id: "" } }],
        }],
        networkAcls: [{ id: "acl", entries: [] }],
        securityGroups: [
            { id: "endpoints", vpc, rules: [rule("https", { egress: false, ...allowed })] },
            ...Object.entries(clients).map(([id, rules]) => ({ id, vpc, rules })),
        ],
        endpoints: [sqs],
    };
}

/** The answers for clients that each have one of these groups, all from the same index, where they share decisions. */
function ask(given: Network, groups: string[], to: Destination = { service: "sqs" }): Answer[] {
    const index = new NetworkIndex(given);
    return groups.map((group) => reach(index, { from: { label: group, subnets: ["subnet"], groups: [group] }, to }));
}

const verdicts = (answers: Answer[]) => answers.map(({ verdict }) => verdict);

describe("decisions that clients share", () => {
    it("are those of groups with the same rules, and each answer names the client's own", () => {
        const answers = ask(network({ one: [rule("a")], other: [rule("b")] }), ["one", "other"]);
        assert.deepEqual(verdicts(answers), ["reachable", "reachable"]);
        const says = answers.map(({ hops }) => hops.find(({ step }) => step === "egress")!.says.split(" allows")[0]);
        assert.deepEqual(says, ["rule a of security group one", "rule b of security group other"]);
    });

    it("are not those of groups whose rules differ in direction, traffic or peer", () => {
        const groups = {
            open: [rule("rule")],
            inbound: [rule("rule", { egress: false })],
            otherPort: [rule("rule", { traffic: { protocol: "tcp", fromPort: 444, toPort: 444 } })],
            otherProtocol: [rule("rule", { traffic: { protocol: "udp", fromPort: 443, toPort: 443 } })],
            otherPeer: [rule("rule", { peer: { cidr: "10.9.0.0/16" } })],
            unread: [rule("rule", { peer: unknown("the peer") })],
        };
        const denied = "not reachable";
        const expected = ["reachable", denied, denied, denied, denied, "unknown"];
        assert.deepEqual(verdicts(ask(network(groups), Object.keys(groups))), expected);
        assert.deepEqual(verdicts(ask(network(groups), Object.keys(groups).reverse())), [...expected].reverse());
    });

    it("are not those of clients of which only one is in the group that a rule names", () => {
        const given = network({ one: [rule("a")], other: [rule("a")] }, { peer: { group: "one" } });
        assert.deepEqual(verdicts(ask(given, ["one", "other"])), ["reachable", "not reachable"]);
        assert.deepEqual(verdicts(ask(given, ["other", "one"])), ["not reachable", "reachable"]);
    });

    it("are not those of connections to other ports", () => {
        const index = new NetworkIndex(network({ one: [rule("a")] }));
        const from = { label: "one", subnets: ["subnet"], groups: ["one"] };
        const answers = [443, 444, 443].map((port) => reach(index, { from, to: { service: "sqs", port } }));
        assert.deepEqual(verdicts(answers), ["reachable", "not reachable", "reachable"]);
    });

    it("are the same as those of a network of its own for each question", () => {
        const account = "arn:aws:iam::123456789012";
        const allow = (changed: object) =>
            JSON.stringify({
                Version: "2012-10-17",
                Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*", ...changed }],
            });
        const roles = ["one", "other"].map((id): Role => ({
            id,
            arn: `${account}:role/${id}`,
            policies: [{ name: id, document: allow({ Action: id === "one" ? "sqs:*" : "kms:*" }) }],
        }));
        const host = "db.example.com";
        const given: Network = {
            ...network({ one: [rule("a")], other: [rule("a", { peer: { cidr: "10.9.0.0/16" } })] }),
            accountId: "123456789012",
            endpoints: [
                { ...sqs, policy: allow({ Principal: { AWS: `${account}:role/one` } }) },
                { ...sqs, id: "kms", service: "kms", privateDnsNames: ["kms.us-east-1.amazonaws.com"] },
            ],
            resolverRules: ["example.com", "example.org"].map((domain, at) => (
                { id: domain, domain, forwards: true, vpcs: ["vpc"], servers: [`10.8.0.${at}`] }
            )),
        };
        const questions: Question[] = ["one", "other"].flatMap((group) =>
            [undefined, ...roles].flatMap((role) =>
                [undefined, "sqs:SendMessage", "kms:Decrypt"].flatMap((action) =>
                    [{ service: "sqs" }, { service: "kms" }, { host }, { host: "db.example.org" }, {
                        host: "example.net",
                        port: 22,
                    }].map((to) => ({
                        from: { label: group, subnets: ["subnet"], groups: [group], role },
                        to,
                        request: action === undefined ? undefined : { action },
                    }))
                )
            )
        );
        const shared = new NetworkIndex(given);
        const contentOf = ({ verdict, hops, reason, unknown: names }: Answer) => ({ verdict, hops, reason, names });
        for (const order of [questions, [...questions].reverse()]) {
            const answers = order.map((one) => contentOf(reach(shared, one)));
            assert.deepEqual(answers, order.map((one) => contentOf(reach(new NetworkIndex(given), one))));
        }
        assert.deepEqual(new Set(questions.map((one) => reach(shared, one).verdict)).size, 3);
    });
});
