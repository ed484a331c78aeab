import { inProgram } from "./exampleInputs";
import type { ProblemExample } from "./problemExample";

const arn = (rest: string, region = "us-east-1") =>
    `arn:aws:elasticloadbalancing:${region}:123456789012:loadbalancer/${rest}`;
const service = (said: string, balancer = arn("net/orders/0123456789abcdef")) =>
    `new EndpointService("orders", {
    networkLoadBalancerArns: ["${balancer}"],${said === "" ? "" : `\n    ${said},`}
});`;

/** Mistakes in endpoint services. */
export const endpointServiceExamples: ProblemExample[] = [
    inProgram("endpoint-service.public", service(`allowedPrincipals: ["*"],\n    acceptanceRequired: false`)),
    inProgram("endpoint-service.any-principal", service(`allowedPrincipals: ["*"]`)),
    inProgram(
        "endpoint-service.nothing-to-accept",
        service(`acceptedEndpointIds: { web: "vpce-0123456789abcdef0" },\n    acceptanceRequired: false`),
    ),
    inProgram("endpoint-service.invalid-load-balancer", service("", arn("orders"))),
    inProgram("endpoint-service.load-balancer-type", service("", arn("app/orders/0123456789abcdef"))),
    inProgram("endpoint-service.load-balancer-type", service("", arn("gwy/orders/0123456789abcdef"))),
    inProgram(
        "endpoint-service.load-balancer-region",
        service("", arn("net/orders/0123456789abcdef", "eu-west-1")),
        { given: "Where the AWS provider works in us-east-1:" },
    ),
    inProgram("endpoint-service.invalid-principal", service(`allowedPrincipals: ["111122223333"]`)),
    inProgram("endpoint-service.invalid-principal", service(`allowedPrincipals: ["orders"]`)),
    inProgram(
        "endpoint-service.principal-path",
        service(`allowedPrincipals: ["arn:aws:iam::111122223333:role/team/orders"]`),
    ),
    inProgram("endpoint-service.unknown-value", service(`supportedIpAddressTypes: ["dualstack"]`)),
    inProgram("endpoint-service.invalid-dns-name", service(`privateDnsName: "Orders.example.com"`)),
    inProgram("endpoint-service.zone-without-name", service(`privateDnsHostedZoneId: "Z0123456789ABCDEFGHIJ"`)),
    inProgram("endpoint-service.invalid-topic", service(`connectionNotification: { topicArn: "connections" }`)),
    inProgram("regions.unknown", service(`supportedRegions: ["eu-wst-1"]`)),
    inProgram("regions.other-partition", service(`supportedRegions: ["us-gov-west-1"]`)),
];
