import type { Made } from "../../../emulator/aws/emulatedAws";
import { types } from "../../run";
import { created, differ, type KnownAccount, request, type RequestsOfType, requestTags, tagsOf } from "./apiRequests";

const ofGroup = (action: string) => ({ attributes }: Made, account: KnownAccount) => [
    request(`ec2:${action}`, [account.byId(attributes.securityGroupId)]),
];

/** A rule, which the provider tags in a second request. */
function rule(direction: "Ingress" | "Egress"): RequestsOfType {
    return {
        create: (made, account) => [
            ...ofGroup(`AuthorizeSecurityGroup${direction}`)(made, account),
            request("ec2:CreateTags", [account.untagged(made)], requestTags(tagsOf(made))),
        ],
        update: (before, after, account) => {
            const inputs = [
                "cidrIpv4",
                "prefixListId",
                "referencedSecurityGroupId",
                "ipProtocol",
                "fromPort",
                "toPort",
            ];
            if (!differ(before, after, ...inputs)) return [];
            const group = account.byId(after.attributes.securityGroupId);
            return [request("ec2:ModifySecurityGroupRules", [group, account.subject(before)])];
        },
        delete: ofGroup(`RevokeSecurityGroup${direction}`),
    };
}

const emptied = (made: Made, account: KnownAccount) =>
    ["Ingress", "Egress"].map((direction) => request(`ec2:RevokeSecurityGroup${direction}`, [account.subject(made)]));

const associated = (action: string) => ({ attributes }: Made, account: KnownAccount) => [
    request(`ec2:${action}`, [account.byId(attributes.routeTableId), account.byId(attributes.subnetId)]),
];

const inVpc = (action: string, kind: string) => (made: Made, account: KnownAccount) =>
    created(`ec2:${action}`, kind, tagsOf(made), [account.byId(made.attributes.vpcId)]);

const onVpcOf = (action: string) => ({ attributes }: Made, account: KnownAccount) => [
    request(`ec2:${action}`, [account.byId(attributes.vpcId)]),
];

const onItself = (action: string) => (made: Made, account: KnownAccount) => [
    request(`ec2:${action}`, [account.subject(made)]),
];

/** The requests for a VPC and what is in it, except for endpoints, by type token. */
export const networkRequests: { [type: string]: RequestsOfType } = {
    [types.vpc]: {
        create: (made, account) => [
            ...created("ec2:CreateVpc", "vpc", tagsOf(made), []),
            ...onItself("ModifyVpcAttribute")(made, account),
        ],
        update: (before, after, account) =>
            differ(before, after, "enableDnsHostnames", "enableDnsSupport")
                ? onItself("ModifyVpcAttribute")(before, account)
                : [],
        delete: onItself("DeleteVpc"),
    },
    [types.cidrAssociation]: {
        create: onVpcOf("AssociateVpcCidrBlock"),
        delete: onVpcOf("DisassociateVpcCidrBlock"),
    },
    [types.subnet]: {
        create: inVpc("CreateSubnet", "subnet"),
        update: (before, after, account) =>
            differ(before, after, "mapPublicIpOnLaunch") ? onItself("ModifySubnetAttribute")(before, account) : [],
        delete: onItself("DeleteSubnet"),
    },
    [types.routeTable]: {
        create: inVpc("CreateRouteTable", "route-table"),
        delete: onItself("DeleteRouteTable"),
    },
    [types.association]: {
        create: associated("AssociateRouteTable"),
        update: (_, after, account) => associated("ReplaceRouteTableAssociation")(after, account),
        delete: associated("DisassociateRouteTable"),
    },
    [types.defaultGroup]: {
        create: (made, account) => [
            request("ec2:CreateTags", [account.untagged(made)], requestTags(tagsOf(made))),
            ...emptied(made, account),
        ],
        update: (before, after, account) => differ(before, after, "ingress", "egress") ? emptied(before, account) : [],
    },
    [types.group]: {
        create: (made, account) => [
            ...inVpc("CreateSecurityGroup", "security-group")(made, account),
            // AWS's own rule allows all egress.
            ...onItself("RevokeSecurityGroupEgress")(made, account),
        ],
        delete: onItself("DeleteSecurityGroup"),
    },
    [types.ingress]: rule("Ingress"),
    [types.egress]: rule("Egress"),
};
