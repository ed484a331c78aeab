import { isUnknown } from "../../components/plan/policies/iam/truth";
import { knownOr } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import type { Vpc } from "../model/vpcModel";
import { firewallsOf, opennessOf } from "../reach/dnsFirewalls";
import { type Exit, ExitKind, ExitVerdict } from "./exit";

const resolver = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide";

/** Whether DNS queries carry data out: the VPC's Resolver answers for public names, which no group or ACL filters. */
export function dnsExits(index: NetworkIndex, vpc: Vpc): Exit[] {
    const label = index.label("vpcs", vpc.id);
    const exit = {
        vpc: label,
        kind: ExitKind.dnsQueries,
        exit: "DNS",
        source: `${resolver}/resolver-dns-firewall.html`,
    };
    return [{ ...exit, ...queries(index, vpc, label) }, ...forwarding(index, vpc, label)];
}

function queries(index: NetworkIndex, vpc: Vpc, label: string): Pick<Exit, "verdict" | "because" | "unknown"> {
    if (vpc.dnsSupport === false) {
        return { verdict: ExitVerdict.closed, because: [`enableDnsSupport of ${label} is off`], unknown: [] };
    }
    if (isUnknown(vpc.dnsSupport)) {
        return { verdict: ExitVerdict.unknown, because: [], unknown: vpc.dnsSupport.unknown };
    }
    const firewalls = firewallsOf(index, vpc.id);
    if (isUnknown(firewalls)) return { verdict: ExitVerdict.unknown, because: [], unknown: firewalls.unknown };
    const { closing, wildcards, unknown } = opennessOf(firewalls);
    const leading = wildcards.filter((name) => !isAnsweredInside(index, vpc, name));
    if (leading.includes("*") || (!closing && unknown.length === 0)) return open(label, "any domain");
    if (leading.length > 0) return open(label, leading.join(", "));
    if (unknown.length > 0) return { verdict: ExitVerdict.unknown, because: [], unknown };
    const blocks = `${index.label("dnsFirewalls", closing!.id)} blocks all names but those that it allows one by one`;
    return { verdict: ExitVerdict.closed, because: [blocks], unknown: [] };
}

function open(label: string, names: string): Pick<Exit, "verdict" | "because" | "unknown"> {
    const because = [`${label} -> its Route 53 Resolver -> DNS servers of ${names}`];
    return { verdict: ExitVerdict.open, because, unknown: [] };
}

/** Names that the VPC's Resolver answers itself: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html. */
const ofResolver = /\.(ec2|[\w-]+\.compute)\.internal$|\.in-addr\.arpa$/;

/** Whether queries for names below a wildcard are answered in the VPC, e.g. by private DNS of an endpoint. */
function isAnsweredInside(index: NetworkIndex, vpc: Vpc, wildcard: string): boolean {
    if (ofResolver.test(wildcard)) return true;
    const endpoints = knownOr(index.inVpc("endpoints", vpc.id), []);
    return vpc.dnsHostnames === true
        && endpoints.some(({ privateDns, privateDnsNames }) =>
            privateDns === true && knownOr<string[], string[]>(privateDnsNames, []).includes(wildcard)
        );
}

/** Resolver rules that send queries to other DNS servers. */
function forwarding(index: NetworkIndex, vpc: Vpc, label: string): Exit[] {
    const rules = index.network.resolverRules;
    const source = `${resolver}/resolver-forwarding-outbound-queries.html`;
    const exit = { vpc: label, kind: ExitKind.resolverRule, exit: "Resolver rule", source };
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
