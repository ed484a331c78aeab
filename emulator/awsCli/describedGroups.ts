import { type Attributes, groupAssociation, type Made, types } from "../aws/world";
import type { Descriptions, ListedAccount } from "./listedAccount";
import { tagsOf } from "./tagList";

/** AWS's descriptions of security groups and their rules, by the operation of `aws ec2` that lists them. */
export const describedGroups: Descriptions = {
    "describe-security-groups": {
        key: "SecurityGroups",
        items: (account) => [
            ...account.all(types.group).map((group) => groupOf(group, group.attributes.name ?? group.name)),
            ...account.all(types.vpc).map((vpc) => defaultGroupOf(vpc, account)),
        ],
    },
    "describe-security-group-rules": {
        key: "SecurityGroupRules",
        items: (account) =>
            [types.ingress, types.egress].flatMap((type) => account.all(type)).map((rule) => ruleOf(rule)),
    },
    "describe-security-group-vpc-associations": {
        key: "SecurityGroupVpcAssociations",
        items: (account) =>
            account.all(groupAssociation).map(({ attributes: { securityGroupId, vpcId } }) => ({
                GroupId: securityGroupId,
                VpcId: vpcId,
                State: "associated",
            })),
    },
};

function groupOf(group: Made, GroupName: string): Attributes {
    const { vpcId, description = "Managed by Pulumi" } = group.attributes;
    return { GroupId: group.id, GroupName, Description: description, VpcId: vpcId, Tags: tagsOf(group) };
}

function defaultGroupOf({ id, attributes }: Made, account: ListedAccount): Attributes {
    const adopted = account.all(types.defaultGroup).find((group) => group.attributes.vpcId === id);
    const made = { id: attributes.defaultSecurityGroupId ?? id.replace("vpc-", "sg-"), type: "", name: "default" };
    const described = { vpcId: id, description: "default VPC security group", tags: adopted?.attributes.tags };
    return groupOf({ ...made, attributes: described }, "default");
}

function ruleOf({ id, type, attributes: rule }: Made): Attributes {
    const { securityGroupId, ipProtocol, fromPort = -1, toPort = -1 } = rule;
    return {
        SecurityGroupRuleId: id,
        GroupId: securityGroupId,
        IsEgress: type === types.egress,
        IpProtocol: ipProtocol,
        FromPort: fromPort,
        ToPort: toPort,
        ...(rule.cidrIpv4 && { CidrIpv4: rule.cidrIpv4 }),
        ...(rule.prefixListId && { PrefixListId: rule.prefixListId }),
        ...(rule.referencedSecurityGroupId && { ReferencedGroupInfo: { GroupId: rule.referencedSecurityGroupId } }),
        Tags: tagsOf({ attributes: rule }),
    };
}
