import { isUnknown } from "../../components/plan/policies/iam/truth";
import type { NetworkIndex } from "../model/networkIndex";
import { portsOf, usualHost } from "../model/serviceHosts";
import type { Vpc } from "../model/vpcModel";
import { type Resolution, resolvedTo, unresolved } from "./dnsAnswer";
import { undecided } from "./hop";
import { type Connection, connectionTo } from "./packets";
import type { Destination } from "./question";
import { resolve } from "./resolution";
import { publicTarget, targetAt, targetsOf } from "./target";

/** A destination in words, e.g. `s3` or `10.0.1.5:5432`. */
export function destinationWords(to: Destination): string {
    const name = "service" in to ? to.service : "host" in to ? to.host : to.address;
    return to.port === undefined ? name : `${name}:${to.port}`;
}

/** The connections that clients of a destination open, one for each port that it listens on. */
export function connectionsTo({ memo }: NetworkIndex, to: Destination): Connection[] {
    const ports = to.port !== undefined ? [to.port] : "service" in to ? portsOf(to.service) : [443];
    return ports.map((port) => memo.of(["connection", port], () => connectionTo(port)));
}

/** What a destination is in a VPC: a name is resolved, an address is found. */
export function resolutionOf(index: NetworkIndex, vpc: Vpc, to: Destination): Resolution {
    if ("host" in to) return resolve(index, vpc, to.host);
    if ("address" in to) {
        const target = targetAt(index, to.address, vpc);
        const says = `${to.address} is an address, which needs no name`;
        return resolvedTo(isUnknown(target) ? target : [target], says);
    }
    const host = usualHost(index.network.region, to.service);
    return host === undefined ? withoutHost(index, vpc.id, to.service) : resolve(index, vpc, host);
}

/** A service whose names are not in the catalogue: clients call the DNS name of an interface endpoint. */
function withoutHost(index: NetworkIndex, vpc: string, service: string): Resolution {
    const endpoints = index.inVpc("endpoints", vpc);
    if (isUnknown(endpoints)) {
        return unresolved(undecided("name", endpoints, `the endpoints of ${index.label("vpcs", vpc)} are not known`));
    }
    const endpoint = endpoints.find((one) => (one.service ?? one.name) === service && one.kind !== "Gateway");
    if (!endpoint) return resolvedTo([publicTarget(index, service)], `no endpoint of ${service} is in the VPC`);
    const says = `the DNS name of ${index.label("endpoints", endpoint.id)} resolves to its private addresses`;
    return resolvedTo(targetsOf(index, endpoint), says);
}
