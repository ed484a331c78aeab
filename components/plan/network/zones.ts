import { regions } from "../facts/regions";
import { zoneCountOf } from "../facts/zoneCounts";
import type { Problem } from "../problem";
import { suggest } from "../suggest";

/** A parsed Availability Zone name, e.g. `us-east-1a` as `us-east-1` and `a`. */
export interface Zone {
    name: string;
    region: string;
    letter: string;
}

// A Local Zone (us-west-2-lax-1a) or Wavelength Zone (us-east-1-wl1-bos-wlz-1) has a location between Region and
// letter.
const zonePattern = /^([a-z]+(?:-[a-z]+)+-\d+)([a-z])$/;
const otherZonePattern = /^([a-z]+(?:-[a-z]+)+-\d+)-[a-z0-9-]+\d[a-z]?$/;

/** Parses a zone name; `undefined` if it is not an Availability Zone. */
export function parseZone(name: string): Zone | undefined {
    const match = zonePattern.exec(name);
    return match ? { name, region: match[1]!, letter: match[2]! } : undefined;
}

/** The argument that names the zones: a list, or the keys of a map. */
export type ZonesArgument = "availabilityZones" | "subnetIds";

/** The zones sorted by name, or the problems with them. */
export function checkZones(names: string[], path: ZonesArgument): { zones: Zone[]; problems: Problem[] } {
    if (names.length === 0) {
        const hint = "list at least one zone, two for production, e.g. [us-east-1a, us-east-1b]";
        return { zones: [], problems: [{ code: "list.empty", path, message: "is empty", hint }] };
    }
    const problems: Problem[] = [];
    for (const [index, name] of names.entries()) {
        const at = path === "subnetIds" ? `${path}.${name}` : `${path}[${index}]`;
        if (names.indexOf(name) !== index) {
            const message = `${name} is listed twice`;
            problems.push({ code: "if.subnet-per-az", path: at, message, hint: "list each zone once" });
        } else if (!parseZone(name)) {
            problems.push(notAZone(at, name));
        }
    }
    const zones = names.flatMap((name) => parseZone(name) ?? []);
    const named = [...new Set(zones.map((zone) => zone.region))];
    if (named.length > 1) {
        const message = `the zones belong to ${named.length} Regions: ${named.join(", ")}`;
        const hint = "a VPC is in one Region; use one stack for each Region";
        problems.push({ code: "zones.several-regions", path, message, hint });
    } else if (named[0] !== undefined && !Object.hasOwn(regions, named[0])) {
        const hint = suggest(named[0], Object.keys(regions), "known Regions");
        const message = `${named[0]} is not a known Region`;
        problems.push({ code: "regions.unknown", path, message, hint });
    }
    if (problems.length > 0) return { zones: [], problems };
    return { zones: zones.sort((a, b) => (a.name < b.name ? -1 : 1)), problems };
}

/** The valid zones of a list with invalid names, if they are all in one known Region. */
export function possibleZones(names: string[]): Zone[] {
    const zones = [...new Set(names)].flatMap((name) => parseZone(name) ?? []);
    const known = zones.filter(({ region }) => Object.hasOwn(regions, region));
    const isOne = new Set(known.map(({ region }) => region)).size === 1;
    return isOne ? known.sort((a, b) => (a.name < b.name ? -1 : 1)) : [];
}

function notAZone(path: string, name: string): Problem {
    const other = otherZonePattern.exec(name);
    if (other) {
        const hint = `use zones of the Region itself, e.g. ${other[1]}a`;
        const message = `${name} is a Local or Wavelength Zone; most services offer no endpoints there`;
        return { code: "zones.local", path, message, hint };
    }
    const message = `"${name}" is not the name of an Availability Zone`;
    return { code: "zones.invalid", path, message, hint: zoneHint(name) };
}

function zoneHint(name: string): string {
    if (Object.hasOwn(regions, name)) return `that is a Region; list its zones, e.g. ${name}a`;
    if (/^[a-z]$/.test(name)) return `write the whole name, e.g. us-east-1${name}`;
    return "names look like us-east-1a; zone IDs such as use1-az1 are not supported";
}

/** Warnings about zones beyond those AWS lists for the Region. AWS alone knows an account's zones. */
export function unlistedZones(zones: Zone[]): Problem[] {
    return zones.flatMap(({ name, region, letter }) => {
        const count = zoneCountOf(region);
        if (regions[region]?.partition !== "aws" || letter.charCodeAt(0) - "a".charCodeAt(0) < count) return [];
        const message = `${name} may not exist: AWS lists ${count} Availability Zones in ${region}`;
        const hint = `check the name: aws ec2 describe-availability-zones --region ${region}`;
        return [{ code: "zones.not-listed", path: "availabilityZones", message, hint }];
    });
}
