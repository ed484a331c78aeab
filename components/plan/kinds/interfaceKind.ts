import { interfaceData, monthlyUsd, paysOffFromGigabytes } from "../costs/interfaceCost";
import { admission, checkAdmission } from "../endpoints/admission";
import type { EndpointOverride } from "../endpoints/endpointOverrides";
import type { Service } from "../facts/services";
import type { PlanContext } from "../planContext";
import type { Problem } from "../problem";
import { hostIn } from "../services/endpointNames";
import { factsOf } from "../services/serviceNames";
import type { KindOfEndpoint, NetworkOverride } from "./kindOfEndpoint";
import type { PlannedAlike, PlannedOfAnyKind } from "./plannedEndpoint";

/** An interface endpoint to create: a network interface in each of its zones, billed per hour and gigabyte. */
export interface PlannedInterface extends PlannedOfAnyKind {
    /** `Interface`. */
    kind: "Interface";
    /** Zones it has a network interface in. */
    zones: string[];
    /** Whether the service's default DNS names resolve to the endpoint (private DNS). */
    privateDns: boolean;
    /** Those names; `null` if AWS's pages do not list them. */
    privateDnsNames: string[] | null;
    /** Whether private DNS is only for inbound Resolver endpoints. @default - omitted if AWS has no such option */
    privateDnsOnlyForInboundResolver?: boolean;
    /** `endpoints` for the shared group, the endpoint's name for its own group, `given` for the caller's groups. */
    securityGroup: string;
    /** Who may connect to it: `vpc` or IPv4 CIDR blocks; empty if the caller's groups decide. */
    sources: string[];
    /** Why it is an interface, and the CIDR blocks outside the VPC that reach it. */
    reason: {
        /** The reason, as a key. */
        key: InterfaceReason;
        /** The IPv4 CIDR blocks outside the VPC that must reach it, if any. */
        reachableFrom?: string[];
    };
}

/** Why an endpoint is an interface. */
export type InterfaceReason = "interface-only" | "interface-asked-for" | "reachable-from-outside" | "endpoint-service";

/** The part that is the same for AWS services and other endpoint services. */
type OfAnyService = Omit<PlannedInterface, "privateDns" | "privateDnsNames" | "paysOffFromGigabytes">;

/** How interface endpoints for AWS services are planned. */
export const interfaceKind: KindOfEndpoint<PlannedInterface> = {
    kind: "Interface",
    reasons: { requested: "interface-asked-for", usual: "interface-only" },
    check: (path, service, options) => [
        ...wrongPrivateDns(path, service, options),
        ...checkAdmission(path, options),
    ],
    monthlyUsd,
    dataUsd: interfaceData,
    plan(alike, { reason, options, withOthers, context }) {
        const { privateDnsNames: names, privateDnsByDefault, kinds } = factsOf(alike.service);
        const { region } = context.values;
        const planned = planInterface(alike, reason, options, context);
        const privateDns = options.privateDns ?? (privateDnsByDefault !== false && names?.length !== 0);
        return {
            ...planned,
            privateDns,
            privateDnsNames: names?.map((name) => hostIn(region, name)) ?? null,
            ...(privateDns && kinds.length > 1 && { privateDnsOnlyForInboundResolver: withOthers }),
            paysOffFromGigabytes: paysOffFromGigabytes(region, planned.zones.length),
        };
    },
};

/** Plans an interface endpoint for any service, without the part that depends on the service's owner. */
export function planInterface(
    alike: PlannedAlike,
    key: InterfaceReason,
    options: Omit<NetworkOverride, "privateDns">,
    context: PlanContext,
): OfAnyService {
    const zones = [...options.zones ?? context.endpointZones ?? context.zones].sort();
    const { reachableFrom = [], expectedGigabytes = null } = options;
    return {
        ...alike,
        kind: "Interface",
        zones,
        ...admission(alike.name, options, context),
        monthlyUsd: monthlyUsd(context.values.region, zones.length),
        expectedGigabytes,
        reason: { key, ...(reachableFrom.length > 0 && { reachableFrom }) },
    };
}

function wrongPrivateDns(path: string, service: Service, { privateDns }: EndpointOverride): Problem[] {
    const { privateDnsNames, privateDnsRequired } = factsOf(service);
    if (privateDns && privateDnsNames?.length === 0) {
        return [{
            code: "endpoints.no-private-dns",
            path: `${path}.privateDns`,
            message: `AWS offers no private DNS for the interface endpoint of ${service}`,
            hint: "remove it, and let clients use the endpoint's DNS name from the output dnsNames",
        }];
    }
    if (privateDns === false && privateDnsRequired) {
        return [{
            code: "endpoints.private-dns-required",
            path: `${path}.privateDns`,
            message: `clients of ${service} can use only its private DNS names`,
            hint: "remove it",
        }];
    }
    return [];
}
