import type { RequestContext } from "../../../components/plan/policies/iam/request";
import type { Made } from "../../../emulator/aws/emulatedAws";
import { types } from "../../run";
import {
    type ApiRequest,
    arnOf,
    created,
    differ,
    type KnownAccount,
    request,
    type RequestsOfType,
    tagsOf,
} from "./apiRequests";

const placements = ["routeTableIds", "subnetIds", "securityGroupIds"];
const idsIn = ({ attributes }: Made) => placements.flatMap((input) => (attributes[input] ?? []) as string[]);

/** The owner of an endpoint service in the condition key: `amazon`, or the account; other accounts' IDs are not in a name. */
function ownerOf(serviceName: string): RequestContext {
    const owner = serviceName.includes(".vpce.") ? "111122223333" : "amazon";
    return { "ec2:VpceServiceName": serviceName, "ec2:VpceServiceOwner": owner };
}

/** AWS associates its own hosted zone with the VPC, on behalf of the caller. */
function privateDns({ attributes: { privateDnsEnabled, vpcId } }: Made): ApiRequest[] {
    if (privateDnsEnabled !== true) return [];
    const zone = { kind: "hostedzone", arn: arnOf("hostedzone", "ZOFAWS"), keys: {} };
    const vpcs = { "route53:VPCs": [`VPCId=${vpcId},VPCRegion=eu-central-1`] };
    return [request("route53:AssociateVPCWithHostedZone", [zone], vpcs)];
}

const changing = ["policy", "privateDnsEnabled", "dnsOptions", ...placements];

/** The requests for endpoints, by type token. */
export const endpointRequests: { [type: string]: RequestsOfType } = {
    [types.endpoint]: {
        create: (made, account) => [
            ...created(
                "ec2:CreateVpcEndpoint",
                "vpc-endpoint",
                tagsOf(made),
                [made.attributes.vpcId as string, ...idsIn(made)].map((id) => account.byId(id)),
                ownerOf(made.attributes.serviceName),
            ),
            ...privateDns(made),
        ],
        update: (before, after, account: KnownAccount) => {
            if (!differ(before, after, ...changing)) return [];
            const [had, has] = [idsIn(before), idsIn(after)];
            const moved = [...had.filter((id) => !has.includes(id)), ...has.filter((id) => !had.includes(id))];
            return [
                request("ec2:ModifyVpcEndpoint", [account.subject(before), ...moved.map((id) => account.byId(id))]),
                ...(differ(before, after, "privateDnsEnabled") ? privateDns(after) : []),
            ];
        },
        delete: (made, account) => [request("ec2:DeleteVpcEndpoints", [account.subject(made)])],
    },
};
