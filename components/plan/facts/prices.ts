/** Hours AWS's own price examples count in a month. */
export const hoursPerMonth = 730;

/**
 * USD for each gigabyte through the interface endpoints of an account in a Region, in both directions, by what has gone
 * through them in the month. AWS prints one table for all Regions: https://aws.amazon.com/privatelink/pricing/
 */
export const interfaceDataTiers = [
    { upToGigabytes: 1_048_576, gigabyteUsd: 0.01 },
    { upToGigabytes: 5_242_880, gigabyteUsd: 0.006 },
    { upToGigabytes: Infinity, gigabyteUsd: 0.004 },
];

/** USD for each hour of the public IPv4 address a NAT gateway needs. Source: https://aws.amazon.com/vpc/pricing/ */
export const publicIpv4HourUsd = 0.005;
