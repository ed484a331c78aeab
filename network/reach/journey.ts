import { all, isUnknown, type Truth, unknown } from "../../components/plan/policies/iam/truth";
import type { Endpoint } from "../model/accessModel";
import type { NetworkIndex } from "../model/networkIndex";
import { egressHop, groupsPass, ingressHop } from "./groupHops";
import { type Hop, undecided } from "./hop";
import type { End } from "./packets";
import type { Path } from "./path";
import { policyHop } from "./policyHop";
import type { Question } from "./question";
import { roleHop } from "./roleHop";
import type { Target } from "./target";

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

/**
 * Each end of a connection as the rules of the other end see it. Through a transit gateway, outbound rules see no security
 * groups, and inbound ones only if it and its attachments support that, but never those of VPC endpoints
 * (https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html#vpc-attachment-security).
 */
function endsOf(index: NetworkIndex, { groups }: Question["from"], { client, target, way }: Path): Ends {
    const { addresses } = client;
    const { transitGateway: id } = way;
    if (id === undefined) return { server: target, from: { addresses, groups } };
    const hidden = index.memo.of(["hidden", id], () => unknown(`whether ${id} supports security group references`));
    return {
        server: { ...target, groups: [], hiddenGroups: target.groups },
        from: { addresses, groups: target.endpoint ? [] : hidden, hiddenGroups: groups },
    };
}

interface Ends {
    server: Target;
    from: End;
}

function passesBy(index: NetworkIndex, question: Question, path: Path): Truth {
    const { target, connection } = path;
    if (path.passes === false) return false;
    const { server, from } = endsOf(index, question.from, path);
    const truths = [path.passes, groupsPass(index, "egress", question.from.groups, server, connection)];
    if (path.isInside) {
        truths.push(groupsPass(index, "ingress", target.groups, from, connection));
    }
    for (const policy of policiesOn(index, question, path)) truths.push(policy.passes);
    return truths.every((one) => one === true) || all(truths);
}

function hopsBy(index: NetworkIndex, question: Question, path: Path): Hop[] {
    const { client, target, connection, name, way, before, behind, isInside } = path;
    const { server, from } = endsOf(index, question.from, path);
    const rest = way.hops.some(({ passes }) => passes === false)
        ? []
        : [
            egressHop(index, question.from.groups, server, connection),
            ...before,
            ...(isInside ? [ingressHop(index, client.subnet, target, from, connection)] : []),
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
