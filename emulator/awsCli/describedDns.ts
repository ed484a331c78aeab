import type { Attributes } from "../aws/world";
import type { ListedAccount } from "./listedAccount";

type Answers = { [command: string]: (account: ListedAccount, options: { [option: string]: string }) => Attributes };

/** AWS's answers about DNS and functions, by command. */
export const describedDns: Answers = {
    "ec2 describe-vpc-attribute": ({ find }, { "--vpc-id": VpcId, "--attribute": name }) => {
        const { enableDnsSupport = true, enableDnsHostnames = false } = find(VpcId!)!.attributes;
        return name === "enableDnsSupport"
            ? { VpcId, EnableDnsSupport: { Value: enableDnsSupport } }
            : { VpcId, EnableDnsHostnames: { Value: enableDnsHostnames } };
    },
    "route53 list-hosted-zones-by-vpc": ({ all }, { "--vpc-id": vpc }) => ({
        HostedZoneSummaries: all("aws:route53/zone:Zone")
            .filter(({ attributes: { vpcs = [] } }) => (vpcs as Attributes[]).some(({ vpcId }) => vpcId === vpc))
            .map(({ id, attributes: { name } }) => ({ HostedZoneId: id, Name: `${name}.`, Owner: {} })),
        MaxItems: "100",
    }),
    "route53resolver list-resolver-rules": ({ all }) => ({
        ResolverRules: all("aws:route53/resolverRule:ResolverRule").map(({ id, attributes }) => ({
            Id: id,
            DomainName: `${attributes.domainName}.`,
            RuleType: attributes.ruleType,
            ResolverEndpointId: attributes.resolverEndpointId,
            TargetIps: (attributes.targetIps as Attributes[] | undefined ?? []).map(({ ip, port = 53 }) => ({
                Ip: ip,
                Port: port,
            })),
        })),
    }),
    "route53resolver list-resolver-rule-associations": ({ all }) => ({
        ResolverRuleAssociations: all("aws:route53/resolverRuleAssociation:ResolverRuleAssociation").map((
            { attributes: { resolverRuleId, vpcId } },
        ) => ({ ResolverRuleId: resolverRuleId, VPCId: vpcId, Status: "COMPLETE" })),
    }),
    "lambda list-functions": ({ all }) => ({
        Functions: all("aws:lambda/function:Function").map(({ name, attributes: { role, vpcConfig } }) => ({
            FunctionName: name,
            Role: role,
            ...(vpcConfig && {
                VpcConfig: { SubnetIds: vpcConfig.subnetIds, SecurityGroupIds: vpcConfig.securityGroupIds },
            }),
        })),
    }),
};
