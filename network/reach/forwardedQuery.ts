import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import type { ResolverRule } from "../model/dnsModel";
import { given, type Maybe } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import type { Vpc } from "../model/vpcModel";
import { type Referral, type Resolution, unresolved } from "./dnsAnswer";
import { hop, undecided } from "./hop";

/** What a Resolver rule forwards to: inbound Resolver endpoints answer as in their VPC, and other servers are not known. */
export function forwardedQuery(index: NetworkIndex, rule: ResolverRule, host: string): Resolution | Referral {
    const label = index.label("resolverRules", rule.id);
    const servers = given(rule.servers, (all) => all.join(", "));
    const to = isUnknown(servers) ? "other DNS servers" : servers;
    const says = `${label} forwards ${host} to ${to}`;
    const vpc = answeringVpc(index, rule);
    if (isUnknown(vpc)) return unresolved(undecided("name", unknown(`the answer of ${to} for ${host}`), says));
    const fix = () => ({ sentence: `change the Resolver rules, so that no VPC forwards ${host} to itself` });
    const circle = hop("name", false, `${label} forwards ${host} in a circle`, "dns.loop", fix);
    return { vpc, host, says: `${says}, an inbound endpoint of ${vpc.id}`, circle };
}

/** The VPC of the inbound Resolver endpoint that a rule forwards to, if there is exactly one. */
function answeringVpc(index: NetworkIndex, { servers }: ResolverRule): Maybe<Vpc> {
    const endpoints = index.network.resolverEndpoints;
    if (isUnknown(servers)) return servers;
    if (isUnknown(endpoints)) return endpoints;
    const found = servers.map((server) =>
        endpoints.find(({ isInbound, addresses }) =>
            isInbound === true && !isUnknown(addresses) && addresses.includes(server)
        )
    );
    const vpcs = [...new Set(found.map((one) => one?.vpc))];
    const [vpc, ...others] = vpcs;
    return vpc === undefined || others.length > 0 ? unknown("the servers of the rule") : index.find("vpcs", vpc);
}
