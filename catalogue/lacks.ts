import type { ServiceFacts } from "../components/plan/facts/services";
import { type Described, isInterface } from "./answer";
import { addSource, regionsOwn } from "./provenance";

/** Records whether a Region offers a service, according to its complete answer. */
export function learnRegion(record: ServiceFacts, region: string, isThere: boolean): void {
    const { onlyInRegions: only, notInRegions: lacking = [] } = record;
    const others = lacking.filter((one) => one !== region);
    if (isThere) {
        if (only && !only.includes(region)) record.onlyInRegions = [...only, region];
        record.notInRegions = others.length > 0 ? others : undefined;
    } else if (only?.includes(region) && only.length > 1) {
        record.onlyInRegions = only.filter((one) => one !== region);
    } else if (!only || only.includes(region)) {
        record.notInRegions = lacking.includes(region) ? lacking : [...lacking, region];
    }
    const changed = record.onlyInRegions !== only || `${record.notInRegions ?? []}` !== `${lacking}`;
    if (changed) addSource(record, "regions", regionsOwn);
}

/** Every zone that offers at least one of these interface endpoints. */
export function zonesOf(described: Described[]): string[] {
    const interfaces = described.filter(isInterface);
    return [...new Set(interfaces.flatMap(({ zoneIds }) => zoneIds ?? []))].sort();
}

/**
 * Records which of a Region's zones lack a service. `zones` are those that offer any service; nothing is recorded about the
 * others.
 */
export function learnZones(record: ServiceFacts, zones: string[], described: Described[]): void {
    const offered = zonesOf(described);
    if (offered.length === 0) return;
    const known = record.notInZones ?? [];
    const lacking = zones.filter((zone) => !offered.includes(zone));
    const kept = known.filter((zone) => !offered.includes(zone));
    const all = [...kept, ...lacking.filter((zone) => !kept.includes(zone))];
    if (`${all}` === `${known}`) return;
    record.notInZones = all.length > 0 ? all : undefined;
    addSource(record, "zones", regionsOwn);
}
