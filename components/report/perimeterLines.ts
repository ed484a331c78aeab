import type { Passage } from "../plan/policies/passages";
import { ProofVerdict } from "../plan/policies/prove";
import { type EndpointProof, proofsOf } from "../plan/policies/proveEndpoints";
import { requestWords } from "../plan/policies/requestWords";
import { proofDefinition } from "./proofLines";
import type { ReportedPlan } from "./reportedPlan";
import { countOf, grouped, listOf } from "./wording";

/** For each endpoint, whether it is proven that no request by its policy can carry data out, and otherwise what prevents that. */
export function perimeterLines(plan: ReportedPlan): string[] {
    const { endpoints, leftOut, perimeter } = plan;
    if (endpoints.length === 0) return [];
    const proofs = proofsOf(plan);
    const existing = leftOut.filter(({ reason }) => reason.key === "existing-endpoint");
    return [
        `Trusted: ${trustedWords(perimeter)}.`,
        ...provenLines(proofs, plan),
        ...proofs.flatMap(openLines),
        ...foreignAccounts(proofs, plan),
        ...openToAnyCredentials(proofs),
        ...grouped(proofs.filter(({ verdict }) => verdict === ProofVerdict.late), ({ why }) => why.join()).map(
            ([why, same]) => `Not proven for ${namesOf(same)}: ${why}.`,
        ),
        ...(existing.length > 0
            ? [`Not proven for ${listOf(existing.map(({ service }) => service))}: their endpoints exist already.`]
            : []),
        ...passageLines(proofs),
        ...proofDefinition,
    ];
}

/** The result for an endpoint of a plan. */
export function verdictOf(plan: ReportedPlan, name: string): ProofVerdict {
    return proofsOf(plan).find((proof) => proof.name === name)!.verdict;
}

function isOnlyIfSupported({ endpoints }: ReportedPlan, name: string): boolean {
    return endpoints.some((endpoint) => endpoint.name === name && endpoint.policy.onlyIfSupported);
}

function trustedWords({ accountIds = [], organizationId, organizationPaths = [] }: ReportedPlan["perimeter"]): string {
    const units = organizationPaths.length > 0 ? `the organizational units ${listOf(organizationPaths)}` : undefined;
    const more = [
        accountIds.length > 0 ? `the accounts ${listOf(accountIds)}` : undefined,
        organizationId === undefined ? undefined : `the organization ${organizationId}`,
        units,
    ].filter((words) => words !== undefined);
    return listOf(["the stack's own account", ...more]);
}

function provenLines(proofs: EndpointProof[], plan: ReportedPlan): string[] {
    const proven = proofs.filter(({ verdict }) => verdict === ProofVerdict.proven);
    const conditional = proven.filter(({ name }) => isOnlyIfSupported(plan, name));
    if (proven.length === 0) return [];
    const which = proven.length === proofs.length
        ? proven.length === 1 ? namesOf(proven) : `all ${countOf(proven.length, "endpoint")}`
        : namesOf(proven);
    return [
        `Proven for ${which}: only trusted principals reach trusted resources, and nothing else is allowed except by name.`,
        ...(conditional.length > 0
            ? [
                `For ${
                    namesOf(conditional)
                }, this depends on whether AWS supports endpoint policies for the service, which `
                + "the deployment finds out. Without a policy, any credentials can send data out there.",
            ]
            : []),
    ];
}

const shownRequests = 5;

function openLines({ name, verdict, requests, why }: EndpointProof): string[] {
    const more = requests.length - shownRequests;
    if (verdict === ProofVerdict.notProven || verdict === ProofVerdict.tooLarge) {
        return [`Not proven for ${name}: ${why.join("; ")}.`];
    }
    return [
        ...requests.slice(0, shownRequests).map((found) => `Possible through ${name}: ${requestWords(found)}`),
        ...(more > 0 ? [`Possible through ${name}: requests by ${countOf(more, "more statement")}.`] : []),
    ];
}

/** Accounts in policies with other requests, which may be meant as the stack's own. */
function foreignAccounts(proofs: EndpointProof[], { endpoints, perimeter }: ReportedPlan): string[] {
    const open = endpoints.filter(({ name }) => proofs.some((one) => one.name === name && one.requests.length > 0));
    const ids = open.flatMap(({ policy }) => policy.document?.match(/(?<!\d)\d{12}(?!\d)/g) ?? []);
    return [...new Set(ids)].filter((id) => !perimeter.accountIds?.includes(id)).map((id) =>
        `The account ${id} is not trusted: if it is the stack's own, write <accountId> in the policy.`
    );
}

/** Endpoints that any credentials can use. */
function openToAnyCredentials(proofs: EndpointProof[]): string[] {
    const open = proofs.filter(({ verdict, requests }) =>
        verdict === ProofVerdict.noPolicy || (verdict === ProofVerdict.possible && requests.length === 0)
    );
    return grouped(open, ({ why }) => why.join()).map(([why, same]) =>
        `Way out for any credentials: ${namesOf(same)}: ${why}.`
    );
}

function passageLines(proofs: EndpointProof[]): string[] {
    const allowed = proofs.flatMap(({ name, passages }) => passages.map((passage) => ({ name, passage })));
    return grouped(allowed, ({ passage }) => passageWords(passage)).map(([what, same]) => {
        const names = [...new Set(same.map(({ name }) => name))];
        const whom = names.length === proofs.length && names.length > 1 ? "All endpoints" : listOf(names);
        return `${whom} ${names.length > 1 ? "allow" : "allows"} by name: ${what}.`;
    });
}

const shownItems = 4;

function passageWords({ name, senders, actions, resources, condition = {} }: Passage): string {
    // Its name says all.
    if (actions.includes("*") && resources.includes("*")) return name;
    return `${name}: ${senders} may call ${some(actions)} on ${some(resources)}${conditionWords(condition)}`;
}

/** The conditions in words, e.g. `, if StringEquals ssm:NodeAccountId <accountId>`. */
function conditionWords(condition: NonNullable<Passage["condition"]>): string {
    const tests = Object.entries(condition).flatMap(([operator, keys]) =>
        Object.entries(keys).map(([key, value]) => `${operator} ${key} ${[value].flat().join(" or ")}`)
    );
    return tests.length > 0 ? `, if ${listOf(tests)}` : "";
}

function some(items: string[]): string {
    if (items.length <= shownItems) return listOf(items);
    return `${items.slice(0, shownItems).join(", ")} and ${items.length - shownItems} more`;
}

function namesOf(proofs: EndpointProof[]): string {
    return listOf(proofs.map(({ name }) => name));
}
