import { statementsOf, textsOf } from "./iam/document";
import { plainHomes } from "./iam/prove/plainly";
import type { Answer, Found, Question } from "./iam/prove/question";
import type { Passage } from "./passages";
import { insideDocument, permitted } from "./permitted";
import { fillPlaceholders, type PolicyDocument } from "./policyDocument";
import { filled, finder, restored, standIn } from "./proofDocuments";
import type { ProofContext } from "./trust";

/** Whether an endpoint policy lets data out. */
export const ProofVerdict = {
    /** Only requests that are permitted pass. */
    proven: "proven",
    /** Other requests pass: the answer shows them. */
    possible: "possible",
    /** Nothing is found, and something prevents the proof. */
    notProven: "not proven",
    /** The policy is too large for a proof. */
    tooLarge: "too large",
    /** There is no policy, because AWS supports none. */
    noPolicy: "no policy",
    /** The policy is known only during a deployment. */
    late: "known later",
} as const;
export type ProofVerdict = (typeof ProofVerdict)[keyof typeof ProofVerdict];

/** The proof that no request that an endpoint policy allows can carry data out, or what is missing. */
export interface Proof {
    verdict: ProofVerdict;
    /** What passes by name, and who may send it. */
    passages: Passage[];
    /** The shortest request by each statement that lets data out; the evaluator allows it. */
    requests: Found[];
    /** What prevents the proof. */
    why: string[];
}

/**
 * Whether every request that an endpoint policy allows is a trusted principal's for a trusted resource, or one of the
 * named passages: AWS services for trusted resources, AWS-owned resources, exceptions, and operations that AWS defines
 * without signature or resource owner.
 *
 * Covered: all principals (own, of the organization, foreign, AWS services, unsigned), resources and context keys of
 * requests through this endpoint that carry an IAM authorization. Not covered: DNS, services without endpoint policies,
 * traffic without IAM authorization, e.g. to databases, and resources that a trusted principal shares or makes public.
 */
export function prove(document: PolicyDocument, context: ProofContext): Proof {
    const account = standIn(document, context);
    const fill = (one: PolicyDocument) => filled(one, account, context);
    const allowed = permitted(context);
    const [policy, inside] = [fill(document), fill(allowed.inside)];
    const passages = allowed.named.map(({ passage, only }) => ({ passage, only: fill(only) }));
    const documents = [inside, ...passages.map(({ only }) => only)];
    const about = (some: typeof passages) => named(some.map(({ passage }) => passage), account, context);
    const homes = plainHomes(policy, documents);
    if (homes) {
        const used = passages.filter(({ only }) => homes.includes(only));
        return { verdict: ProofVerdict.proven, passages: about(used), requests: [], why: [] };
    }
    const find = finder([policy, ...documents], context);
    const answer = find({ allowedBy: [policy], notBy: documents });
    const used = passages.filter(({ only }) =>
        find({ allowedBy: [only, policy], notBy: [inside], briefly: true }).found !== "none"
    );
    return { verdict: verdicts[answer.found], passages: about(used), ...details(answer, account, context) };
}

const verdicts: { [found in Answer["found"]]: ProofVerdict } = {
    "none": ProofVerdict.proven,
    "some": ProofVerdict.possible,
    "unknown": ProofVerdict.notProven,
    "too large": ProofVerdict.tooLarge,
};

/** What one document allows and another does not, in both directions. */
export interface Changed {
    /** What passes now and did not before. */
    opened: Answer;
    /** What passed before and does not now. */
    closed: Answer;
}

/** What changes if a policy is replaced; `null` stands for no policy of its own, which allows everything. */
export function compare(before: PolicyDocument, after: PolicyDocument, context: ProofContext): Changed {
    const account = standIn({ Statement: [before, after] }, context);
    const [was, is] = [before, after].map((one) => filled(one, account, context));
    const find = finder([was!, is!], context);
    const found = (question: Question) => restored(find(question), account, context);
    return { opened: found({ allowedBy: [is!], notBy: [was!] }), closed: found({ allowedBy: [was!], notBy: [is!] }) };
}

/**
 * What IAM documents of trusted principals allow and an endpoint policy does not: on trusted resources, and on those of
 * other accounts that the documents name, which can be recognized only if the stack's own account is known. The
 * documents have no Principal.
 */
export function missing(identity: PolicyDocument, policy: PolicyDocument, context: ProofContext): Answer {
    const account = standIn({ Statement: [identity, policy] }, context);
    const fill = (one: PolicyDocument) => filled(one, account, context);
    const Statement = [identity.Statement].flat().map((one) => ({ Principal: "*", ...Object(one) as object }));
    const needed = fill({ ...identity, Statement });
    const named = statementsOf(needed).flatMap(({ Resource }) => textsOf(Resource) ?? []).filter((arn) =>
        context.accountId !== undefined && /^\d{12}$/.test(arn.split(":")[4] ?? "")
    );
    const [inside, allowed] = [fill(insideDocument(context, named)), fill(policy)];
    const find = finder([needed, inside, allowed], context);
    return restored(find({ allowedBy: [needed, inside], notBy: [allowed] }), account, context);
}

function named(passages: Passage[], account: string, context: ProofContext): Passage[] {
    const { region, partition, accountId } = context;
    return restored(fillPlaceholders(passages, { region, partition, accountId }), account, context);
}

function details(answer: Answer, account: string, context: ProofContext): Pick<Proof, "requests" | "why"> {
    const requests = answer.found === "some" ? answer.requests : [];
    return restored({ requests, why: "why" in answer ? answer.why : [] }, account, context);
}
