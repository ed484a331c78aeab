import type { Port } from "../../components/plan/facts/services";
import { hostIn } from "../../components/plan/services/endpointNames";
import { factsOf, isService, knownServices, missingIn } from "../../components/plan/services/serviceNames";
import { Memo } from "./memo";

interface Hosts {
    exact: Map<string, string>;
    /** By what follows the `*.` of a wildcard name. */
    below: Map<string, string>;
}

const byRegion = new Memo();

/** The AWS service that a host name belongs to in a Region, e.g. `sqs` for `sqs.us-east-1.amazonaws.com`. */
export function serviceOfHost(region: string, host: string): string | undefined {
    const { exact, below } = hostsIn(region);
    const parent = host.slice(host.indexOf(".") + 1);
    return exact.get(host) ?? below.get(parent);
}

function hostsIn(region: string): Hosts {
    return byRegion.of([region], () => {
        const hosts: Hosts = { exact: new Map(), below: new Map() };
        for (const service of knownServices) {
            if (missingIn(region, service)) continue;
            for (const name of hostsOf(region, service) ?? []) {
                const [map, key] = name.startsWith("*.") ? [hosts.below, name.slice(2)] : [hosts.exact, name];
                map.set(key, service);
            }
        }
        return hosts;
    });
}

/** The names of a service that private DNS resolves to its interface endpoints; undefined if the catalogue lacks them. */
export function hostsOf(region: string, service: string): string[] | undefined {
    return factsOf(service).privateDnsNames?.map((name) => hostIn(region, name));
}

/** The name with which clients call a service, with `name` for what they choose, e.g. `name.dkr.ecr.us-east-1.amazonaws.com`. */
export function usualHost(region: string, service: string): string | undefined {
    return hostsOf(region, service)?.[0]?.replace("*", "name");
}

/** The ports of a service: HTTPS if the catalogue does not know them. */
export function portsOf(service: string): Port[] {
    return (isService(service) ? factsOf(service).ports : null) ?? [443];
}

/** Whether a host name is a pattern's: equal, or one label longer than what follows its `*.`. */
export function isHostOf(pattern: string, host: string): boolean {
    if (!pattern.startsWith("*.")) return pattern === host;
    const dot = host.indexOf(".");
    return dot > 0 && host.slice(dot + 1) === pattern.slice(2);
}

/** Whether a host name is a domain or below it. */
export function isWithin(domain: string, host: string): boolean {
    return domain === "" || host === domain || host.endsWith(`.${domain}`);
}
