import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import type { Need, Workload } from "../model/accessModel";
import { given, knownOr, type Maybe, reasonsIn } from "../model/maybe";
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
    const { workloads } = index.network;
    if (isUnknown(workloads)) return [openRow(notKnown, workloads.unknown)];
    return workloads.filter(({ id }) => ids === undefined || ids.includes(id)).flatMap((workload) => {
        const from = sourceOf(index, workload.id);
        if (isUnknown(from)) return [openRow(workload.id, from.unknown)];
        const needs = needsOf(index, workload);
        const rows = knownOr<Need[], Need[]>(needs, []).map((need) => rowOf(index, from, need));
        const open = [...reasonsIn([needs]), ...workload.openNeeds ?? []];
        return open.length === 0 ? rows : [...rows, openRow(from.label, open)];
    });
}

function rowOf(index: NetworkIndex, from: Source, need: Need): MatrixRow {
    const { service, host, request, role = from.role } = need;
    const to = host === undefined ? { service } : { host };
    return { workload: from.label, need, answer: reach(index, { from: { ...from, role }, to, request }) };
}

/** A row for what is not known about a workload's needs: whether it reaches everything is not known either. */
function openRow(workload: string, names: string[]): MatrixRow {
    const need = { service: notKnown, why: "may call more services" };
    return {
        workload,
        need,
        answer: { from: workload, to: notKnown, verdict: ReachVerdict.unknown, hops: [], unknown: names },
    };
}

/** The workload and the service of rows in which they are not known. */
export const notKnown = "not known";

/** What a workload needs; if that is not known, every service that has an endpoint in its VPCs. */
function needsOf(index: NetworkIndex, { id, needs, subnets }: Workload): Maybe<Need[]> {
    if (needs) return needs;
    const vpcs = given(
        subnets,
        (ids) => firstUnknown(ids.map((one) => given(index.find("subnets", one), (of) => of.vpc))),
    );
    const endpoints = given(vpcs, (of) => firstUnknown([...new Set(of)].map((vpc) => index.inVpc("endpoints", vpc))));
    return given(endpoints, (all): Maybe<Need[]> => {
        const services = [...new Set(all.flat().flatMap(({ service }) => service ?? []))].sort();
        if (services.length === 0) {
            return unknown(`the services that ${id} calls; its VPC has no endpoint of a service`);
        }
        return services.map((service) => ({ service, why: "its VPC has an endpoint of the service" }));
    });
}

/** A list of facts, which is unknown if one of them is. */
function firstUnknown<T>(facts: Maybe<T>[]): Maybe<T[]> {
    return facts.find(isUnknown) ?? facts as T[];
}
