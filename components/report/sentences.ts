import { givenGroups, sharedGroup, vpcRange } from "../plan/endpoints/admission";
import { interfaceGbps } from "../plan/facts/quotas";
import { workloadsByName } from "../plan/facts/workloads";
import { hasSecurityGroup, isInZones } from "../plan/kinds/endpointKinds";
import { factsOf, zonesWithout } from "../plan/services/serviceNames";
import { fipsLines } from "./fipsLines";
import type { ReportedPlan } from "./reportedPlan";
import { countOf, grouped, listOf } from "./wording";

type Endpoint = ReportedPlan["endpoints"][number];
type NotMade = ReportedPlan["offered"][number];

/** What is not created, and what is optional. */
export function notCreatedLines({ leftOut, offered }: ReportedPlan): string[] {
    const because = (key: NotMade["reason"]["key"]) => leftOut.filter(({ reason }) => reason.key === key);
    const standard = because("no-fips-endpoint").map(({ service }) => service);
    return [
        ...because("gateway-given-up").map(({ service }) =>
            `${service} gateway endpoint: not created because you requested only an interface endpoint; it would be free`
        ),
        ...because("existing-endpoint").map(({ service, reason: { endpointId } }) =>
            `${service}: the existing endpoint ${endpointId === undefined ? "" : `${endpointId} `}is kept`
        ),
        ...(standard.length > 0
            ? [`${standard.join(", ")}: AWS offers no FIPS endpoint; the standard one is created`]
            : []),
        ...grouped(offered, callers).map(([who, services]) => {
            const names = services.map(({ service }) => service).join(", ");
            if (who === "") return `${names}: optional; a gateway endpoint is free`;
            return `${names}: optional; ${who} may call ${services.length === 1 ? "it" : "them"}`;
        }),
    ];
}

/** The workloads that an endpoint is optional for; none for a free gateway. */
function callers({ reason: { workloads = [] } }: NotMade): string {
    return listOf(workloads);
}

/** What users of the endpoints should know. */
export function adviceLines(plan: ReportedPlan): string[] {
    const { endpoints, region } = plan;
    const known = endpoints.flatMap(({ service }) => {
        const { advice, doubt } = factsOf(service);
        const lacking = listOf(zonesWithout(service, region));
        return [
            ...(advice === undefined ? [] : [`${service}: ${advice}.`]),
            ...endLines(service),
            ...(doubt === undefined ? [] : [`${service}: the sources contradict each other: ${doubt}.`]),
            ...(lacking === ""
                ? []
                : [
                    `${service}: not available in the zone IDs ${lacking}; pulumi preview finds out which of your zones `
                    + "these are.",
                ]),
        ];
    });
    return [...new Set([...known, ...fipsLines(plan), ...unreachable(endpoints), ...needLines(endpoints)])];
}

/** What the requested workloads need in addition to endpoints. */
function needLines(endpoints: Endpoint[]): string[] {
    const names = [...new Set(endpoints.flatMap(({ requestedBy }) => requestedBy))].sort();
    return names.flatMap((name) => (workloadsByName[name]?.needs ?? []).map((need) => `${name} also needs ${need}.`));
}

/** When AWS closes or ends a service. */
function endLines(service: string): string[] {
    const { closed, closedSince, endsOn } = factsOf(service);
    if (endsOn !== undefined) return [`${service}: AWS ends the service on ${endsOn}.`];
    if (closedSince !== undefined) return [`${service}: AWS accepts no new customers from ${closedSince} on.`];
    return closed ? [`${service}: AWS accepts no new customers, or has announced that it will not.`] : [];
}

/** The endpoints that callers outside the VPC need, but that allow no source outside the VPC. */
function unreachable(endpoints: Endpoint[]): string[] {
    return endpoints.flatMap(({ askedAs, requestedBy }) => {
        const open = endpoints.filter((one) => one.askedAs === askedAs).some(reachableFromOutside);
        return requestedBy.filter((name) => !open && workloadsByName[name]?.fromOutside).map((name) =>
            `${askedAs}: ${name} calls it from outside the VPC, but no range outside the VPC is allowed; set reachableFrom.`
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
export function zoneLines({ network: { subnets }, endpoints }: ReportedPlan): string[] {
    const interfaces = endpoints.filter(isInZones);
    if (interfaces.length === 0) return [];
    const lacking = subnets.flatMap(({ zone }) => {
        const away = interfaces.filter((endpoint) => !endpoint.zones.includes(zone));
        if (away.length === 0) return [];
        const zones = [...new Set(away.flatMap((endpoint) => endpoint.zones))];
        const verb = away.length === 1 ? "is" : "are";
        return [
            `${zone}: ${countOf(away.length, "interface endpoint")} ${verb} reached across zones, in ${listOf(zones)}.`,
        ];
    });
    const single = interfaces.filter((endpoint) => endpoint.zones.length === 1);
    return [
        ...lacking,
        ...outage(single.length, subnets.length),
        `Each interface endpoint provides ${interfaceGbps.usual} Gbps per zone and scales automatically to `
        + `${interfaceGbps.most} Gbps.`,
    ];
}

function outage(single: number, zones: number): string[] {
    if (zones === 1) {
        return ["The VPC uses a single zone and fails with it; AWS recommends at least two for interface endpoints."];
    }
    if (single === 0) return [];
    return [
        single === 1
            ? "1 interface endpoint is in a single zone: if that zone fails, the whole VPC loses access to it."
            : `${single} interface endpoints are in a single zone: if that zone fails, the whole VPC loses access to them.`,
    ];
}
