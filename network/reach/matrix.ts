import { isUnknown } from "../../components/plan/policies/iam/truth";
import type { Need, Workload } from "../model/accessModel";
import { knownOr } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import { type Answer, ReachVerdict, type Source } from "./question";
import { reach, sourceOf } from "./reach";

/** One service that a workload calls, and whether it gets there. */
export interface MatrixRow {
    workload: string;
    need: Need;
    answer: Answer;
}

/**
 * Whether workloads reach what they need.
 *
 * @param ids the workloads; all of them if omitted
 */
export function reachMatrix(index: NetworkIndex, ids?: string[]): MatrixRow[] {
    const workloads = knownOr(index.network.workloads, []).filter(({ id }) => ids === undefined || ids.includes(id));
    return workloads.flatMap((workload) => {
        const from = sourceOf(index, workload.id);
        if (isUnknown(from)) return [];
        const rows = needsOf(index, workload).map((need) => rowOf(index, from, need));
        const { openNeeds = [] } = workload;
        return openNeeds.length === 0 ? rows : [...rows, openRow(from.label, openNeeds)];
    });
}

function rowOf(index: NetworkIndex, from: Source, need: Need): MatrixRow {
    const { service, host, request, role = from.role } = need;
    const to = host === undefined ? { service } : { host };
    return { workload: from.label, need, answer: reach(index, { from: { ...from, role }, to, request }) };
}

/** A row for what is not known about a workload's needs: whether it reaches everything is not known either. */
function openRow(workload: string, unknown: string[]): MatrixRow {
    const need = { service: unknownService, why: "may call more services" };
    return {
        workload,
        need,
        answer: { from: workload, to: unknownService, verdict: ReachVerdict.unknown, hops: [], unknown },
    };
}

/** The service of a row about a workload of which it is not known which services it calls. */
export const unknownService = "not known";

/** What a workload needs; if that is not known, every service that has an endpoint in its VPCs. */
export function needsOf(index: NetworkIndex, { needs, subnets }: Workload): Need[] {
    if (needs) return needs;
    const vpcs = knownOr(subnets, []).map((id) => {
        const subnet = index.find("subnets", id);
        return isUnknown(subnet) ? "" : knownOr(subnet.vpc, "");
    });
    const endpoints = [...new Set(vpcs)].flatMap((vpc) => knownOr(index.inVpc("endpoints", vpc), []));
    const services = endpoints.flatMap(({ service }) => service ?? []);
    return [...new Set(services)].sort().map((service) => ({ service, why: "its VPC has an endpoint of the service" }));
}
