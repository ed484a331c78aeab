import { arnOf, fresh } from "../apiRequests";
import {
    elsewhere,
    endpointTo,
    type Escalation,
    foreign,
    later,
    mine,
    ofOtherStack,
    one,
    otherVpc,
    own,
    ownVpc,
    ownZone,
    record,
    row,
    untagged,
    vpcs,
    zone,
} from "./escalation";

const creates = "ec2:CreateVpcEndpoint";
const aws = endpointTo("amazon");
const created = row("", "the stack's endpoint", creates, [aws]);

const endpoints: Escalation[] = [
    row("replace the policy of another's endpoint", "what its VPC sends out", "ec2:ModifyVpcEndpoint", [
        foreign("vpc-endpoint"),
    ]),
    row("delete another's endpoint", "an outage", "ec2:DeleteVpcEndpoints", [foreign("vpc-endpoint")]),
    ...["subnet", "security-group", "route-table"].flatMap((kind) => [
        row(`add another's ${kind} to its own endpoint`, "its endpoint in the other network", "ec2:ModifyVpcEndpoint", [
            mine("vpc-endpoint"),
            foreign(kind),
        ]),
        row(`create an endpoint with another's ${kind}`, "the same", creates, [aws, mine("vpc"), foreign(kind)]),
        row(`create an endpoint with an unowned ${kind} of its VPC`, "the same", creates, [
            aws,
            mine("vpc"),
            one(kind, untagged),
        ]),
    ]),
    row("create an endpoint in another VPC", "private DNS names of its choice there", creates, [aws, foreign("vpc")]),
    row("create an endpoint to another account's service", "a way out of the VPC", creates, [
        endpointTo("111122223333"),
    ]),
    row("create an endpoint to a service of AWS Marketplace", "the same", creates, [endpointTo("aws-marketplace")]),
    row("create an endpoint without an owner", "an endpoint that no destroy deletes", creates, [
        endpointTo("amazon", {}),
    ]),
    row("create an endpoint as another stack's", "the same", creates, [endpointTo("amazon", ofOtherStack)]),
    { ...elsewhere(created, "eu-central-1", "us-east-1"), title: "create an endpoint in another Region" },
    { ...elsewhere(created, "123456789012", "111122223333"), title: "create an endpoint in another account" },
    row("create an endpoint to a service of another Region", "a way out of the Region", "vpce:AllowMultiRegion", [
        mine("vpc-endpoint"),
    ]),
];

const services: Escalation[] = [
    ...[
        "ModifyVpcEndpointServicePermissions",
        "AcceptVpcEndpointConnections",
        "ModifyVpcEndpointServiceConfiguration",
        "DeleteVpcEndpointServiceConfigurations",
        "CreateVpcEndpointConnectionNotification",
    ].map((action) =>
        row(`${action} on another stack's service`, "let callers of its choice in, or everyone out", `ec2:${action}`, [
            foreign("vpc-endpoint-service"),
        ])
    ),
    row("offer a service as another stack's", "trust in the other stack", "ec2:CreateVpcEndpointServiceConfiguration", [
        fresh("vpc-endpoint-service", ofOtherStack),
    ]),
    row(
        "offer a service under another private DNS name",
        "calls to that name",
        "ec2:CreateVpcEndpointServiceConfiguration",
        [fresh("vpc-endpoint-service", own, { "ec2:VpceServicePrivateDnsName": "login.example.com" })],
    ),
    row("rename its service to another private DNS name", "the same", "ec2:ModifyVpcEndpointServiceConfiguration", [
        mine("vpc-endpoint-service"),
    ], { "ec2:VpceServicePrivateDnsName": "login.example.com" }),
];

const change = "route53:ChangeResourceRecordSets";
const associate = "route53:AssociateVPCWithHostedZone";

const names: Escalation[] = [
    later(
        row(
            "associate a private zone with another VPC",
            "answer its DNS queries",
            associate,
            [zone("ZANY")],
            vpcs(otherVpc),
        ),
    ),
    later(
        row(
            "associate one with its own VPC and another",
            "the same",
            associate,
            [zone("ZANY")],
            vpcs(ownVpc, otherVpc),
        ),
    ),
    row("associate one with a VPC of another Region", "the same", associate, [zone("ZANY")], {
        "route53:VPCs": ["VPCId=vpc-1,VPCRegion=us-east-1"],
    }),
    row("associate a zone without naming a VPC", "the same", associate, [zone("ZANY")]),
    row(
        "write the verifying record into another zone",
        "prove ownership of the domain",
        change,
        [zone("ZANY")],
        record("_1.orders.example.com", "TXT"),
    ),
    row(
        "write an address into the zone",
        "calls to the name",
        change,
        [zone(ownZone)],
        record("_1.orders.example.com", "A"),
    ),
    row(
        "write another name into the zone",
        "a certificate for the domain",
        change,
        [zone(ownZone)],
        record("_acme-challenge.example.com", "TXT"),
    ),
    row("write a TXT record without a name", "the same", change, [zone(ownZone, {
        "route53:ChangeResourceRecordSetsRecordTypes": ["TXT"],
    })]),
    row("write a record without a type", "the same", change, [zone(ownZone, {
        "route53:ChangeResourceRecordSetsNormalizedRecordNames": ["_1.orders.example.com"],
    })]),
    row("write any name, unnamed", "the same", change, [zone(ownZone)]),
    ...["CreateHostedZone", "DeleteHostedZone", "DisassociateVPCFromHostedZone", "ChangeTagsForResource"].map((
        action,
    ) => row(action, "names of its choice, or an outage", `route53:${action}`, [
        { kind: "hostedzone", arn: arnOf("hostedzone", ownZone), keys: {} },
    ])),
];

/** Endpoints, endpoint services and DNS names that are not the stack's. */
export const endpointEscalations: Escalation[] = [...endpoints, ...services, ...names];
