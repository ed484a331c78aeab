import type { PlannedEndpoint } from "../kinds/endpointKinds";
import { partsOf } from "../urns";
import type { FoundEndpoint } from "./existingEndpoints";

/** What is known about the owner of an endpoint that AWS reports. */
export interface OwnershipFacts {
    /** Every URN that the planned endpoint has or had. */
    urns: string[];
    /** Every stack name that the component has or had. */
    stacks: string[];
    /** The URN of each endpoint in the stack's state, by ID; `undefined` if the state cannot be read. */
    urnsInState: ReadonlyMap<string, string> | undefined;
}

/**
 * The owner of an endpoint: this resource; this stack, under another URN; another owner; or unknown.
 *
 * The stack's state decides. The `Name` tag is used only without the state: a rename changes it, and other endpoints
 * may have the same one.
 */
export type Ownership =
    | { by: "this resource" }
    | { by: "this stack"; urn: string }
    | { by: "others" }
    | { by: "unknown" };

/** The owner of an endpoint that AWS reports. */
export function ownershipOf({ id, tags }: FoundEndpoint, { urns, stacks, urnsInState }: OwnershipFacts): Ownership {
    if (urnsInState) {
        const urn = urnsInState.get(id);
        if (urn === undefined) return { by: "others" };
        return urns.includes(urn) ? { by: "this resource" } : { by: "this stack", urn };
    }
    const names = urns.map((urn) => partsOf(urn).name);
    const isOwn = stacks.some((stack) => names.some((name) => tags.Name === `${stack}-${name}`));
    return { by: isOwn ? "this resource" : "unknown" };
}

/**
 * The fix for a planned endpoint that AWS would reject. For an endpoint of this stack the fix keeps the endpoint; if
 * the owner is unknown, it says how to find out.
 *
 * @param otherwise the fix if another owner created it
 */
export function fixFor(ownership: Ownership, planned: PlannedEndpoint, id: string, otherwise: string): string {
    switch (ownership.by) {
        case "this stack":
            return keepOwn(ownership.urn, planned, id);
        case "unknown":
            return `search this stack's state for ${id}: pulumi stack export | grep ${id}. If it is found, keep it with `
                + `the component's former name in aliases: [{ name: "…" }]; existing would delete it. If not, ${otherwise}`;
        default:
            return otherwise;
    }
}

function keepOwn(urn: string, { name, askedAs }: PlannedEndpoint, id: string): string {
    const former = componentOf(urn, name);
    if (former !== undefined) {
        return `this stack created it as ${urn}. If that component was renamed or moved, add its former URN to its options, `
            + `aliases: ["${former}"]: existing, or removing ${askedAs}, would delete the endpoint. If the program still `
            + `declares that component, request ${askedAs} in one of the two`;
    }
    return `this stack created it as ${urn}. If the program still declares that resource, existing: { "${askedAs}": "${id}" } `
        + `keeps it. If not, it would be deleted: first remove it from the state, pulumi state delete '${urn}'`;
}

/** The URN of the component that created an endpoint; `undefined` if it was not one of this package. */
function componentOf(urn: string, name: string): string | undefined {
    const [, component] = /^(.*\bprivate-vpc:index:VpcEndpoints)\$[^$]+$/.exec(urn.slice(0, urn.lastIndexOf("::")))
        ?? [];
    const ending = `-${name}`;
    const { name: own } = partsOf(urn);
    if (component === undefined || !own.endsWith(ending)) return undefined;
    return `${component}::${own.slice(0, -ending.length)}`;
}
