import type { EndpointsPlan } from "../plan";
import { ProofVerdict } from "../policies/prove";
import { type EndpointProof, proofsOf } from "../policies/proveEndpoints";
import { isWildcard } from "./domainName";
import type { AllowedName } from "./plannedDnsFirewall";

/** An allowed wildcard: names that nobody listed can be queried below it. */
export interface ResidualChannel {
    /** The wildcard. */
    name: string;
    /** Who answers queries for these names, and what limits the data that can leave, if anything does. */
    says: string;
}

/** The allowed wildcards, each with what still limits data that leaves through names below it. */
export function residualChannels(plan: EndpointsPlan): ResidualChannel[] {
    const proofs = proofsOf(plan);
    return (plan.dnsFirewall?.allowed ?? []).filter(({ name }) => isWildcard(name)).map((allowed) => ({
        name: allowed.name,
        says: limitOf(allowed, proofs),
    }));
}

function limitOf({ usedBy }: AllowedName, proofs: EndpointProof[]): string {
    if (usedBy.includes("allowedDomains")) {
        return "queries for any name below it reach the domain's name servers, and nothing in this plan limits them";
    }
    const ofEndpoints = proofs.filter(({ name }) => usedBy.includes(name));
    if (ofEndpoints.length === 0) {
        return usedBy.every((user) => user === "vpc")
            ? "AWS answers these names itself"
            : "other customers of AWS can have such names, which AWS's own name servers answer";
    }
    const open = ofEndpoints.filter(({ verdict }) => verdict !== ProofVerdict.proven).map(({ name }) => name);
    const what = "queries can be for any resource of the service, also another account's";
    return open.length === 0
        ? `${what}, but the endpoint policy allows only trusted principals and resources, and what it lists by name`
        : `${what}, and the endpoint policy is not proven to keep data inside the perimeter`;
}
