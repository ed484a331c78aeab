/**
 * The highest number in the zone IDs of each Region where it is not 3. Zone names end in as many letters, or fewer: AWS
 * maps names to zones for each account.
 *
 * Source: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html, which has the
 * Regions of the partition `aws` only.
 */
const counts: { [region: string]: number } = {
    "ap-northeast-1": 4,
    "ap-northeast-2": 4,
    "ca-central-1": 4,
    "eu-west-2": 4,
    "us-east-1": 6,
    "us-west-2": 4,
};

/** The highest number in a Region's zone IDs, e.g. 3 for `euw1-az3`. */
export function zoneCountOf(region: string): number {
    return counts[region] ?? 3;
}
