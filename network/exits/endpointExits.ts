import { type OwnedResource, ownedResources } from "../../components/plan/facts/ownedResources";
import { regions } from "../../components/plan/facts/regions";
import { isUnknown } from "../../components/plan/policies/iam/truth";
import { type Proof, ProofVerdict, prove } from "../../components/plan/policies/prove";
import { requestWords } from "../../components/plan/policies/requestWords";
import { factsOf } from "../../components/plan/services/serviceNames";
import type { Endpoint } from "../model/accessModel";
import { knownOr } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import { policyIn } from "../model/policyText";
import type { Vpc } from "../model/vpcModel";
import { closed, type Decided, type Exit, ExitKind, open, undecidedExit } from "./exit";

/** The endpoints of a VPC: one is closed if its policy is proven to allow only trusted principals and resources. */
export function endpointExits(index: NetworkIndex, vpc: Vpc): Exit[] {
    const exit = {
        vpc: index.label("vpcs", vpc.id),
        kind: ExitKind.endpoint,
        source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
    };
    const endpoints = index.inVpc("endpoints", vpc.id);
    if (isUnknown(endpoints)) return [{ ...exit, exit: "endpoints", ...undecidedExit(endpoints.unknown) }];
    return endpoints.map((endpoint) => ({
        ...exit,
        exit: index.label("endpoints", endpoint.id),
        ...policyExit(index, endpoint),
    }));
}

/** Whether the policy of an endpoint lets data out. */
export function policyExit(
    index: NetworkIndex,
    { id, policy, service, serviceName, kind, ownedResources: owned }: Endpoint,
): Decided {
    if (isUnknown(policy)) return undecidedExit(policy.unknown);
    if (service === undefined) {
        if (isUnknown(serviceName)) return undecidedExit(serviceName.unknown);
        return open(`it leads to ${serviceName}, for which AWS supports no endpoint policy`);
    }
    if (policy === null) {
        return open(
            factsOf(service).policySupport === false
                ? "AWS supports no endpoint policies for the service"
                : "it has AWS's default policy, which allows everything",
        );
    }
    const document = policyIn(policy);
    if (!document) return undecidedExit([`the policy of ${id}, which is not JSON`]);
    const { region, accountId, perimeter = {} } = index.network;
    const proof = prove(document, {
        service,
        kind: knownOr(kind, undefined),
        region,
        partition: regions[region]!.partition,
        accountId,
        perimeter,
        exceptions: (perimeter.exceptions ?? []).filter((one) => one.service === service),
        ownedResources: owned ?? ownedBy(service),
    });
    return proven(proof);
}

/** The AWS-owned resources that clients of a service may need. */
function ownedBy(service: string): OwnedResource[] {
    return Object.entries(ownedResources)
        .filter(([, { endpoint, alsoThrough = [] }]) => [endpoint, ...alsoThrough].includes(service)).map(([id]) => id);
}

function proven({ verdict, requests, why, passages }: Proof): Decided {
    if (verdict === ProofVerdict.proven) {
        const named = passages.map(({ name }) => name);
        const and = named.length > 0 ? `, and by name: ${named.join("; ")}` : "";
        return closed(`proven: its policy allows only trusted principals and resources${and}`);
    }
    if (verdict === ProofVerdict.possible) return open(...requests.map(requestWords));
    return undecidedExit([`a proof of its policy (${verdict})`, ...why]);
}
