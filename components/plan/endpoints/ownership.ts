import { ownerTag } from "../facts/ownerTag";
import type { PlannedEndpoint } from "../kinds/endpointKinds";
import { partsOf } from "../urns";
import type { FoundEndpoint } from "./existingEndpoints";

/** What is known about the owner of an endpoint that AWS reports. */
export interface OwnershipFacts {
    /** Every URN that the planned endpoint has or had. */
    urns: string[];
    /** Every stack name that the component has or had. */
    stacks: string[];
    /** The value of the tag that identifies the owner of this stack's resources. */
    owner: string;
    /** The URN of each endpoint in the stack's state, by ID; `undefined` if the state cannot be read. */
    urnsInState: ReadonlyMap<string, string> | undefined;
}

/**
 * The owner of an endpoint: this resource; this stack, under another URN; this stack, whose state does not have it because a
 * deployment was killed; another owner; or unknown.
 *
 * The stack's state decides, and then the tag of the owner. The `Name` tag is used only without either: a rename changes it,
 * and other endpoints may have the same one.
 */
export type Ownership =
    | { by: "this resource" }
    | { by: "this stack"; urn: string }
    | { by: "this stack's killed deployment" }
    | { by: "others" }
    | { by: "unknown" };

/** The owner of an endpoint that AWS reports. */
export function ownershipOf({ id, tags }: FoundEndpoint, facts: OwnershipFacts): Ownership {
    const { urns, stacks, owner, urnsInState } = facts;
    const isOwned = tags[ownerTag] === owner;
    if (urnsInState) {
        const urn = urnsInState.get(id);
        if (urn === undefined) return { by: isOwned ? "this stack's killed deployment" : "others" };
        return urns.includes(urn) ? { by: "this resource" } : { by: "this stack", urn };
    }
    // The tag of a renamed stack has its former name.
    const formers = [
        owner,
        ...urns.map(partsOf).flatMap(({ project }) => stacks.map((stack) => `${project}/${stack}`)),
    ];
    if (tags[ownerTag] !== undefined && !formers.includes(tags[ownerTag])) return { by: "others" };
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
        case "this stack's killed deployment":
            return "this stack created it, and its state does not have it: a deployment was killed. To find out how to go on, run: "
                + "npx private-vpc recover";
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
