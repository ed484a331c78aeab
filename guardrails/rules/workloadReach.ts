import { isUnknown } from "../../components/plan/policies/iam/truth";
import type { Need, Workload } from "../../network/model/accessModel";
import { knownOr } from "../../network/model/maybe";
import { NetworkIndex } from "../../network/model/networkIndex";
import { type MatrixRow, reachMatrix } from "../../network/reach/matrix";
import { Verdict } from "../../network/reach/question";
import { workloadTypes } from "../../network/sources/workloadTypes";
import type { Found } from "../guardrail";
import type { Settings } from "../guardrailOptions";
import { matches } from "../privateVpcs";
import type { StackView } from "../stackView";

/** Services that workloads need and cannot reach, except for want of an endpoint. */
export function unreachableServices(view: StackView, settings: Settings): Found {
    const { workloads } = view.network;
    if (isUnknown(workloads)) return [{ undecided: workloads.unknown }];
    const idle = withNeeds(view, settings).filter(({ needs }) => needs.length === 0);
    return [
        ...matrixOf(view, settings).filter((row) => !lacksEndpoint(row)).flatMap((row) => foundIn(view, row)),
        ...idle.map(({ id }) => ({ undecided: [`the services that ${id} calls; the option needs sets them`] })),
    ];
}

/** Services that workloads need and that have no endpoint in their VPC, e.g. because it was removed. */
export function neededEndpoints(view: StackView, settings: Settings): Found {
    return matrixOf(view, settings).filter(lacksEndpoint).map(({ workload, need, answer }) => ({
        urn: workloadUrn(view, workload),
        message: `${workload} needs ${need.service} (${need.why}), which has no endpoint in its VPC`,
        hint: answer.reason!.fix.sentence,
    }));
}

function lacksEndpoint({ answer: { reason } }: MatrixRow): boolean {
    return reason?.code === "service.no-endpoint";
}

function foundIn(view: StackView, { workload, need, answer }: MatrixRow): Found {
    if (answer.verdict === Verdict.reachable) return [];
    if (answer.verdict === Verdict.unknown) return [{ undecided: answer.unknown }];
    const { says, fix } = answer.reason!;
    return [{
        urn: workloadUrn(view, workload),
        message: `${workload} does not reach ${need.service} (${need.why}): ${blocking(answer) ?? says}`,
        hint: fix.sentence,
    }];
}

/** What the first hop that fails says. */
function blocking({ hops }: MatrixRow["answer"]): string | undefined {
    return hops.find(({ failure }) => failure !== undefined)?.says;
}

/** The URN of the resource that a workload is, e.g. `ecs:app`. */
function workloadUrn({ resources }: StackView, id: string): string | undefined {
    return resources.find(({ type, name }) => {
        const row = Object.hasOwn(workloadTypes, type) ? workloadTypes[type]! : undefined;
        return row !== undefined && `${row.prefix}:${name}` === id;
    })?.urn;
}

function matrixOf(view: StackView, settings: Settings): MatrixRow[] {
    const workloads = withNeeds(view, settings).filter(({ needs }) => needs.length > 0);
    return reachMatrix(new NetworkIndex({ ...view.network, workloads }));
}

/** The workloads, each with the services that the settings name in addition to its own. */
function withNeeds(view: StackView, { needs: named }: Settings): Workload[] {
    return knownOr(view.network.workloads, []).map((workload) => {
        const services = Object.entries(named).flatMap(([pattern, all]) => (matches(pattern, workload.id) ? all : []));
        const known = workload.needs.map(({ service }) => service);
        const added = [...new Set(services)].filter((service) => !known.includes(service));
        return {
            ...workload,
            needs: [
                ...workload.needs,
                ...added.map((service): Need => ({ service, why: "named in the option needs" })),
            ],
        };
    });
}
