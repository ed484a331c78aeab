import { isLate } from "../../args/late";
import type { Problem } from "../problem";

/** How AWS's IDs begin. Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html */
const prefixes = {
    VPC: "vpc",
    subnet: "subnet",
    "route table": "rtb",
    "security group": "sg",
    "pool of IPAM": "ipam-pool",
};

type Resource = keyof typeof prefixes;

/** The IDs that place a component's endpoints in a VPC. Late values are unknown, and not checked. */
interface Placement {
    vpcId?: unknown;
    subnetIds?: { [zone: string]: unknown };
    routeTableIds?: unknown;
}

/** All problems in the IDs of a component's VPC, subnets and route tables. */
export function checkPlacement({ vpcId, subnetIds = {}, routeTableIds }: Placement): Problem[] {
    return [
        ...checkId("vpcId", "VPC", vpcId),
        ...Object.entries(subnetIds).flatMap(([zone, id]) => checkId(`subnetIds.${zone}`, "subnet", id)),
        ...inTwoZones(subnetIds),
        ...listed(routeTableIds).flatMap((id, index) => checkId(`routeTableIds[${index}]`, "route table", id)),
    ];
}

/** All problems in a list of security groups. */
export function checkGroupIds(path: string, ids: unknown[]): Problem[] {
    return ids.flatMap((id, index) => checkId(`${path}[${index}]`, "security group", id));
}

/** All problems in the ID of an IPAM pool. */
export function checkPoolId(path: string, id: unknown): Problem[] {
    return checkId(path, "pool of IPAM", id);
}

/** Warnings about IDs that are listed twice. The AWS provider sends each once. */
export function repeatedIds(path: string, ids: unknown): Problem[] {
    const list = listed(ids);
    return list.flatMap((id, index): Problem[] =>
        typeof id !== "string" || list.indexOf(id) === index
            ? []
            : [{
                code: "list.repeated",
                path: `${path}[${index}]`,
                message: `${id} is listed twice`,
                hint: "remove it",
            }]
    );
}

/** Warnings about security groups that an endpoint lists twice, by argument (`endpoints`, `endpointServices`) and name. */
export function repeatedGroups(overrides: {
    [argument: string]: { [name: string]: { securityGroupIds?: unknown[] } };
}): Problem[] {
    return Object.entries(overrides).flatMap(([argument, byName]) =>
        Object.entries(byName).flatMap(([name, { securityGroupIds }]) =>
            repeatedIds(`${argument}.${name}.securityGroupIds`, securityGroupIds)
        )
    );
}

function checkId(path: string, what: Resource, id: unknown): Problem[] {
    const prefix = prefixes[what];
    if (typeof id !== "string" || isLate(id) || new RegExp(`^${prefix}-[\\w-]+$`).test(id)) return [];
    const other = Object.entries(prefixes).find(([, begins]) => id.startsWith(`${begins}-`))?.[0];
    const message = `"${id}" is ${
        other === undefined ? `not the ID of a ${what}` : `the ID of a ${other}, not of a ${what}`
    }`;
    return [{ code: "vpc.invalid-id", path, message, hint: `IDs look like ${prefix}-0123456789abcdef0` }];
}

function inTwoZones(subnetIds: { [zone: string]: unknown }): Problem[] {
    const entries = Object.entries(subnetIds);
    return entries.flatMap(([zone, id], index) => {
        const [first] = entries.slice(0, index).find(([, other]) => other === id) ?? [];
        if (typeof id !== "string" || first === undefined) return [];
        const message = `${id} is also the subnet of ${first}, and a subnet is in one Availability Zone`;
        const hint = `set a subnet in ${zone}, or remove the zone`;
        return [{ code: "vpc.subnet-in-two-zones", path: `subnetIds.${zone}`, message, hint }];
    });
}

function listed(ids: unknown): unknown[] {
    return Array.isArray(ids) && !isLate(ids) ? ids : [];
}
