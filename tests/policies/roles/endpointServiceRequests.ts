import type { RequestContext } from "../../../components/plan/policies/iam/request";
import type { Made } from "../../../emulator/aws/emulatedAws";
import { types } from "../../run";
import {
    type ApiRequest,
    arnOf,
    created,
    differ,
    existing,
    type KnownAccount,
    request,
    type RequestsOfType,
    type Subject,
    tagsOf,
} from "./apiRequests";

const onService = (action: string, input: string) => ({ attributes }: Made, account: KnownAccount) => [
    request(`ec2:${action}`, [account.byId(attributes[input])]),
];

const dnsName = ({ attributes: { privateDnsName } }: Made): RequestContext =>
    privateDnsName === undefined ? {} : { "ec2:VpceServicePrivateDnsName": privateDnsName as string };

const isInOtherRegions = ({ attributes }: Made) => (attributes.supportedRegions ?? []).length > 1;

const otherRegions = (id: string): ApiRequest =>
    request("vpce:AllowMultiRegion", [existing("vpc-endpoint-service", id, {})]);

/** A change of the record that verifies the private DNS name. */
const record = (change: "CREATE" | "UPSERT" | "DELETE") => ({ attributes: { zoneId, name, type } }: Made) => {
    const zone: Subject = {
        kind: "hostedzone",
        arn: arnOf("hostedzone", zoneId),
        keys: {
            "route53:ChangeResourceRecordSetsActions": [change],
            "route53:ChangeResourceRecordSetsNormalizedRecordNames": [name],
            "route53:ChangeResourceRecordSetsRecordTypes": [type],
        },
    };
    return [request("route53:ChangeResourceRecordSets", [zone])];
};

/** The requests for an endpoint service and its connections, by type token. */
export const endpointServiceRequests: { [type: string]: RequestsOfType } = {
    [types.endpointService]: {
        create: (made, account) => [
            ...created(
                "ec2:CreateVpcEndpointServiceConfiguration",
                "vpc-endpoint-service",
                tagsOf(made),
                [],
                dnsName(made),
            ),
            ...(isInOtherRegions(made) ? [otherRegions("*")] : []),
            ...((made.attributes.allowedPrincipals ?? []).length > 0
                ? [request("ec2:ModifyVpcEndpointServicePermissions", [account.subject(made)])]
                : []),
        ],
        update: (before, after, account) => {
            const inputs = [
                "acceptanceRequired",
                "networkLoadBalancerArns",
                "supportedIpAddressTypes",
                "supportedRegions",
            ];
            const named = differ(before, after, "privateDnsName") ? dnsName(after) : {};
            return [
                ...(differ(before, after, "privateDnsName", ...inputs)
                    ? [request("ec2:ModifyVpcEndpointServiceConfiguration", [account.subject(before)], named)]
                    : []),
                ...(differ(before, after, "supportedRegions") ? [otherRegions(after.id)] : []),
                ...(differ(before, after, "allowedPrincipals")
                    ? [request("ec2:ModifyVpcEndpointServicePermissions", [account.subject(before)])]
                    : []),
            ];
        },
        delete: (made, account) => [
            request("ec2:DeleteVpcEndpointServiceConfigurations", [account.subject(made)]),
        ],
    },
    [types.accepter]: {
        create: onService("AcceptVpcEndpointConnections", "vpcEndpointServiceId"),
        delete: onService("RejectVpcEndpointConnections", "vpcEndpointServiceId"),
    },
    [types.notification]: {
        create: onService("CreateVpcEndpointConnectionNotification", "vpcEndpointServiceId"),
        update: (_, after, account) =>
            onService("ModifyVpcEndpointConnectionNotification", "vpcEndpointServiceId")(after, account),
        delete: onService("DeleteVpcEndpointConnectionNotifications", "vpcEndpointServiceId"),
    },
    [types.verification]: { create: onService("StartVpcEndpointServicePrivateDnsVerification", "serviceId") },
    [types.record]: {
        create: record("CREATE"),
        update: (_, after) => record("UPSERT")(after),
        delete: record("DELETE"),
    },
};
