import type * as pulumi from "@pulumi/pulumi";

import type { VpcEndpointsArgs } from "../args/vpcEndpointsArgs";
import type { PlannedDnsFirewall } from "../plan/dnsFirewall/plannedDnsFirewall";
import { twoFirewalls } from "../plan/dnsFirewall/twoFirewalls";
import { type Contest, contested, contestsOf } from "../plan/endpoints/contests";
import type { PlannedEndpoint } from "../plan/kinds/endpointKinds";
import { describeProblems, type Problem } from "../plan/problem";
import { type InputValue, sameSource, sharedSource, valueOf } from "./inputValue";
import { lateError } from "./lateError";
import { logWarnings } from "./logWarnings";
import { programRun } from "./programRun";

/** A component whose endpoints may conflict with another component's. */
export interface Claimant {
    name: string;
    args: Pick<VpcEndpointsArgs, "vpcId" | "routeTableIds" | "endpointServices">;
    endpoints: PlannedEndpoint[];
    dnsFirewall?: PlannedDnsFirewall;
}

/** The values of a claimant's arguments. */
interface Known {
    vpcId: InputValue<string>;
    routeTableIds: InputValue<string[]>;
    /** By the caller's name for the endpoint service. */
    serviceNames: { [name: string]: InputValue<string> };
}

interface Registered extends Claimant {
    /** The arguments, as far as they are plain. */
    plain: Known;
    /** Resolves the arguments, once, and only if there is another component. */
    known(): Promise<Known>;
}

// By the run of a program. Many unit tests have none: then nothing is registered.
const programs = new WeakMap<object, Registered[]>();

/** Conflicts with earlier components of the program that AWS would reject, if the IDs are plain strings. */
export function refusedClaims(mine: Claimant): { contest?: Contest; problem: Problem }[] {
    const plain = plainArgs(mine);
    return earlier().filter((other) => mayShare(plain, other.plain)).flatMap((other) => [
        ...contestsOf(mine.endpoints, other.endpoints).flatMap((contest) => {
            const shared = sharedIds(contest, plain, other.plain);
            return shared.length > 0 ? [{ contest, problem: problemOf(contest, mine, other, shared.join(", ")) }] : [];
        }),
        ...firewallsIn(plain, other.plain, mine, other).map((problem) => ({ problem })),
    ]);
}

/** Registers a component and checks it against earlier ones once the IDs are known; warns if a preview lacks them. */
export function claim(component: pulumi.ComponentResource, claimant: Claimant): void {
    let asked: Promise<Known> | undefined;
    const mine = { ...claimant, plain: plainArgs(claimant), known: () => (asked ??= knownArgs(claimant)) };
    for (const other of earlier()) void check(component, mine, other);
    const program = programRun();
    if (program) programs.set(program, [...earlier(), mine]);
}

function earlier(): Registered[] {
    const program = programRun();
    return (program && programs.get(program)) ?? [];
}

async function check(component: pulumi.ComponentResource, mine: Registered, other: Registered): Promise<void> {
    const [one, two] = await Promise.all([mine.known(), other.known()]);
    if (!mayShare(one, two)) return;
    const contests = contestsOf(mine.endpoints, other.endpoints);
    const problems = [
        ...contests.flatMap((contest) => {
            const shared = sharedIds(contest, one, two);
            return shared.length > 0 ? [problemOf(contest, mine, other, shared.join(", "))] : [];
        }),
        ...firewallsIn(one, two, mine, other),
    ];
    if (problems.length > 0) {
        throw lateError(describeProblems(problems, mine.name, "AWS would reject the second of each"), problems);
    }
    for (const contest of contests.filter((contest) => looksShared(contest, one, two))) {
        const { code, path, message, hint } = problemOf(contest, mine, other, `the same ${contest.within}`);
        const doubt = "Their IDs are unknown in this preview, but they come from the same resources";
        logWarnings([{ code, path, message: `${message}. ${doubt}. To fix it, ${hint}` }], component);
    }
}

/** The problem if both components create the DNS firewall of one VPC, whose ID is known. */
function firewallsIn(one: Known, two: Known, mine: Claimant, other: Claimant): Problem[] {
    const { value } = one.vpcId;
    if (!mine.dnsFirewall || !other.dnsFirewall || value === undefined || value !== two.vpcId.value) return [];
    return [twoFirewalls({ mine: mine.name, other: other.name }, value)];
}

/** Whether both may be in one VPC or route table. Most components have their own, and are compared no further. */
function mayShare(one: Known, two: Known): boolean {
    const { value: vpcId } = one.vpcId;
    if ((vpcId !== undefined && vpcId === two.vpcId.value) || sameSource(one.vpcId, two.vpcId)) return true;
    const tables = new Set(one.routeTableIds.value);
    return two.routeTableIds.value?.some((id) => tables.has(id)) || sharedSource(one.routeTableIds, two.routeTableIds);
}

/** The IDs of the route tables or the VPC that both are in, if known. */
function sharedIds(contest: Contest, one: Known, two: Known): string[] {
    if (contest.within === "route table") {
        return (one.routeTableIds.value ?? []).filter((id) => two.routeTableIds.value?.includes(id));
    }
    const { value } = one.vpcId;
    const [mine, others] = serviceNames(contest, one, two);
    const same = value !== undefined && value === two.vpcId.value && mine.value !== undefined
        && mine.value === others.value;
    return same ? [value] : [];
}

/** Whether both come from the same resources, if at least one value is unknown. */
function looksShared(contest: Contest, one: Known, two: Known): boolean {
    const unknown = (...values: InputValue<unknown>[]) => values.some(({ value }) => value === undefined);
    if (contest.within === "route table") {
        const [mine, others] = [one.routeTableIds, two.routeTableIds];
        return unknown(mine, others) && sharedSource(mine, others);
    }
    const [mine, others] = serviceNames(contest, one, two);
    const known = mine.value !== undefined && mine.value === others.value;
    return unknown(one.vpcId, two.vpcId, mine, others) && (known || sameSource(mine, others))
        && sameSource(one.vpcId, two.vpcId);
}

function serviceNames({ mine, other }: Contest, one: Known, two: Known): [InputValue<string>, InputValue<string>] {
    const nameOf = ({ serviceName, askedAs }: PlannedEndpoint, { serviceNames }: Known) =>
        serviceName === null ? serviceNames[askedAs]! : plainValue(serviceName);
    return [nameOf(mine, one), nameOf(other, two)];
}

async function knownArgs({ args: { vpcId, routeTableIds, endpointServices = {} } }: Claimant): Promise<Known> {
    const services = Object.entries(endpointServices).map(async ([name, { serviceName }]) =>
        [name, await valueOf(serviceName)] as const
    );
    const list = await valueOf(routeTableIds);
    const elements = Array.isArray(routeTableIds) ? routeTableIds : [];
    return {
        vpcId: await valueOf(vpcId),
        routeTableIds: { ...list, sources: new Set([...list.sources, ...elements]) },
        serviceNames: Object.fromEntries(await Promise.all(services)),
    };
}

/** The arguments that are plain strings; of a list, its plain elements. */
function plainArgs({ args: { vpcId, routeTableIds, endpointServices = {} } }: Claimant): Known {
    const tables = Array.isArray(routeTableIds) ? routeTableIds.filter((id) => typeof id === "string") : [];
    return {
        vpcId: plainValue(vpcId),
        routeTableIds: { value: tables, sources: new Set() },
        serviceNames: Object.fromEntries(
            Object.entries(endpointServices).map(([name, { serviceName }]) => [name, plainValue(serviceName)]),
        ),
    };
}

function plainValue(input: pulumi.Input<string>): InputValue<string> {
    return { value: typeof input === "string" ? input : undefined, sources: new Set([input]) };
}

function problemOf(contest: Contest, { name: mine }: Claimant, { name: other }: Claimant, where: string): Problem {
    return contested(contest, { mine, other }, where);
}
