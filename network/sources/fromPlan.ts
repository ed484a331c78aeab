import type { PlannedDnsFirewall } from "../../components/plan/dnsFirewall/plannedDnsFirewall";
import { DnsFirewallAction } from "../../components/plan/facts/dnsFirewallAction";
import type { VpcPlan } from "../../components/plan/plan";
import { unknown } from "../../components/plan/policies/iam/truth";
import { ownAccount } from "../../components/plan/policies/policyDocument";
import type { DnsFirewall } from "../model/dnsModel";
import { given } from "../model/maybe";
import { emptyNetwork, type Network } from "../model/network";
import { endpointsOfPlan } from "./endpointsOfPlan";
import { groupsOfPlan } from "./groupsOfPlan";
import { accountOfPlan, vpcOfPlan } from "./idsOfPlan";
import { defaultAcl, rangesOfPlan, routeTablesOfPlan, subnetsOfPlan } from "./subnetsOfPlan";
import { workloadsOfPlan } from "./workloadsOfPlan";

/** The network that a plan creates. Its workloads are those that the plan was requested for. */
export function networkOfPlan(plan: VpcPlan): Network {
    const { region, perimeter, dnsFirewall, network: { cidrBlock } } = plan;
    const [primary, ...secondary] = rangesOfPlan(plan);
    const gateways = plan.endpoints.filter((one) => "routeTables" in one);
    return {
        ...emptyNetwork(region),
        accountId: accountOfPlan,
        perimeter,
        vpcs: [{
            id: vpcOfPlan,
            name: cidrBlock ?? undefined,
            cidrBlocks: given(primary, (block) => [block, ...secondary]),
            dnsSupport: true,
            dnsHostnames: true,
        }],
        subnets: subnetsOfPlan(plan),
        routeTables: routeTablesOfPlan(plan),
        prefixLists: gateways.map(({ name, service }) => ({
            id: name,
            name: `of ${service}`,
            cidrs: unknown(`the addresses of ${service}`),
            service,
        })),
        networkAcls: [defaultAcl],
        securityGroups: groupsOfPlan(plan, primary),
        endpoints: endpointsOfPlan(plan),
        dnsFirewalls: dnsFirewall ? [firewallOf(dnsFirewall)] : [],
        workloads: workloadsOfPlan(plan),
    };
}

/** The DNS firewall of a plan: its allowed names, and then the rule for all others. */
function firewallOf({ priority, allowed, action }: PlannedDnsFirewall): DnsFirewall {
    const names = allowed.map(({ name }) => name.replaceAll(ownAccount, accountOfPlan));
    const rules = [
        { domains: names, blocks: false },
        { domains: ["*"], blocks: action === DnsFirewallAction.Block },
    ];
    return { id: "planned", vpc: vpcOfPlan, priority, rules };
}
