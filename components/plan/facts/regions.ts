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
    /** Prices that no estimate uses yet, in USD. @default - unknown */
    others?: { [price in OtherPrice]?: { usd: number; source: string } };
}

/** A price of AWS that no estimate uses yet. */
export type OtherPrice =
    | "gatewayLoadBalancerEndpointHour"
    | "gatewayLoadBalancerEndpointGigabyte"
    | "resourceEndpointGigabyte"
    | "transitGatewayAttachmentHour"
    | "transitGatewayGigabyte"
    | "publicIpv4Hour"
    | "regionalNatHour"
    | "regionalNatGigabyte";

/** Every Region, by name. */
export const regions = catalogue.regions as unknown as { [region: string]: RegionFacts };

/** The sources of the prices, by ID. */
export const priceSources: { [id: string]: FactsSource } = catalogue.sources;
