import catalogue from "./catalogue/regions.json";
import type { Partition } from "./partitions";
import type { FactsSource } from "./services";

/** Facts about one Region. Prices are public on-demand prices, in USD without tax. */
export interface RegionFacts {
    /** The partition in its ARNs. */
    partition: Partition;
    /** Latitude and longitude of the location AWS names it after, in whole degrees. */
    at: [number, number];
    /** The price of an interface endpoint per zone. @default - unknown */
    interface?: { hourUsd: number; source: string };
    /** The price of a NAT gateway. @default - unknown */
    nat?: { hourUsd: number; gigabyteUsd?: number; source: string };
    /** The Region's other prices. @default - unknown, or `everywhere` in the partition `aws` */
    others?: OtherPrices;
}

/** Other prices, in USD. A price with tiers is that of the first tier. */
export type OtherPrices = { [price in OtherPrice]?: { usd: number; source: string } };

/** A price other than those of interface endpoints and NAT gateways; its name ends in the unit. */
export type OtherPrice =
    | "gatewayLoadBalancerEndpointHour"
    | "gatewayLoadBalancerEndpointGigabyte"
    | "resourceEndpointHour"
    | "resourceEndpointGigabyte"
    | "transitGatewayAttachmentHour"
    | "transitGatewayGigabyte"
    | "publicIpv4Hour"
    | "regionalNatHour"
    | "regionalNatGigabyte"
    /** For data between zones, charged in both zones. */
    | "crossZoneGigabyte"
    /** For data to another Region; the highest price, because it depends on that Region. */
    | "crossRegionGigabyte"
    /** A Route 53 Resolver endpoint, for each of its IP addresses. */
    | "resolverAddressHour"
    /** DNS Firewall, for each domain in the caller's own domain lists. */
    | "dnsFirewallDomainMonth"
    /** DNS Firewall, for a million queries from VPCs that a rule group is associated with. */
    | "dnsFirewallMillionQueries";

/** Every Region, by name. */
export const regions = catalogue.regions as unknown as { [region: string]: RegionFacts };

/** Prices that AWS publishes once for every Region of the partition `aws`. */
export const everywhere: OtherPrices = catalogue.everywhere;

/**
 * Regions that AWS has announced and not opened: no service of AWS has resources there. They are not in
 * https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html.
 */
export const announcedRegions = ["me-west-1", "sa-west-1"];

/** The sources of the prices, by ID. */
export const priceSources: { [id: string]: FactsSource } = catalogue.sources;
