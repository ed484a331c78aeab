import { regions } from "../facts/regions";
import type { Problem } from "../problem";
import { suggest } from "../suggest";

/** Problems with the additional Regions that an endpoint service can be reached from. */
export function checkSupportedRegions(names: string[], own: string | undefined): Problem[] {
    return names.flatMap((name, index): Problem[] => {
        const path = `supportedRegions[${index}]`;
        if (!Object.hasOwn(regions, name)) {
            const hint = suggest(name, Object.keys(regions), "known Regions");
            return [{ code: "regions.unknown", path, message: `"${name}" is not a known Region`, hint }];
        }
        if (names.indexOf(name) !== index) {
            return [{ code: "list.repeated", path, message: `${name} is listed twice`, hint: "list each Region once" }];
        }
        if (own === undefined || regions[name]!.partition === regions[own]?.partition) return [];
        const message = `${name} is in a different partition than ${own}`;
        return [{ code: "regions.other-partition", path, message, hint: "list Regions of the same partition" }];
    });
}

/** The Regions to send. AWS includes the service's own Region and does not allow removing it. */
export function withOwnRegion(names: string[], own: string): string[] {
    return [...new Set([own, ...names])].sort();
}
