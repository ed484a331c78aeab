import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import { knownOr, type Maybe, reasonsIn } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import { type Client, clientIn } from "./client";
import { connectionsTo, destinationWords, resolutionOf } from "./destinations";
import { explanations } from "./explanations";
import { type Hop, undecided } from "./hop";
import { ended, type Journey, journeyBy } from "./journey";
import { type Path, pathTo } from "./path";
import { type Answer, type Destination, type Question, ReachVerdict } from "./question";

/**
 * Whether a connection, and a request over it, gets to a destination: from every subnet that the source may be in, and to
 * every address that its name resolves to. IPv4 only.
 */
export function reach(index: NetworkIndex, question: Question): Answer {
    const { label, subnets } = question.from;
    if (isUnknown(subnets)) {
        return answered(question, ended(undecided("name", subnets, `the subnets of ${label} are not known`)));
    }
    const lonely = undecided("name", unknown(`the subnets of ${label}`), "it is in no subnet");
    if (subnets.length === 0) return answered(question, ended(lonely));
    return answered(question, decisive(index, question, subnets));
}

/** The first journey that fails; if none does, the first that is unknown; otherwise the first one. */
function decisive(index: NetworkIndex, question: Question, subnets: string[]): Journey {
    let found: Journey | undefined;
    for (const subnet of subnets) {
        const client = clientIn(index, subnet, question.from);
        const paths = "step" in client ? client : pathsTo(index, client, question.to);
        for (const path of Array.isArray(paths) ? paths : [paths]) {
            const journey = "step" in path ? ended(path) : journeyBy(index, question, path);
            if (journey.passes === false) return journey;
            if (!found || (found.passes === true && journey.passes !== true)) found = journey;
        }
    }
    return found!;
}

/** The paths from a subnet, one for each address that the destination has and each port; a hop if there are none. */
function pathsTo(index: NetworkIndex, client: Client, to: Destination): Path[] | Hop {
    const words = destinationWords(to);
    return index.memo.of(["paths", client, words], () => {
        const { hop: name, targets } = index.memo.of(
            ["name", client.vpc, words],
            () => resolutionOf(index, client.vpc, to),
        );
        if (targets.length === 0) return name;
        const connections = index.memo.of(["ports", words], () => connectionsTo(index, to));
        return targets.flatMap((target) =>
            connections.map((connection) => pathTo(index, name, client, target, connection))
        );
    });
}

function answered({ from, to }: Question, { passes, hops: make }: Journey): Answer {
    const asked = { from: from.label, to: destinationWords(to) };
    let made: Hop[] | undefined;
    if (passes === true) {
        return {
            ...asked,
            verdict: ReachVerdict.reachable,
            get hops() {
                return made ??= make();
            },
            unknown: [],
        };
    }
    const hops = make();
    const failing = hops.find(({ failure }) => failure !== undefined)?.failure;
    return {
        ...asked,
        verdict: passes === false ? ReachVerdict.notReachable : ReachVerdict.unknown,
        hops,
        ...(failing && { reason: { code: failing.code, says: explanations[failing.code].says, fix: failing.fix } }),
        unknown: reasonsIn(hops.map((one) => one.passes)),
    };
}

/** The source that a workload is. */
export function sourceOf(index: NetworkIndex, id: string): Maybe<Question["from"]> {
    const workload = index.find("workloads", id);
    if (isUnknown(workload)) return workload;
    const { subnets, groups, address, hasPublicAddress, role } = workload;
    const lonely = knownOr(subnets, []).length === 0;
    return {
        label: workload.name ?? workload.id,
        subnets: lonely && !isUnknown(subnets) ? unknown(`the subnets of ${workload.id}`) : subnets,
        groups,
        address,
        hasPublicAddress,
        role,
    };
}
