import { isUnknown } from "../../components/plan/policies/iam/truth";
import type { Need, Workload } from "../../network/model/accessModel";
import { knownOr } from "../../network/model/maybe";
import { NetworkIndex } from "../../network/model/networkIndex";
import { type MatrixRow, reachMatrix } from "../../network/reach/matrix";
import { ReachVerdict } from "../../network/reach/question";
import { workloadTypes } from "../../network/sources/workloads/workloadTypes";
import type { Found } from "../guardrail";
import type { Settings } from "../guardrailOptions";
import { matches } from "../privateVpcs";
import type { StackView } from "../stackView";

/** Services that workloads need and cannot reach, except for want of an endpoint. */
export function unreachableServices(view: StackView, settings: Settings): Found {
    const { workloads } = view.network;
    if (isUnknown(workloads)) return [{ undecided: workloads.unknown }];
    const idle = withNeeds(view, settings).filter(({ needs }) => needs === undefined);
    return [
        ...matrixOf(view, settings).filter((row) => !lacksEndpoint(row)).flatMap((row) => foundIn(view, row)),
        ...idle.map(({ id }) => ({ undecided: [`the services that ${id} calls; the option needs sets them`] })),
    ];
}

/** Services that workloads need and that have no endpoint in their VPC, e.g. because it was removed. */
export function neededEndpoints(view: StackView, settings: Settings): Found {
    return matrixOf(view, settings).filter(lacksEndpoint).map(({ workload, need, answer }) => ({
        urn: workloadUrn(view, workload),
        message: `${workload} needs ${need.service} (${reasonOf(need)}), which has no endpoint in its VPC`,
        hint: answer.reason!.fix.sentence,
    }));
}

function lacksEndpoint({ answer: { reason } }: MatrixRow): boolean {
    return reason?.code === "service.no-endpoint";
}

function foundIn(view: StackView, { workload, need, answer }: MatrixRow): Found {
    if (answer.verdict === ReachVerdict.reachable) return [];
    if (answer.verdict === ReachVerdict.unknown) return [{ undecided: answer.unknown }];
    const { says, fix } = answer.reason!;
    return [{
        urn: workloadUrn(view, workload),
        message: `${workload} does not reach ${need.service} (${reasonOf(need)}): ${blocking(answer) ?? says}`,
        hint: fix.sentence,
    }];
}

/** Why a workload needs a service, e.g. `task definition app pulls images from Amazon ECR`. */
function reasonOf({ by, why }: Need): string {
    return by === undefined ? why : `${by} ${why}`;
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

/** The matrix of a stack: both policies need the same one, unless their configurations differ. */
export function matrixOf(view: StackView, settings: Settings): MatrixRow[] {
    const accountId = settings.accountId ?? view.network.accountId;
    return view.index.memo.of(["matrix of workloads", accountId, JSON.stringify(settings.needs)], () => {
        const workloads = withNeeds(view, settings).filter(({ needs }) => needs !== undefined);
        return reachMatrix(new NetworkIndex({ ...view.network, accountId, workloads }));
    });
}

/** The workloads. Those that the settings name services for need these in addition to what their resources show, and no more. */
function withNeeds(view: StackView, { needs: named }: Settings): Workload[] {
    return knownOr(view.network.workloads, []).map((workload) => {
        const services = Object.entries(named).filter(([pattern]) => matches(pattern, workload.id)).flatMap(([, all]) =>
            all
        );
        if (services.length === 0) return workload;
        const { needs = [] } = workload;
        const added = [...new Set(services)].filter((service) => !needs.some((need) => need.service === service));
        const why = "named in the option needs";
        return { ...workload, needs: [...needs, ...added.map((service): Need => ({ service, why }))], openNeeds: [] };
    });
}
