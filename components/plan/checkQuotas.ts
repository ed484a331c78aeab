import type { RequestedEndpointsArgs } from "../args/requestedEndpointsArgs";
import { sharedGroup } from "./endpoints/admission";
import { pathOf } from "./endpoints/planEndpoints";
import type { PlannedEgress, PlannedSecurityGroup } from "./endpoints/securityGroups";
import { fixedQuotas, mostQuotas, prefixListWeights, type Quotas, quotas } from "./facts/quotas";
import { isInZones, type PlannedEndpoint } from "./kinds/endpointKinds";
import type { Problem, ProblemCode } from "./problem";
import { suggest } from "./suggest";

/** The account's raised quotas, by quota ID. */
export type RaisedQuotas = NonNullable<RequestedEndpointsArgs["quotas"]>;

/** Per-endpoint options by argument (`endpoints`, `endpointServices`) and name. */
export interface OverridesByArgument {
    [argument: string]: { [name: string]: { securityGroupIds?: unknown[] } };
}

/** Problems in the quota options. */
export function checkQuotas(raised: RaisedQuotas): Problem[] {
    return Object.entries(raised).flatMap(([rule, value]): Problem[] => {
        const path = `quotas.${rule}`;
        if (!Object.hasOwn(quotas, rule)) {
            return [{
                code: "quota.unknown",
                path,
                message: "is not a known quota",
                hint: suggest(rule, Object.keys(quotas), "quotas"),
            }];
        }
        if (fixedQuotas.includes(rule) && value !== quotas[rule as keyof Quotas]) {
            return [{ code: "quota.fixed", path, message: "AWS does not raise this quota", hint: "remove it" }];
        }
        const most = mostQuotas[rule] ?? Infinity;
        if (value > most) {
            const message = `AWS raises this quota to ${most} at most`;
            return [{ code: "quota.too-high", path, message, hint: `write the account's quota, up to ${most}` }];
        }
        if (Number.isInteger(value) && value > 0) return [];
        const message = `${value} is not a positive integer`;
        return [{ code: "quota.invalid", path, message, hint: `write a number, e.g. ${quotas[rule as keyof Quotas]}` }];
    });
}

/** Problems where the plan exceeds an AWS quota. */
export function overQuota(
    endpoints: PlannedEndpoint[],
    groups: PlannedSecurityGroup[],
    clientEgress: PlannedEgress[],
    overrides: OverridesByArgument,
    raised: RaisedQuotas,
): Problem[] {
    const limits: Quotas = { ...quotas, ...raised };
    const interfaces = endpoints.filter(isInZones).length;
    const problems = exceeding("quota.interface-per-vpc", "services", "interface endpoints", interfaces, limits);
    for (const { name, ingress } of groups) {
        const path = name === sharedGroup ? "endpoints" : pathOf(endpoints.find((one) => one.name === name)!);
        problems.push(...exceeding("quota.sg-rules", path, "rules in one security group", ingress.length, limits));
    }
    const egress = clientEgress.reduce((sum, rule) => sum + weightOf(rule, endpoints), 0);
    const client = "outbound rules in the client security group, where a prefix list counts with its weight";
    problems.push(...exceeding("quota.sg-rules", "services", client, egress, limits));
    for (const [argument, byName] of Object.entries(overrides)) {
        for (const [name, { securityGroupIds = [] }] of Object.entries(byName)) {
            const path = `${argument}.${name}.securityGroupIds`;
            const what = "security groups on one endpoint";
            problems.push(...exceeding("quota.sg-per-eni", path, what, securityGroupIds.length, limits));
        }
    }
    return problems;
}

/** How many rules an egress rule counts as: the prefix list of a gateway endpoint counts with its weight. */
function weightOf({ endpoint, securityGroup }: PlannedEgress, endpoints: PlannedEndpoint[]): number {
    const gateway = securityGroup === undefined ? endpoints.find(({ name }) => name === endpoint) : undefined;
    return prefixListWeights[gateway?.service ?? ""] ?? 1;
}

/** The problem if more is requested than a quota allows. */
export function exceeding(
    rule: keyof Quotas & ProblemCode,
    path: string,
    what: string,
    count: number,
    limits: Quotas,
): Problem[] {
    if (count <= limits[rule]) return [];
    const message = `needs ${count} ${what}, but AWS allows ${limits[rule]}`;
    const hint = `request fewer, or have AWS raise the quota and set quotas: { ${rule}: ${count} }`;
    return [{ code: rule, path, message, hint }];
}
