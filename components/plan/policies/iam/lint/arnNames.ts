import { regions } from "../../../facts/regions";
import { knownArnServices } from "./actionTable";
import { arnsOf } from "./arnFields";
import type { Fault } from "./finding";
import { type Check, eachStatement } from "./lintedPolicy";
import { meant, reference } from "./meant";
import { hasWildcard, isOpen, isPlaceholder } from "./patterns";

const knownRegions = Object.keys(regions);

/** The service in an ARN is one that the service authorization reference has. */
export const arnService: Check = eachStatement((statement) =>
    arnsOf(statement).flatMap(({ path, fields: [, , service = ""] }): Fault[] => {
        // Nearly every service is known, and looking it up takes less time than the patterns.
        if (knownArnServices().has(service)) return [];
        if (hasWildcard(service) || isOpen(service) || isPlaceholder(service)) return [];
        const known = service && meant(service, [...knownArnServices()]);
        const message = service === ""
            ? "the ARN has no service"
            : `no service is known whose ARNs contain "${service}"`;
        return [{ path, message, hint: known ? `did you mean ${known}?` : reference }];
    })
);

/** The Region in an ARN is one that the catalogue has. */
export const arnRegion: Check = eachStatement((statement) =>
    arnsOf(statement).flatMap(({ path, fields: [, , , region = ""] }): Fault[] => {
        if (region === "" || hasWildcard(region) || isOpen(region) || isPlaceholder(region)) return [];
        if (knownRegions.includes(region)) return [];
        const known = meant(region, knownRegions);
        return [{
            path,
            message: `"${region}" is not a known Region`,
            hint: known ? `did you mean ${known}?` : "write a Region such as us-east-1, or *",
        }];
    })
);
