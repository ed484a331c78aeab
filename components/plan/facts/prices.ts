/** Hours per month, as AWS's price examples use them. */
export const hoursPerMonth = 730;

/**
 * USD per gigabyte through all interface endpoints of an account in a Region, in both directions, tiered by the month's
 * total. AWS publishes one table for all Regions: https://aws.amazon.com/privatelink/pricing/
 */
export const interfaceDataTiers = [
    { upToGigabytes: 1_048_576, gigabyteUsd: 0.01 },
    { upToGigabytes: 5_242_880, gigabyteUsd: 0.006 },
    { upToGigabytes: Infinity, gigabyteUsd: 0.004 },
];
