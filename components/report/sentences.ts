import { givenGroups, sharedGroup, vpcRange } from "../plan/endpoints/admission";
import { interfaceGbps } from "../plan/facts/quotas";
import { workloadsByName } from "../plan/facts/workloads";
import { hasSecurityGroup, isInZones } from "../plan/kinds/endpointKinds";
import { factsOf, zonesWithout } from "../plan/services/serviceNames";
import { wordsOf } from "./kindWords";
import type { ReportedPlan } from "./reportedPlan";

type Endpoint = ReportedPlan["endpoints"][number];
type NotMade = ReportedPlan["offered"][number];

/** The columns of the endpoint table. */
export const endpointTitles = [
    ...["service", "kind", "zones", "private DNS", "names resolve to", "policy", "USD/month", "why", "asked by"],
];

/** One endpoint as a row of the table. */
export function endpointRow(endpoint: Endpoint, { region }: ReportedPlan): string[] {
    const { service, kind, monthlyUsd, requestedBy } = endpoint;
    const words = wordsOf(endpoint);
    return [
        service,
        kind,
        words.zones(endpoint, region),
        words.privateDns(endpoint),
        words.resolution(endpoint),
        policyWords(endpoint),
        monthlyUsd.toFixed(2),
        words.why(endpoint),
        requestedBy.join(", "),
    ];
}

const policyInWords: { [from: string]: string } = { custom: "your own", none: "AWS takes none" };

function policyWords({ policy: { from, onlyIfSupported, narrowed } }: Endpoint): string {
    const words = narrowed ? "narrowed" : policyInWords[from] ?? `${from}.json`;
    return onlyIfSupported ? `${words}, if AWS takes one` : words;
}

/** What is not created, and what is optional. */
export function notMadeLines({ leftOut, offered }: ReportedPlan): string[] {
    return [
        ...leftOut.filter(({ reason }) => reason.key === "gateway-given-up").map(({ service }) =>
            `${service} gateway: left out, since you asked for an interface alone; it is free`
        ),
        ...keptAsIs(leftOut),
        ...withoutFips(leftOut),
        ...grouped(offered).map(([why, services]) => `${services.join(", ")}: ${why}`),
    ];
}

function keptAsIs(leftOut: NotMade[]): string[] {
    return leftOut.filter(({ reason }) => reason.key === "existing-endpoint").map(({ service, reason }) =>
        `${service}: left alone, ${reason.endpointId ?? "an endpoint"} is there already`
    );
}

function withoutFips(leftOut: NotMade[]): string[] {
    const services = leftOut.filter(({ reason }) => reason.key === "no-fips-endpoint").map(({ service }) => service);
    return services.length > 0 ? [`${services.join(", ")}: AWS offers no FIPS endpoint, the plain one is made`] : [];
}

function grouped(offered: NotMade[]): [string, string[]][] {
    const groups = new Map<string, string[]>();
    for (const { service, reason } of offered) {
        const why = reason.key === "free-gateway"
            ? "offered, its gateway is free"
            : `offered, ${reason.workloads!.join(" and ")} may call it`;
        groups.set(why, [...groups.get(why) ?? [], service]);
    }
    return [...groups];
}

/**
 * A path that is open in every VPC.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html#amazon-dns-rules
 */
export const dnsLine =
    "DNS: the VPC's Route 53 Resolver resolves public names too, so data can leave in queries, which "
    + "neither security groups nor network ACLs filter. Route 53 Resolver DNS Firewall does; this release does not "
    + "manage it: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall.html";

/** What users of the endpoints should know. */
export function adviceLines({ endpoints, region }: ReportedPlan): string[] {
    const known = endpoints.flatMap(({ service }) => {
        const { advice, doubt } = factsOf(service);
        const lacking = zonesWithout(service, region);
        return [
            ...(advice === undefined ? [] : [`${service}: ${advice}.`]),
            ...endLines(service),
            ...(doubt === undefined ? [] : [`${service}: the sources contradict each other: ${doubt}.`]),
            ...(lacking.length === 0
                ? []
                : [`${service}: not in ${lacking.join(", ")}; which of your zones these are, a preview asks AWS.`]),
        ];
    });
    return [...new Set([...known, ...keptOut(endpoints)])];
}

/** What AWS has announced about the end of a service. */
function endLines(service: string): string[] {
    const { closed, closedSince, endsOn } = factsOf(service);
    if (endsOn !== undefined) return [`${service}: AWS ends the service on ${endsOn}.`];
    if (closedSince !== undefined) return [`${service}: AWS accepts no new customers from ${closedSince} on.`];
    return closed ? [`${service}: AWS accepts no new customers, or has announced that it will not.`] : [];
}

/** The endpoints that callers outside the VPC need, but that allow no source outside the VPC. */
function keptOut(endpoints: Endpoint[]): string[] {
    return endpoints.flatMap(({ askedAs, requestedBy }) => {
        const open = endpoints.filter((one) => one.askedAs === askedAs).some(reachableFromOutside);
        return requestedBy.filter((name) => !open && workloadsByName[name]?.fromOutside).map((name) =>
            `${askedAs}: ${name} calls it from outside the VPC, and nobody there is let in; say who in its reachableFrom.`
        );
    });
}

function reachableFromOutside(endpoint: Endpoint): boolean {
    if (!hasSecurityGroup(endpoint)) return false;
    const { securityGroup, sources } = endpoint;
    // The shared group allows only the VPC, but its sources include the VPC's secondary CIDR blocks.
    return securityGroup === givenGroups
        || (securityGroup !== sharedGroup && sources.some((source) => source !== vpcRange));
}

/** What the choice of zones means for throughput and for the failure of a zone. */
export function performanceLines({ network: { subnets }, endpoints }: ReportedPlan): string[] {
    const interfaces = endpoints.filter(isInZones);
    if (interfaces.length === 0) return [];
    const lacking = subnets.flatMap(({ zone }) => {
        const away = interfaces.filter((endpoint) => !endpoint.zones.includes(zone));
        if (away.length === 0) return [];
        const zones = [...new Set(away.flatMap((endpoint) => endpoint.zones))].join(", ");
        return [`${zone}: ${countOf(away.length, "service")} a zone away, in ${zones}.`];
    });
    const alone = interfaces.filter((endpoint) => endpoint.zones.length === 1);
    return [
        ...lacking,
        ...outage(alone.length, subnets.length),
        `Each interface endpoint carries ${interfaceGbps.usual} Gbps in each zone, scaling by itself to ${interfaceGbps.most}.`,
    ];
}

function outage(alone: number, zones: number): string[] {
    if (zones === 1) {
        return ["The VPC is in one zone and fails with it; AWS advises two or more for interface endpoints."];
    }
    if (alone === 0) return [];
    return [`${countOf(alone, "interface endpoint")} in one zone only: if it fails, the whole VPC loses them.`];
}

function countOf(count: number, what: string): string {
    return `${count} ${what}${count === 1 ? "" : "s"}`;
}
