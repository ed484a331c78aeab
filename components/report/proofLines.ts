import type { Answer } from "../plan/policies/iam/prove/question";
import type { Passage } from "../plan/policies/passages";
import { type Proof, ProofVerdict } from "../plan/policies/prove";
import type { ResourceProof } from "../plan/policies/proveResource";
import { requestWords } from "../plan/policies/requestWords";

/** What a proof covers, and what it does not: printed with every proof. */
export const proofDefinition = [
    "The proof covers every principal (trusted, foreign, AWS services, unsigned), every resource and every condition key "
    + "of requests through an endpoint that AWS authorizes with IAM.",
    "It does not cover DNS queries, endpoints without policy support, traffic that IAM does not authorize, such as "
    + "connections to databases, and resources that a trusted principal shares or makes public.",
];

const verdicts: { [verdict in ProofVerdict]: string } = {
    [ProofVerdict.proven]:
        "Proven: only trusted principals reach trusted resources, and nothing else is allowed except what is listed here.",
    [ProofVerdict.possible]: "Not inside the perimeter: the policy also allows the requests that are listed here.",
    [ProofVerdict.notProven]:
        "Not proven. No request outside the perimeter was found, but these conditions prevent the proof.",
    [ProofVerdict.tooLarge]: "Not proven: the policy is too large.",
    [ProofVerdict.noPolicy]: "Not proven: there is no policy.",
    [ProofVerdict.late]: "Not proven: the policy is known only during a deployment.",
};

/** A proof, a line for each statement. */
export function proofLines({ verdict, passages, requests, why }: Proof): string[] {
    return [verdicts[verdict], ...requests.map(requestWords), ...why, ...passages.map(passageLine)];
}

/** The answer to a question about requests, a line for each request. */
export function answerLines(answer: Answer, none: string): string[] {
    if (answer.found === "none") return [none];
    return answer.found === "some" ? answer.requests.map(requestWords) : [`${answer.found}`, ...answer.why];
}

/** What the policy of a resource allows, alone and together with the policy of the endpoint. */
export function resourceLines({ elsewhere, untrusted }: ResourceProof): string[] {
    const only =
        "The resource can be accessed only through the endpoints of trusted accounts and the named networks, and by "
        + "AWS services.";
    const together = "Through the endpoint, only trusted principals and AWS services can access the resource.";
    return [
        ...answerLines(elsewhere, only).map((line) => (line === only ? line : `From elsewhere: ${line}`)),
        ...answerLines(untrusted, together).map((line) => (line === together ? line : `Through the endpoint: ${line}`)),
    ];
}

function passageLine({ name, senders, actions, resources, condition }: Passage): string {
    const limited = condition ? `, if ${JSON.stringify(condition)}` : "";
    return `Allowed by name: ${name}. ${senders}, ${actions.join(", ")} on ${resources.join(", ")}${limited}.`;
}
