import type { PlannedEndpoint } from "../kinds/endpointKinds";
import type { EndpointsPlan } from "../plan";
import { factsOf, isService } from "../services/serviceNames";
import { fullAccess } from "./fullAccess";
import type { PolicyDocument } from "./policyDocument";
import { type Proof, ProofVerdict, prove } from "./prove";

/** The proof for one endpoint of a plan, or what is missing. */
export interface EndpointProof extends Proof {
    /** The endpoint's name, e.g. `s3-gateway`. */
    name: string;
}

/** The parts of a plan that a proof depends on. */
type Proven = Pick<EndpointsPlan, "region" | "partition" | "perimeter" | "endpoints">;

const known = new WeakMap<Proven, EndpointProof[]>();

/** Whether no request through each endpoint of a plan can carry data out. Each plan is proven only once. */
export function proofsOf(plan: Proven): EndpointProof[] {
    const proofs = known.get(plan) ?? plan.endpoints.map((one) => ({ name: one.name, ...proofOf(one, plan) }));
    known.set(plan, proofs);
    return proofs;
}

function proofOf({ service, kind, policy }: PlannedEndpoint, { region, partition, perimeter }: Proven): Proof {
    const without = (verdict: ProofVerdict, ...why: string[]): Proof => ({ verdict, passages: [], requests: [], why });
    if (!isService(service)) {
        return without(ProofVerdict.noPolicy, "AWS supports endpoint policies only for its own services");
    }
    const { from, document, ownedResources, exceptions } = policy;
    if (from === "none") return without(ProofVerdict.noPolicy, "AWS supports no endpoint policies for the service");
    if (document === null) return without(ProofVerdict.late, "the policy is known only during a deployment");
    if (from === fullAccess) {
        const unknown = factsOf(service).policySupport === null;
        return without(
            ProofVerdict.possible,
            unknown
                ? "full access, because it is unknown whether AWS supports endpoint policies for the service"
                : "full access",
        );
    }
    return prove(JSON.parse(document) as PolicyDocument, {
        service,
        kind,
        region,
        partition,
        perimeter,
        ownedResources,
        exceptions,
    });
}
