import catalogue from "./catalogue/services.json";
import type { EndpointKind } from "./endpointKind";

/**
 * The catalogue's facts about one endpoint service. `<region>` is a placeholder in every name.
 *
 * A missing fact is unknown, except those with a default below.
 */
export interface ServiceFacts {
    /** AWS's product name, e.g. `Amazon SQS`. */
    product: string;
    /** The service's documentation page about its endpoints. */
    page?: string;
    /** The kinds of endpoint AWS offers. @default ["Interface"] */
    kinds?: EndpointKind[];
    /** AWS's name of the endpoint service. @default `com.amazonaws.<region>.<key>` */
    serviceName?: string;
    /** Regions where an interface endpoint's name has the partition's prefix instead of `com.amazonaws`. */
    ownPrefixIn?: string[];
    /** Exact names in Regions that follow no rule. */
    exactNames?: { [region: string]: string };
    /** The only Regions that offer the endpoint. */
    onlyInRegions?: string[];
    /** Regions known not to offer it. */
    notInRegions?: string[];
    /** Availability Zones known not to offer it, by zone ID, e.g. `use1-az3`. */
    notInZones?: string[];
    /** Names that private DNS resolves to the interface endpoint; `[]` if AWS offers none. */
    privateDnsNames?: string[];
    /** Whether clients can reach it only by those names. */
    privateDnsRequired?: boolean;
    /** `false` if AWS advises against private DNS unless it is requested. */
    privateDnsByDefault?: boolean;
    /** Whether AWS supports an endpoint policy. */
    policySupport?: boolean;
    /** Ports the interface endpoint listens on, ranges as `1024-1064`, UDP as `443/udp`; `null` if unknown. @default [443] */
    ports?: Port[] | null;
    /** Whether the interface endpoint can have IPv6 addresses: `yes`, `no` or `partial`. */
    ipv6?: "yes" | "no" | "partial";
    /** The key of its FIPS 140-3 endpoint. */
    fips?: string;
    /** Whether AWS supports access from other Regions. */
    crossRegion?: boolean;
    /** The IAM prefixes of actions that use the endpoint; `[]` if IAM has none. */
    iamPrefixes?: string[];
    /** Other names for it, e.g. in the SDKs. */
    also?: string[];
    /** Whether AWS has closed the product to new customers, or announced it. */
    closed?: boolean;
    /** The first day without new customers, e.g. `2026-10-29`. */
    closedSince?: string;
    /** The last day of the service, e.g. `2027-03-31`. */
    endsOn?: string;
    /** What users of the endpoint must know. */
    note?: string;
    /** Advice that a plan with the endpoint must include. */
    advice?: string;
    /** Contradictions between AWS's pages. A plan with the endpoint must include them. */
    doubt?: string;
    /** Contradictions between AWS's pages about `ipv6`. Plans omit them, because the endpoints have IPv4 addresses. */
    ipv6Doubt?: string;
    /** The source of each fact: IDs of `sources`, or a page. */
    sources: { [fact: string]: string | string[] };
}

/** A TCP port or port range, e.g. `443` or `1024-1064`; a UDP port or range ends in `/udp`, e.g. `4195/udp`. */
export type Port = number | string;

/** A source of facts. */
export interface FactsSource {
    /** The document or API response that was read. */
    what: string;
    url?: string;
    /** The date it was read or published. */
    asOf?: string;
    /** Whether the fact is inferred from the source, not stated in it. @default false */
    inferred?: boolean;
    /** The number of services in the Region's answer, if AWS was queried. */
    services?: number;
}

/** A service key: the last part of its endpoint service name, e.g. `ecr.api`. */
export type Service = string;

/** Every endpoint service, by service key. */
export const services = catalogue.services as { [service: Service]: ServiceFacts };

/** The sources of the facts, by ID. */
export const sources: { [id: string]: FactsSource } = catalogue.sources;
