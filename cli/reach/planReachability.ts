import type { VpcPlan } from "../../components/plan/plan";
import type { Section } from "../../components/report/section";
import { listOf } from "../../components/report/wording";
import { NetworkIndex } from "../../network/model/networkIndex";
import { type MatrixRow, reachMatrix } from "../../network/reach/matrix";
import { ReachVerdict } from "../../network/reach/question";
import { reach } from "../../network/reach/reach";
import { networkOfPlan } from "../../network/sources/fromPlan";
import { networkOfResources } from "../../network/sources/fromResources";
import type { StackResource } from "../../network/sources/stackResources";
import { plannedClient } from "../../network/sources/workloadsOfPlan";
import { reasonLines } from "./reachSections";

/** Whether the workloads of a plan reach what they need, and what differs from an earlier plan. */
export interface PlanReachability {
    rows: MatrixRow[];
    /** Services that clients reach only with this plan. */
    opened: string[];
    /** Services that clients reached with the earlier plan, and do not reach with this one. */
    closed: string[];
    isCompared: boolean;
}

/**
 * The reachability of a plan, compared with an earlier one if that has the fields that a network is read from.
 *
 * @param resources those of a program with workloads, which are checked, too
 */
export function planReachability(plan: VpcPlan, before?: VpcPlan, resources: StackResource[] = []): PlanReachability {
    const now = new NetworkIndex(networkOfPlan(plan));
    const { accountId, perimeter } = now.network;
    const program = resources.length > 0 && networkOfResources(resources, plan.region);
    const ofProgram = program ? reachMatrix(new NetworkIndex({ ...program, accountId, perimeter })) : [];
    const planned = reachMatrix(now);
    const rows = [...planned, ...ofProgram];
    const then = before && earlier(before);
    if (!then) return { rows, opened: [], closed: [], isCompared: false };
    const services = [...new Set([...planned, ...then.rows].map(({ need }) => need.service))].sort();
    const reaches = (index: NetworkIndex, of: VpcPlan, service: string) =>
        reach(index, { from: plannedClient(of), to: { service } }).verdict === ReachVerdict.reachable;
    const changed = services.map((service) => ({
        service,
        was: reaches(then.index, before, service),
        is: reaches(now, plan, service),
    }));
    const named = (of: typeof changed) => of.map(({ service }) => service);
    return {
        rows,
        opened: named(changed.filter(({ was, is }) => is && !was)),
        closed: named(changed.filter(({ was, is }) => was && !is)),
        isCompared: true,
    };
}

/** The network of an earlier plan; `undefined` if an older release wrote it without the necessary fields. */
function earlier(plan: VpcPlan): { index: NetworkIndex; rows: MatrixRow[] } | undefined {
    try {
        const index = new NetworkIndex(networkOfPlan(plan));
        return { index, rows: reachMatrix(index) };
    } catch {
        return undefined;
    }
}

/** The section of the report: a line for each workload, and one for everything that is not reachable. */
export function reachabilitySection({ rows, opened, closed, isCompared }: PlanReachability): Section | undefined {
    if (rows.length === 0) return undefined;
    const workloads = [...new Set(rows.map(({ workload }) => workload))];
    const lines = workloads.flatMap((workload) => {
        const own = rows.filter((row) => row.workload === workload);
        const reached = own.filter(({ answer }) => answer.verdict === ReachVerdict.reachable);
        const names = listOf(reached.map(({ need }) => need.service));
        return [
            ...(reached.length > 0
                ? [`${whose(workload)}: ${names} ${reached.length === 1 ? "is" : "are"} reachable.`]
                : []),
            ...own.filter((row) => !reached.includes(row)).flatMap(missing),
        ];
    });
    const changes = [
        ...opened.map((service) => `+ reachable with this change: ${service}`),
        ...closed.map((service) => `- not reachable with this change: ${service}`),
    ];
    const same = isCompared && changes.length === 0;
    return { title: "Reachability", lines: [...changes, ...lines], ...(same && { same }) };
}

function whose(workload: string): string {
    return workload === "services" ? "Clients" : workload;
}

function missing({ workload, need, answer }: MatrixRow): string[] {
    const [first = "", ...more] = reasonLines(answer, true);
    return [`${whose(workload)}: ${need.service} is ${answer.verdict}. ${[first, ...more].join(" ")}`];
}

/** The answers as the plan's JSON has them. */
export function reachabilityJson({ rows, opened, closed, isCompared }: PlanReachability): object {
    const answers = rows.map(({ workload, need: { service }, answer: { verdict, reason, unknown } }) => ({
        workload,
        service,
        verdict,
        ...(reason && { reason }),
        ...(verdict === ReachVerdict.unknown && { unknown }),
    }));
    return { answers, ...(isCompared && { opened, closed }) };
}
