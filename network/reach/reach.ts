import { all, isUnknown, type Truth, unknown } from "../../components/plan/policies/iam/truth";
import type { Endpoint } from "../model/accessModel";
import { knownOr, type Maybe, reasonsIn } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import { destinationWords } from "./destinations";
import { explanations } from "./explanations";
import { type Hop, undecided } from "./hop";
import { clientIn, egressHop, groupsPass, ingressHop } from "./journey";
import { type Path, pathsTo } from "./paths";
import { policyHop } from "./policyHop";
import { type Answer, type Question, ReachVerdict } from "./question";
import { roleHop } from "./roleHop";

/** A journey from one subnet to one address: whether it succeeds, and its hops, which are made only when they are read. */
interface Journey {
    passes: Truth;
    hops: () => Hop[];
}

/**
 * Whether a connection, and a request over it, gets to a destination: from every subnet that the source may be in, and to
 * every address that its name resolves to. IPv4 only.
 */
export function reach(index: NetworkIndex, question: Question): Answer {
    const { from: { label, subnets }, to } = question;
    if (isUnknown(subnets)) return answered(question, ended(undecided("name", subnets, `the subnets of ${label}`)));
    const lonely = undecided("name", unknown(`the subnets of ${label}`), "it is in no subnet");
    if (subnets.length === 0) return answered(question, ended(lonely));
    const nowhere = undecided("name", unknown(destinationWords(to)), "it has no addresses");
    return answered(question, decisive(index, question, subnets) ?? ended(nowhere));
}

/** The first journey that fails; if none does, the first that is unknown; otherwise the first one. */
function decisive(index: NetworkIndex, question: Question, subnets: string[]): Journey | undefined {
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
    return found;
}

function ended(hop: Hop): Journey {
    return { passes: hop.passes, hops: () => [hop] };
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

/** The journey by a path: past the security groups of both ends, and the policies of endpoints. */
function journeyBy(index: NetworkIndex, question: Question, path: Path): Journey {
    return { passes: passesBy(index, question, path), hops: () => hopsBy(index, question, path) };
}

function passesBy(index: NetworkIndex, question: Question, path: Path): Truth {
    const { client: { addresses }, target, connection } = path;
    const { groups } = question.from;
    if (path.passes === false) return false;
    const truths = [path.passes, groupsPass(index, "egress", groups, target, connection)];
    if (path.isInside) {
        truths.push(groupsPass(index, "ingress", target.groups, { addresses, groups }, connection));
    }
    for (const policy of policiesOn(index, question, path)) truths.push(policy.passes);
    return truths.every((one) => one === true) || all(truths);
}

function hopsBy(index: NetworkIndex, question: Question, path: Path): Hop[] {
    const { client, target, connection, name, way, before, behind, isInside } = path;
    const { groups } = question.from;
    const rest = way.hops.some(({ passes }) => passes === false)
        ? []
        : [
            egressHop(index, groups, target, connection),
            ...before,
            ...(isInside ? [ingressHop(index, client, groups, target, connection)] : []),
            ...behind,
        ];
    return [name, ...way.hops, ...rest, ...policiesOn(index, question, path)];
}

/** What policies decide: those of the endpoints on a path and those of the role, once for each role and request. */
function policiesOn(index: NetworkIndex, { request, from: { role } }: Question, { way, target }: Path): Hop[] {
    const ids = [way.gateway, target.endpoint?.id].filter((id) => id !== undefined);
    const endpoints = ids.map((id) => index.find("endpoints", id));
    const hops = endpoints.map((endpoint, at) =>
        index.memo.of(["policy", ids[at], request, request && role], () => {
            if (isUnknown(endpoint)) return undecided("policy", endpoint, `the policy of ${ids[at]} is not known`);
            return policyHop(index, endpoint, request, role);
        })
    );
    if (!request || role === undefined || isUnknown(role)) return hops;
    const [endpoint] = endpoints.filter((one) => !isUnknown(one)) as Endpoint[];
    const ofRole = index.memo.of(
        ["role", endpoint, request, role],
        () => roleHop(index, role, { request, role, endpoint }),
    );
    return [...hops, ...ofRole];
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
