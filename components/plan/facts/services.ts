import catalogue from "./catalogue/services.json";
import type { EndpointKind } from "./endpointKind";

/**
 * What the catalogue says of one endpoint service. `<region>` stands for the Region in every name.
 *
 * A fact that is left out is not known, save the three whose usual value is given here.
 */
export interface ServiceFacts {
    /** AWS's name of the product, e.g. `Amazon SQS`. */
    product: string;
    /** The service's own page on its endpoints. */
    page?: string;
    /** The kinds of endpoint AWS offers. @default ["Interface"] */
    kinds?: EndpointKind[];
    /** The name AWS knows the endpoint by. @default `com.amazonaws.<region>.<key>` */
    serviceName?: string;
    /** Regions where an interface endpoint's name has the partition's prefix in place of `com.amazonaws`. */
    ownPrefixIn?: string[];
    /** Exact names in Regions where no rule gives them. */
    exactNames?: { [region: string]: string };
    /** The only Regions where the endpoint can be made. */
    onlyInRegions?: string[];
    /** Regions known to lack it. */
    notInRegions?: string[];
    /** Zones known to lack it, by their ids, e.g. `use1-az3`. */
    notInZones?: string[];
    /** Names that private DNS points at the interface endpoint; `[]` where AWS offers none. */
    privateDnsNames?: string[];
    /** Whether clients can only reach it by those names. */
    privateDnsRequired?: boolean;
    /** `false` where AWS advises against private DNS unless it is asked for. */
    privateDnsByDefault?: boolean;
    /** Whether AWS lets the endpoint have a policy of its own. */
    policySupport?: boolean;
    /** TCP ports the interface endpoint listens on, ranges as `1024-1064`; `null` where not known. @default [443] */
    ports?: Port[] | null;
    /** Whether the interface endpoint can have IPv6 addresses: `yes`, `no` or `partial`. */
    ipv6?: "yes" | "no" | "partial";
    /** The key of its endpoint with FIPS 140-3 validated modules. */
    fips?: string;
    /** Whether AWS lets it be reached from other Regions. */
    crossRegion?: boolean;
    /** What the actions that go through it begin with; `[]` where IAM knows none. */
    iamPrefixes?: string[];
    /** Words people know it by beside its key and product: the SDK's names. */
    also?: string[];
    /** Whether AWS has closed the product to new customers, or said that it will. */
    closed?: boolean;
    /** What users of the endpoint must know. */
    note?: string;
    /** What a plan with the endpoint must say. */
    advice?: string;
    /** What AWS's pages contradict each other on. */
    doubt?: string;
    /** Where each fact is from: ids of `sources`, or a page. */
    sources: { [fact: string]: string | string[] };
}

/** A TCP port, or a range of them, e.g. `1024-1064`. */
export type Port = number | string;

/** Where facts are from. */
export interface FactsSource {
    /** What was read. */
    what: string;
    url?: string;
    /** When it was, or of when it is. */
    asOf?: string;
    /** Whether the fact follows from it, and is not said by it. @default false */
    inferred?: boolean;
    /** How many services the Region of the answer has, where AWS was asked. */
    services?: number;
}

/** AWS's own key of a service: the last part of its endpoint's name, e.g. `ecr.api`. */
export type Service = string;

/** Every endpoint service, by its key. */
export const services = catalogue.services as { [service: Service]: ServiceFacts };

/** Where the facts are from, by id. */
export const sources: { [id: string]: FactsSource } = catalogue.sources;
