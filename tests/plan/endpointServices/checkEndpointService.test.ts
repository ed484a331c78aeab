import * as assert from "node:assert/strict";

import {
    checkEndpointService,
    type EndpointServiceRequest,
} from "../../../components/plan/endpointServices/checkEndpointService";
import { codesOf } from "../../codesOf";

const networkArn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/50dc6c495c0c9188";
const balancer = (type: string) => networkArn.replace("/net/", `/${type}/`);
const account = "arn:aws:iam::111122223333:root";
const endpoint = "vpce-0123456789abcdef0";

const check = (request: Partial<EndpointServiceRequest>, region?: string) =>
    checkEndpointService({ networkLoadBalancerArns: [networkArn], ...request }, region);

describe("what is said of an endpoint service", () => {
    it("is right with a network load balancer alone, and with everything said", () => {
        assert.deepEqual(check({}), []);
        assert.deepEqual(
            check({
                acceptanceRequired: true,
                allowedPrincipals: [
                    account,
                    "*",
                    "arn:aws:iam::111122223333:role/orders-client",
                    "arn:aws-us-gov:iam::111122223333:user/x@y",
                ],
                acceptedEndpointIds: { web: endpoint, jobs: "vpce-01234567" },
                supportedRegions: ["eu-west-1", "us-east-1"],
                supportedIpAddressTypes: ["ipv4", "ipv6"],
                privateDnsName: "*.orders.example.com",
                privateDnsHostedZoneId: "Z0123456789ABCDEFGHIJ",
                connectionNotification: {
                    topicArn: "arn:aws:sns:us-east-1:123456789012:connections",
                    events: ["Connect"],
                },
            }, "us-east-1"),
            [],
        );
    });

    it("is not judged where it is known only in a deployment", () => {
        const later = Promise.resolve("");
        const problems = check({
            networkLoadBalancerArns: [later],
            allowedPrincipals: [later],
            acceptedEndpointIds: { web: later },
            connectionNotification: { topicArn: later },
        }, "us-east-1");
        assert.deepEqual(problems, []);
    });

    it("is a problem with no load balancer, or one of another type, and says which it takes", () => {
        assert.deepEqual(codesOf(check({ networkLoadBalancerArns: [] })), ["list.empty networkLoadBalancerArns"]);
        assert.deepEqual(codesOf(check({ networkLoadBalancerArns: [networkArn, balancer("app"), balancer("gwy")] })), [
            "endpoint-service.load-balancer-type networkLoadBalancerArns[1]",
            "endpoint-service.load-balancer-type networkLoadBalancerArns[2]",
        ]);
    });

    it("is a problem with what is no load balancer's ARN, with one named twice, and with one of another Region", () => {
        const classic = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/orders";
        const list = [classic, "orders", networkArn, networkArn];
        const problems = check({ networkLoadBalancerArns: list }, "us-east-1");
        assert.deepEqual(codesOf(problems), [
            "endpoint-service.invalid-load-balancer networkLoadBalancerArns[0]",
            "endpoint-service.invalid-load-balancer networkLoadBalancerArns[1]",
            "list.repeated networkLoadBalancerArns[3]",
        ]);
        assert.deepEqual(codesOf(check({}, "eu-west-1")), [
            "endpoint-service.load-balancer-region networkLoadBalancerArns[0]",
        ]);
    });

    it("is a problem with a principal that is not an ARN, or is named twice", () => {
        const allowedPrincipals = [
            "111122223333",
            "arn:aws:iam::*:root",
            "",
            "arn:aws:iam::111122223333:group/x",
            account,
            account,
        ];
        assert.deepEqual(codesOf(check({ allowedPrincipals })), [
            "endpoint-service.invalid-principal allowedPrincipals[0]",
            ...[1, 2, 3].map((index) => `endpoint-service.invalid-principal allowedPrincipals[${index}]`),
            "list.repeated allowedPrincipals[5]",
        ]);
    });

    it("is a problem with a role that has a path, which AWS does not support", () => {
        assert.deepEqual(codesOf(check({ allowedPrincipals: ["arn:aws:iam::111122223333:role/team/orders"] })), [
            "endpoint-service.principal-path allowedPrincipals[0]",
        ]);
    });

    it("may let everyone ask, and is a problem where everyone would be let in unasked", () => {
        assert.deepEqual(check({ allowedPrincipals: ["*"] }), []);
        assert.deepEqual(check({ allowedPrincipals: [account], acceptanceRequired: false }), []);
        assert.deepEqual(codesOf(check({ allowedPrincipals: ["*"], acceptanceRequired: false })), [
            "endpoint-service.public acceptanceRequired",
        ]);
    });

    it("is a problem with an endpoint that is none, and with one to accept where nothing waits", () => {
        const acceptedEndpointIds = { web: "vpce-svc-0123456789abcdef0", jobs: endpoint };
        assert.deepEqual(codesOf(check({ acceptedEndpointIds })), ["endpoints.invalid-id acceptedEndpointIds.web"]);
        assert.deepEqual(codesOf(check({ acceptedEndpointIds, acceptanceRequired: false })), [
            "endpoint-service.nothing-to-accept acceptedEndpointIds",
        ]);
    });

    it("is a problem with a Region that is none, twice, or of another partition", () => {
        const supportedRegions = ["eu-wst-1", "eu-west-1", "eu-west-1", "us-gov-west-1"];
        assert.deepEqual(
            codesOf(check({ supportedRegions }, "us-east-1")),
            [
                "regions.unknown supportedRegions[0]",
                "list.repeated supportedRegions[2]",
                "regions.other-partition supportedRegions[3]",
            ],
        );
    });

    it("is a problem with an address type or an event that is none, and with an empty list of them", () => {
        const topicArn = "arn:aws:sns:us-east-1:123456789012:connections";
        const wrong = check({
            supportedIpAddressTypes: ["ipv4", "dualstack"],
            connectionNotification: { topicArn, events: ["accept"] },
        });
        assert.deepEqual(codesOf(wrong), [
            "endpoint-service.unknown-value supportedIpAddressTypes[1]",
            "endpoint-service.unknown-value connectionNotification.events[0]",
        ]);
        const empty = check({ supportedIpAddressTypes: [], connectionNotification: { topicArn, events: [] } });
        assert.deepEqual(codesOf(empty), [
            "list.empty supportedIpAddressTypes",
            "list.empty connectionNotification.events",
        ]);
    });

    it("is a problem with a topic that is none", () => {
        assert.deepEqual(codesOf(check({ connectionNotification: { topicArn: "connections" } })), [
            "endpoint-service.invalid-topic connectionNotification.topicArn",
        ]);
    });

    it("is a problem with a private name AWS would not take as it is, and with a zone for no name", () => {
        for (const privateDnsName of ["Orders.example.com", "orders", "a.*.example.com", "orders.example.com.", ""]) {
            assert.deepEqual(codesOf(check({ privateDnsName })), ["endpoint-service.invalid-dns-name privateDnsName"]);
        }
        assert.deepEqual(codesOf(check({ privateDnsHostedZoneId: "Z0123456789ABCDEFGHIJ" })), [
            "endpoint-service.zone-without-name privateDnsHostedZoneId",
        ]);
    });

    it("is refused where an id, a topic or a name is only a part of what is written", () => {
        const paths = (request: Partial<EndpointServiceRequest>) => check(request).map(({ path }) => path);
        for (const id of [`a ${endpoint}`, `${endpoint} a`]) {
            assert.deepEqual(paths({ acceptedEndpointIds: { web: id } }), ["acceptedEndpointIds.web"], id);
        }
        const topic = "arn:aws:sns:us-east-1:123456789012:connections";
        for (const topicArn of [`a ${topic}`, `${topic} a`]) {
            const connectionNotification = { topicArn, events: ["Connect"] };
            assert.deepEqual(paths({ connectionNotification }), ["connectionNotification.topicArn"], topicArn);
        }
        const label = "a".repeat(63);
        const longest = `${label}.${label}.${label}.${label}`;
        for (const privateDnsName of ["a.b", "a1.b2", longest]) {
            assert.deepEqual(paths({ privateDnsName }), [], privateDnsName);
        }
        for (const privateDnsName of [`a.${longest}`, `${label}a.com`, "a..b", "*"]) {
            assert.deepEqual(paths({ privateDnsName }), ["privateDnsName"], privateDnsName);
        }
    });

    it("says what an empty list may hold", () => {
        assert.deepEqual(check({ supportedIpAddressTypes: [] }).map(({ hint }) => hint), [
            "list at least one of ipv4, ipv6, or remove it",
        ]);
    });
});
