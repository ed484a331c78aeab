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
import { type Exit, ExitKind, ExitVerdict } from "./exit";

/** The endpoints of a VPC: one is closed if its policy is proven to allow only trusted principals and resources. */
export function endpointExits(index: NetworkIndex, vpc: Vpc): Exit[] {
    const label = index.label("vpcs", vpc.id);
    const source = "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html";
    const endpoints = index.inVpc("endpoints", vpc.id);
    if (isUnknown(endpoints)) {
        return [{
            vpc: label,
            kind: ExitKind.endpoint,
            exit: "endpoints",
            verdict: ExitVerdict.unknown,
            because: [],
            unknown: endpoints.unknown,
            source,
        }];
    }
    return endpoints.map((endpoint) => ({
        vpc: label,
        kind: ExitKind.endpoint,
        exit: index.label("endpoints", endpoint.id),
        source,
        ...policyExit(index, endpoint),
    }));
}

type Found = Pick<Exit, "verdict" | "because" | "unknown">;

/** Whether the policy of an endpoint lets data out. */
export function policyExit(
    index: NetworkIndex,
    { id, policy, service, serviceName, kind, ownedResources: owned }: Endpoint,
): Found {
    const open = (...because: string[]): Found => ({ verdict: ExitVerdict.open, because, unknown: [] });
    if (isUnknown(policy)) return { verdict: ExitVerdict.unknown, because: [], unknown: policy.unknown };
    const to = knownOr(serviceName, service ?? id);
    if (service === undefined) return open(`it leads to ${to}, for which AWS supports no endpoint policy`);
    if (policy === null) {
        return open(
            factsOf(service).policySupport === false
                ? "AWS supports no endpoint policies for the service"
                : "it has AWS's default policy, which allows everything",
        );
    }
    const document = policyIn(policy);
    if (!document) {
        return { verdict: ExitVerdict.unknown, because: [], unknown: [`the policy of ${id}, which is not JSON`] };
    }
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

function proven({ verdict, requests, why, passages }: Proof): Found {
    if (verdict === ProofVerdict.proven) {
        const named = passages.map(({ name }) => name);
        const and = named.length > 0 ? `, and by name: ${named.join("; ")}` : "";
        const because = [`proven: its policy allows only trusted principals and resources${and}`];
        return { verdict: ExitVerdict.closed, because, unknown: [] };
    }
    if (verdict === ProofVerdict.possible) {
        return { verdict: ExitVerdict.open, because: requests.map(requestWords), unknown: [] };
    }
    return { verdict: ExitVerdict.unknown, because: [], unknown: [`a proof of its policy (${verdict})`, ...why] };
}
