import type { Problem } from "../problem";
import { parseBlock } from "./cidr";
import type { FoundSubnet, FoundVpc } from "./foundVpc";

/** Subnets, one for each zone, and the problems with them. */
export interface ChosenSubnets {
    subnets: FoundSubnet[];
    problems: Problem[];
}

/** The subnets that a caller names. Those of other VPCs are reported as such. */
export function givenSubnets(
    { id: vpcId, subnets }: FoundVpc,
    ids: string[],
    foreignSubnets: FoundSubnet[],
): ChosenSubnets {
    const chosen: FoundSubnet[] = [];
    const problems: Problem[] = [];
    if (ids.length === 0) {
        const hint = "list one for each zone, or remove it to use the private subnets";
        problems.push({ code: "list.empty", path: "subnetIds", message: "is empty", hint });
    }
    for (const [index, id] of ids.entries()) {
        const path = `subnetIds[${index}]`;
        const subnet = subnets.find((one) => one.id === id);
        const other = chosen.find(({ availabilityZone }) => availabilityZone === subnet?.availabilityZone);
        if (!subnet) {
            const foreign = foreignSubnets.find((one) => one.id === id);
            const code = foreign ? "vpc.other-subnet" : "vpc.unknown-subnet";
            const message = foreign ? `${id} is in ${foreign.vpcId}, not in ${vpcId}` : `there is no subnet ${id}`;
            problems.push({ code, path, message, hint: `list subnets of ${vpcId}` });
        } else if (other) {
            const message = `${id} and ${other.id} are both in ${subnet.availabilityZone}`;
            problems.push({ code: "if.subnet-per-az", path, message, hint: "list one subnet for each zone" });
        } else {
            chosen.push(subnet);
        }
    }
    return { subnets: chosen, problems };
}

/**
 * A subnet in each zone: one that already has endpoints of this stack, so that no endpoint moves, otherwise the largest,
 * and of several the one with the lowest address. The size never changes, unlike the number of free addresses. If the
 * state cannot be read, it is the one with the lowest address.
 */
export function chooseSubnets(
    { id }: FoundVpc,
    candidates: FoundSubnet[],
    zones: string[] | undefined,
    inState?: ReadonlySet<string>,
): ChosenSubnets {
    const inZones = new Map<string, FoundSubnet>();
    const rank = (subnet: FoundSubnet) => (inState ? (inState.has(subnet.id) ? 0 : prefixOf(subnet)) : 0);
    const ordered = [...candidates].sort((a, b) => rank(a) - rank(b) || byAddress(a, b));
    for (const subnet of ordered.reverse()) inZones.set(subnet.availabilityZone, subnet);
    const found = [...inZones.keys()].sort();
    if (found.length === 0) {
        const message =
            `${id} has no private subnet: every subnet's route table has a route to an internet gateway, or there are no subnets`;
        const hint = "create a subnet whose route table has no such route, or list subnets in subnetIds";
        return { subnets: [], problems: [{ code: "vpc.no-private-subnet", path: "vpcId", message, hint }] };
    }
    const problems = (zones ?? []).flatMap((zone, index): Problem[] =>
        inZones.has(zone) ? [] : [{
            code: "vpc.no-private-subnet",
            path: `availabilityZones[${index}]`,
            message: `${id} has no private subnet in ${zone}`,
            hint: `use one of ${found.join(", ")}`,
        }]
    );
    return { subnets: (zones ?? found).flatMap((zone) => inZones.get(zone) ?? []), problems };
}

function byAddress(a: FoundSubnet, b: FoundSubnet): number {
    return firstAddress(a) < firstAddress(b) ? -1 : 1;
}

function prefixOf({ cidrBlock }: FoundSubnet): number {
    const parsed = parseBlock(cidrBlock);
    return "block" in parsed ? parsed.block.prefix : 32;
}

function firstAddress({ cidrBlock }: FoundSubnet): bigint {
    const parsed = parseBlock(cidrBlock);
    return "block" in parsed ? parsed.block.first : 0n;
}
