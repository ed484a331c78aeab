import catalogue from "./catalogue/regions.json";
import type { Partition } from "./partitions";
import type { FactsSource } from "./services";

/** What a decision about one Region needs to know. Prices are the public on-demand ones, in USD without tax. */
export interface RegionFacts {
    /** The partition its ARNs name. */
    partition: Partition;
    /** Latitude and longitude of the place AWS names it after, in whole degrees. */
    at: [number, number];
    /** What an interface endpoint costs in each zone. @default - not known */
    interface?: { hourUsd: number; source: string };
    /** What a NAT gateway costs. @default - not known */
    nat?: { hourUsd: number; gigabyteUsd?: number; source: string };
}

/** Every Region, by its name. */
export const regions = catalogue.regions as unknown as { [region: string]: RegionFacts };

/** Where the prices are from, by id. */
export const priceSources: { [id: string]: FactsSource } = catalogue.sources;
