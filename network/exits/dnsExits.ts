import { isUnknown } from "../../components/plan/policies/iam/truth";
import type { DnsFirewall } from "../model/dnsModel";
import { knownOr } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import type { Vpc } from "../model/vpcModel";
import { type Exit, ExitVerdict } from "./exit";

const resolver = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide";

/** Whether DNS queries carry data out: the VPC's Resolver answers for public names, which no group or ACL filters. */
export function dnsExits(index: NetworkIndex, vpc: Vpc): Exit[] {
    const label = index.label("vpcs", vpc.id);
    const exit = { vpc: label, exit: "DNS", source: `${resolver}/resolver-dns-firewall.html` };
    return [{ ...exit, ...queries(index, vpc, label) }, ...forwarding(index, vpc, label)];
}

function queries(index: NetworkIndex, vpc: Vpc, label: string): Pick<Exit, "verdict" | "because" | "unknown"> {
    if (vpc.dnsSupport === false) {
        return { verdict: ExitVerdict.closed, because: [`enableDnsSupport of ${label} is off`], unknown: [] };
    }
    if (isUnknown(vpc.dnsSupport)) {
        return { verdict: ExitVerdict.unknown, because: [], unknown: vpc.dnsSupport.unknown };
    }
    const firewalls = index.inVpc("dnsFirewalls", vpc.id);
    if (isUnknown(firewalls)) return { verdict: ExitVerdict.unknown, because: [], unknown: firewalls.unknown };
    const rules = firewalls.map((one) => one.rules);
    const late = rules.find(isUnknown) as { unknown: string[] } | undefined;
    if (late) return { verdict: ExitVerdict.unknown, because: [], unknown: late.unknown };
    const closing = firewalls.find((one) => blocksAll(one));
    if (!closing) {
        const because = [`${label} -> its Route 53 Resolver -> DNS servers of any domain`];
        return { verdict: ExitVerdict.open, because, unknown: [] };
    }
    const blocking = `${index.label("dnsFirewalls", closing.id)} blocks all names that it does not allow`;
    return { verdict: ExitVerdict.closed, because: [blocking], unknown: [] };
}

/** Whether a firewall blocks every name that an earlier rule of it does not allow. */
function blocksAll({ rules }: DnsFirewall): boolean {
    return !isUnknown(rules)
        && rules.some(({ domains, blocks }) => blocks && !isUnknown(domains) && domains.includes("*"));
}

/** Resolver rules that send queries to other DNS servers. */
function forwarding(index: NetworkIndex, vpc: Vpc, label: string): Exit[] {
    const rules = index.network.resolverRules;
    const source = `${resolver}/resolver-forwarding-outbound-queries.html`;
    const exit = { vpc: label, exit: "Resolver rule", source };
    if (isUnknown(rules)) return [{ ...exit, verdict: ExitVerdict.unknown, because: [], unknown: rules.unknown }];
    const own = rules.filter(({ forwards, vpcs }) => forwards && (isUnknown(vpcs) || vpcs.includes(vpc.id)));
    return own.map((rule) => ({
        ...exit,
        verdict: isUnknown(rule.vpcs) ? ExitVerdict.unknown : ExitVerdict.open,
        because: [
            `${label} -> ${index.label("resolverRules", rule.id)}: ${knownOr(rule.domain, "names")} to ${
                knownOr(rule.servers, ["other DNS servers"]).join(", ")
            }`,
        ],
        unknown: isUnknown(rule.vpcs) ? rule.vpcs.unknown : [],
    }));
}
