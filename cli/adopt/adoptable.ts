import { ownerTag } from "../../components/plan/facts/ownerTag";
import type { Inventory } from "../../inventory/readInventory";
import { serviceIn } from "../../network/sources/inventoryEndpoints";

/** An endpoint as AWS describes it. */
export type DescribedEndpoint = Inventory["endpoints"][number];

/** An endpoint that is not adopted, and why. */
export interface Kept {
    id: string;
    kind: string;
    serviceName: string;
    /** The service key that `existing` names it by; undefined if the component does not know it. */
    service?: string;
    /** Why it is not adopted, in a sentence without its end. */
    because: string;
}

/** An endpoint that a component can own. */
export interface Candidate {
    endpoint: DescribedEndpoint;
    /** The service key; undefined for an endpoint service. */
    service?: string;
}

/** The record of an endpoint that is not adopted. */
export function kept({ endpoint, service }: Candidate, because: string): Kept {
    const { VpcEndpointId: id, VpcEndpointType: kind, ServiceName: serviceName } = endpoint;
    return { id, kind, serviceName, service, because };
}

/** States of endpoints that do not work, or that AWS deletes; in either case of their first letter. */
const gone = ["deleting", "deleted", "failed", "rejected", "expired"];

/** The endpoints of a VPC: those that may be adopted, and the others with the reason. */
export function candidates(
    endpoints: DescribedEndpoint[],
    owner: string,
    refused: ReadonlyMap<string, string>,
): { usable: Candidate[]; others: Kept[] } {
    const reasonOf = (one: Candidate) => refusal(one, owner) ?? refused.get(one.endpoint.VpcEndpointId);
    const all = endpoints.map((endpoint): Candidate => ({ endpoint, service: serviceIn(endpoint.ServiceName) }));
    const usable = all.filter((one) => reasonOf(one) === undefined);
    const others = all.filter((one) => !usable.includes(one)).map((one) => {
        const record = kept(one, reasonOf(one)!);
        return isGone(one.endpoint) ? { ...record, service: undefined } : record;
    });
    return { usable, others };
}

function isGone({ State }: DescribedEndpoint): boolean {
    return gone.includes(State.toLowerCase());
}

function refusal({ endpoint, service }: Candidate, owner: string): string | undefined {
    const { State, RequesterManaged, VpcEndpointType: type, ServiceName, Groups, RouteTableIds, Tags } = endpoint;
    if (State.toLowerCase() !== "available") return `its state is ${State}`;
    if (RequesterManaged) return "an AWS service created it and manages it";
    if (type !== "Gateway" && type !== "Interface") return `private-vpc creates no endpoints of the type ${type}`;
    const holder = Tags.find(({ Key }) => Key === ownerTag)?.Value;
    if (holder !== undefined && holder !== owner) {
        return `its tag ${ownerTag} names ${holder}; release it there first: npx private-vpc release, and delete the tag`;
    }
    if (service === undefined && !ServiceName.includes(".vpce.")) {
        return "this version's catalogue does not have its service";
    }
    if (type === "Interface" && Groups.length === 0) return "it has no security group";
    if (type === "Gateway" && RouteTableIds.length === 0) return "it is associated with no route table";
    return undefined;
}
