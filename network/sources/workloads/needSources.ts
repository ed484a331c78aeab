import type { Workload as KnownWorkload } from "../../../components/plan/facts/workloads";
import { isUnknown } from "../../../components/plan/policies/iam/truth";
import { isUnset, type Path, unknownValue, valueAt } from "../resourceValues";
import type { StackResource, StackResources } from "../stackResources";
import { neededBy, type NeedsFound, nothing, together } from "./needsFound";
import { type Place, placeIn } from "./places";
import { type AwsCalls, servicesAllowed } from "./roleNeeds";
import type { StackRoles } from "./stackRoles";

/** A resource whose needs are found out. */
export interface Subject {
    stack: StackResources;
    roles: Pick<StackRoles, "at">;
    resource: StackResource;
    region: string;
    /** The account of the stack, if it is known. */
    account?: string;
}

/** Finds what a resource calls. */
export type NeedSource = (subject: Subject) => NeedsFound;

/** A service that every resource of the type calls. */
export function calls(service: string, why: string, source: string): NeedSource {
    return () => ({ needs: [{ service, why, source }], open: [] });
}

/** The services without which a workload of the catalogue cannot run. */
export function runsAs(name: KnownWorkload): NeedSource {
    return () => neededBy(name);
}

/** What a resource calls only if a property has one of these values; `undefined` is the value of one that is not set. */
export function onlyIf(path: Path, values: readonly unknown[], ...sources: NeedSource[]): NeedSource {
    return (subject) => {
        const { resource } = subject;
        const value = valueAt(resource.properties, path);
        if (value === unknownValue) return { needs: [], open: [`${path.join(".")} of ${resource.name}`] };
        const isOne = values.includes(isUnset(value) ? undefined : value);
        return isOne ? together(sources.map((source) => source(subject))) : nothing;
    };
}

/** The services that the policies of a resource's role allow it to call. */
export function whatRoleAllows(places: readonly Place[], calledByAws: AwsCalls = []): NeedSource {
    return ({ stack, roles, resource }) => {
        const place = placeIn(stack, resource, places);
        if (place === undefined) return nothing;
        if (isUnknown(place)) return { needs: [], open: place.unknown };
        return servicesAllowed(roles.at(place.of, place.path), calledByAws);
    };
}
