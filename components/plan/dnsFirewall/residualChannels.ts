import type { EndpointsPlan } from "../plan";
import { Verdict } from "../policies/prove";
import { type EndpointProof, proofsOf } from "../policies/proveEndpoints";
import { isWildcard } from "./domainName";
import type { AllowedName } from "./plannedDnsFirewall";

/** An allowed wildcard: names that nobody listed can be queried below it. */
export interface ResidualChannel {
    /** The wildcard. */
    name: string;
    /** What it reaches, and what closes it or that nothing does. */
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
            : "names of AWS's customers, which AWS's own name servers answer";
    }
    const open = ofEndpoints.filter(({ verdict }) => verdict !== Verdict.proven).map(({ name }) => name);
    const what = "any resource of the service can be named";
    return open.length === 0
        ? `${what}, but the endpoint policy allows only trusted principals and resources, except by name`
        : `${what}, and the endpoint policy is not proven to keep data inside the perimeter`;
}
