import { all, isUnknown, type Truth } from "../../components/plan/policies/iam/truth";
import type { Endpoint } from "../model/accessModel";
import type { NetworkIndex } from "../model/networkIndex";
import { egressHop, groupsPass, ingressHop } from "./groupHops";
import { type Hop, undecided } from "./hop";
import type { Path } from "./path";
import { policyHop } from "./policyHop";
import type { Question } from "./question";
import { roleHop } from "./roleHop";

/** A journey from one subnet to one address: whether it succeeds, and its hops, which are made only when they are read. */
export interface Journey {
    passes: Truth;
    hops: () => Hop[];
}

/** A journey that ends before it begins. */
export function ended(hop: Hop): Journey {
    return { passes: hop.passes, hops: () => [hop] };
}

/** The journey by a path: past the security groups of both ends, and the policies of endpoints. */
export function journeyBy(index: NetworkIndex, question: Question, path: Path): Journey {
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
