import type * as pulumi from "@pulumi/pulumi";

import { ConnectionEvent, IpAddressType } from "../plan/facts/endpointServiceWords";
import { boolean, late, list, map, object, oneOf, type Rows, secret, text } from "./contract";

/** Notifications about an endpoint service's connections. */
export interface ConnectionNotificationArgs {
    /**
     * ARN of an SNS topic that allows `vpce.amazonaws.com` to publish, e.g.
     * `arn:aws:sns:us-east-1:123456789012:connections`.
     */
    topicArn: pulumi.Input<string>;
    /** The events to report: `Accept`, `Reject`, `Connect`, `Delete`. @default - all four */
    events?: ConnectionEvent[];
}

/** Arguments for `EndpointService`. */
export interface EndpointServiceArgs {
    /**
     * ARNs of the network load balancers in front of the service, all in the provider's Region. The service is
     * available in their zones. Each is billed per hour and by usage
     * (https://aws.amazon.com/elasticloadbalancing/pricing/).
     */
    networkLoadBalancerArns: pulumi.Input<string>[];
    /** Whether each connection must be accepted, by this program or by hand. @default true */
    acceptanceRequired?: boolean;
    /**
     * ARNs of the principals that may request a connection: an account (`arn:aws:iam::111122223333:root`), a role or a
     * user without a path, or `*` for everyone, which requires `acceptanceRequired`. Removing a principal does not end
     * its connections.
     *
     * @default [] - only the service's own account
     */
    allowedPrincipals?: pulumi.Input<string>[];
    /**
     * Endpoints whose connections are accepted, by a name of your choice for the consumer, e.g. `{ web:
     * "vpce-0123456789abcdef0" }`. Removing one rejects its connection. For an endpoint that the same program creates
     * for the service, call `accept`.
     *
     * @default {}
     */
    acceptedEndpointIds?: { [consumer: string]: pulumi.Input<string> };
    /**
     * Additional Regions whose VPCs may connect, e.g. `["eu-west-1"]`. The deploying role needs the permission
     * `vpce:AllowMultiRegion`. Pricing: https://aws.amazon.com/privatelink/pricing/.
     *
     * @default [] - only the service's own Region
     */
    supportedRegions?: string[];
    /** `ipv4`, `ipv6` or both; `ipv6` requires dualstack load balancers. @default ["ipv4"] */
    supportedIpAddressTypes?: IpAddressType[];
    /**
     * A private DNS name for consumers, e.g. `orders.example.com`, in a public domain of your own. Consumers can use it
     * once AWS has verified the TXT record in `privateDnsVerification`. The provider cannot unset it: remove it in AWS,
     * or replace the service.
     *
     * @default - consumers use the DNS names of their endpoints
     */
    privateDnsName?: string;
    /**
     * ID of the domain's public hosted zone, e.g. `Z0123456789ABCDEFGHIJ`. The TXT record is created in it, and AWS is
     * asked to verify it.
     *
     * @default - you create the record and start the verification
     */
    privateDnsHostedZoneId?: pulumi.Input<string>;
    /** Notifications about connections. @default - none */
    connectionNotification?: ConnectionNotificationArgs;
    /** Additional tags of the service; the tags `Name` and `private-vpc:owner` are always set. @default {} */
    tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
    /**
     * The value of the tag `private-vpc:owner`, e.g. `shop/prod`, by which `private-vpc recover` and IAM policies
     * recognize the stack's resources. No other stack of the account may have the same. Set it before you rename a
     * stack, to keep the tag.
     *
     * @default - the project's name, `/`, and the stack's name
     */
    owner?: string;
}

const notificationRows: Rows<ConnectionNotificationArgs> = {
    topicArn: { is: late(text), required: "arn:aws:sns:us-east-1:123456789012:connections" },
    events: { is: list(oneOf("ConnectionEvent", ConnectionEvent), "[Connect]") },
};

const loadBalancers =
    "[\"arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef\"]";

const rows: Rows<EndpointServiceArgs> = {
    networkLoadBalancerArns: {
        is: list(late(text), loadBalancers),
        required: loadBalancers,
    },
    acceptanceRequired: { is: boolean },
    allowedPrincipals: { is: list(late(text), "[\"arn:aws:iam::111122223333:root\"]") },
    acceptedEndpointIds: { is: map(late(text)) },
    supportedRegions: { is: list(text, "[eu-west-1]") },
    supportedIpAddressTypes: { is: list(oneOf("IpAddressType", IpAddressType), "[ipv4]") },
    privateDnsName: { is: text },
    privateDnsHostedZoneId: { is: late(text) },
    connectionNotification: { is: object("ConnectionNotificationArgs", notificationRows) },
    tags: { is: secret(map(secret(text))) },
    owner: { is: text },
};

/** The schema of `EndpointServiceArgs`. */
export const endpointService = object("EndpointServiceArgs", rows);
