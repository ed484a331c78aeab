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

describe("the arguments of an endpoint service", () => {
    it("are valid with a Network Load Balancer alone, and with every option", () => {
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

    it("are not checked if they are outputs", () => {
        const later = Promise.resolve("");
        const problems = check({
            networkLoadBalancerArns: [later],
            allowedPrincipals: [later],
            acceptedEndpointIds: { web: later },
            connectionNotification: { topicArn: later },
        }, "us-east-1");
        assert.deepEqual(problems, []);
    });

    it("are a problem without a load balancer, or with one of another type, and the fix names the supported types", () => {
        assert.deepEqual(codesOf(check({ networkLoadBalancerArns: [] })), ["list.empty networkLoadBalancerArns"]);
        assert.deepEqual(codesOf(check({ networkLoadBalancerArns: [networkArn, balancer("app"), balancer("gwy")] })), [
            "endpoint-service.load-balancer-type networkLoadBalancerArns[1]",
            "endpoint-service.load-balancer-type networkLoadBalancerArns[2]",
        ]);
    });

    it("are a problem with a malformed load balancer ARN, a repeated one, or one of another Region", () => {
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

    it("are a problem with a principal that is not an ARN, or is repeated", () => {
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

    it("are a problem with a role that has a path, which AWS does not support", () => {
        assert.deepEqual(codesOf(check({ allowedPrincipals: ["arn:aws:iam::111122223333:role/team/orders"] })), [
            "endpoint-service.principal-path allowedPrincipals[0]",
        ]);
    });

    it("may allow everyone to request connections, but not without acceptanceRequired", () => {
        assert.deepEqual(check({ allowedPrincipals: ["*"] }), []);
        assert.deepEqual(check({ allowedPrincipals: [account], acceptanceRequired: false }), []);
        assert.deepEqual(codesOf(check({ allowedPrincipals: ["*"], acceptanceRequired: false })), [
            "endpoint-service.public acceptanceRequired",
        ]);
    });

    it("are a problem with a malformed endpoint ID, or with one to accept without acceptanceRequired", () => {
        const acceptedEndpointIds = { web: "vpce-svc-0123456789abcdef0", jobs: endpoint };
        assert.deepEqual(codesOf(check({ acceptedEndpointIds })), ["endpoints.invalid-id acceptedEndpointIds.web"]);
        assert.deepEqual(codesOf(check({ acceptedEndpointIds, acceptanceRequired: false })), [
            "endpoint-service.nothing-to-accept acceptedEndpointIds",
        ]);
    });

    it("are a problem with a Region that is unknown, repeated, or of another partition", () => {
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

    it("are a problem with an unknown address type or event, and with an empty list of them", () => {
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

    it("are a problem with a malformed topic ARN", () => {
        assert.deepEqual(codesOf(check({ connectionNotification: { topicArn: "connections" } })), [
            "endpoint-service.invalid-topic connectionNotification.topicArn",
        ]);
    });

    it("are a problem with a private DNS name that AWS does not accept, and with a hosted zone without a name", () => {
        for (const privateDnsName of ["Orders.example.com", "orders", "a.*.example.com", "orders.example.com.", ""]) {
            assert.deepEqual(codesOf(check({ privateDnsName })), ["endpoint-service.invalid-dns-name privateDnsName"]);
        }
        assert.deepEqual(codesOf(check({ privateDnsHostedZoneId: "Z0123456789ABCDEFGHIJ" })), [
            "endpoint-service.zone-without-name privateDnsHostedZoneId",
        ]);
    });

    it("are a problem if an ID, topic or name is only part of the string", () => {
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

    it("have a hint with the possible items if a list is empty", () => {
        assert.deepEqual(check({ supportedIpAddressTypes: [] }).map(({ hint }) => hint), [
            "list at least one of ipv4, ipv6, or remove it",
        ]);
    });
});
