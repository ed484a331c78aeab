import type * as pulumi from "@pulumi/pulumi";

import { ConnectionEvent, IpAddressType } from "../plan/facts/endpointServiceWords";
import { boolean, late, list, map, object, oneOf, type Rows, secret, text } from "./contract";

/** Who is told of an endpoint service's connections. */
export interface ConnectionNotificationArgs {
    /** ARN of an SNS topic that lets `vpce.amazonaws.com` publish, e.g. `arn:aws:sns:us-east-1:123456789012:connections`. */
    topicArn: pulumi.Input<string>;
    /** What is told: `Accept`, `Reject`, `Connect`, `Delete`. @default - all four */
    events?: ConnectionEvent[];
}

/** What an endpoint service is made from. */
export interface EndpointServiceArgs {
    /**
     * ARNs of the network load balancers before the service, all of the provider's Region. The service is in the zones they
     * are in. Each costs an hourly price and one for its use (https://aws.amazon.com/elasticloadbalancing/pricing/).
     */
    networkLoadBalancerArns: pulumi.Input<string>[];
    /** Whether each connection waits until it is accepted, here or by hand. @default true */
    acceptanceRequired?: boolean;
    /**
     * ARNs of who may ask to connect: an account (`arn:aws:iam::111122223333:root`), a role or a user without a path, or `*`
     * for everyone, which needs `acceptanceRequired`. Taking one away does not end its connections.
     *
     * @default [] - nobody but the account of the service
     */
    allowedPrincipals?: pulumi.Input<string>[];
    /**
     * Endpoints whose connections are accepted, by a name of yours for the consumer, e.g. `{ web: "vpce-0123456789abcdef0" }`.
     * Removing one rejects its connection. For an endpoint that the same program makes of the service, call `accept`.
     *
     * @default {}
     */
    acceptedEndpointIds?: { [consumer: string]: pulumi.Input<string> };
    /**
     * Regions, in addition to its own, whose VPCs may connect, e.g. `["eu-west-1"]`. Whoever deploys needs the permission
     * `vpce:AllowMultiRegion`; what it costs is told on https://aws.amazon.com/privatelink/pricing/.
     *
     * @default [] - the service's own Region only
     */
    supportedRegions?: string[];
    /** `ipv4`, `ipv6` or both; `ipv6` needs dualstack load balancers. @default ["ipv4"] */
    supportedIpAddressTypes?: IpAddressType[];
    /**
     * A name of yours that consumers may use, e.g. `orders.example.com`, in a public domain of yours. It works for them
     * after its TXT record, told in `privateDnsVerification`, was seen by AWS. The provider never takes it back: to be rid
     * of it, remove it in AWS, or replace the service.
     *
     * @default - consumers use the names of their endpoints
     */
    privateDnsName?: string;
    /**
     * Id of the public hosted zone of the domain, e.g. `Z0123456789ABCDEFGHIJ`: the TXT record is made in it, and AWS asked
     * to verify.
     *
     * @default - you make the record, and ask AWS to verify it
     */
    privateDnsHostedZoneId?: pulumi.Input<string>;
    /** Who is told of connections. @default - nobody */
    connectionNotification?: ConnectionNotificationArgs;
    /** Tags of the service, in addition to its `Name`. @default {} */
    tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

const notificationRows: Rows<ConnectionNotificationArgs> = {
    topicArn: { is: late(text), required: "arn:aws:sns:us-east-1:123456789012:connections" },
    events: { is: list(oneOf("ConnectionEvent", ConnectionEvent)) },
};

const rows: Rows<EndpointServiceArgs> = {
    networkLoadBalancerArns: {
        is: list(late(text)),
        required: `["arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef"]`,
    },
    acceptanceRequired: { is: boolean },
    allowedPrincipals: { is: list(late(text)) },
    acceptedEndpointIds: { is: map(late(text)) },
    supportedRegions: { is: list(text) },
    supportedIpAddressTypes: { is: list(oneOf("IpAddressType", IpAddressType)) },
    privateDnsName: { is: text },
    privateDnsHostedZoneId: { is: late(text) },
    connectionNotification: { is: object("ConnectionNotificationArgs", notificationRows) },
    tags: { is: secret(map(secret(text))) },
};

/** The schema of `EndpointServiceArgs`. */
export const endpointService = object("EndpointServiceArgs", rows);
