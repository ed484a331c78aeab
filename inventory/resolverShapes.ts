import * as v from "valibot";

import { maybe, tags, text } from "./shapeParts";

// The fields are AWS's own, in AWS's spelling; those that nothing here reads are left out.
// Sources: the "Output" of each command in https://docs.aws.amazon.com/cli/latest/reference/route53resolver/

export const firewallDomainList = v.object({ Id: text, Arn: text, Name: text, ManagedOwnerName: maybe });

export const firewallRuleGroup = v.object({ Id: text, Arn: text, Name: text });

export const queryLogConfig = v.object({ Id: text, Arn: text, Name: text, DestinationArn: maybe });

export const queryLogAssociation = v.object({ Id: text, ResolverQueryLogConfigId: text, ResourceId: text });

export const firewallRules = v.object({
    FirewallRules: v.array(
        v.object({
            FirewallRuleGroupId: text,
            FirewallDomainListId: maybe,
            Name: text,
            Priority: v.nullish(v.number()),
            Action: maybe,
        }),
    ),
});

export const resourceTags = v.object({ Tags: tags });
