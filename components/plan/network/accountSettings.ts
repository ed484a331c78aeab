/** Settings of an account in a Region that decide what somebody else could add to a VPC, as AWS reports them. */
export interface AccountSettings {
    /** VPC Block Public Access. */
    blockPublicAccess: {
        /** `off`, `block-bidirectional` or `block-ingress`. */
        mode: string;
        /** Whether a declarative policy of the organization sets it, so that the account cannot change it. */
        byPolicy: boolean;
        /** Whether the account may create exclusions. */
        exclusionsAllowed: boolean;
    };
    /** VPCs and subnets that Block Public Access does not apply to. */
    exclusions: {
        /** The ARN of the VPC or subnet. */
        resource: string;
        /** `allow-bidirectional` or `allow-egress`. */
        mode: string;
    }[];
    /** VPC Encryption Controls, by VPC. */
    encryptionControls: {
        /** The ID of the VPC. */
        vpcId: string;
        /** `monitor` or `enforce`. */
        mode: string;
    }[];
    /** The subnets of the default VPC, which are public. */
    defaultSubnets: {
        /** The ID of the subnet. */
        id: string;
        /** The ID of its VPC. */
        vpcId: string;
    }[];
}

/** What somebody else could add, or what prevents it. */
export type AccountFinding =
    | { key: "gateway-possible" | "egress-possible" | "exclusion-possible" | "private-ways" | "nothing-enforced" }
    | { key: "gateway-blocked"; byPolicy: boolean }
    | { key: "excluded"; resources: string[] }
    | { key: "monitored" | "enforced"; vpcIds: string[] }
    | { key: "default-subnets"; subnetIds: string[]; vpcIds: string[] };

/** What the settings mean for a VPC without a way out, the most open first. */
export function accountFindings(settings: AccountSettings): AccountFinding[] {
    const { blockPublicAccess: { mode, byPolicy, exclusionsAllowed }, exclusions, encryptionControls } = settings;
    const inMode = (wanted: string) =>
        encryptionControls.filter((one) => one.mode === wanted).map(({ vpcId }) => vpcId).sort();
    const [monitored, enforced] = [inMode("monitor"), inMode("enforce")];
    const isBlocked = mode === "block-bidirectional";
    const subnets = settings.defaultSubnets;
    return [
        ...(mode === "block-ingress" ? [{ key: "egress-possible" } as const] : []),
        ...(isBlocked || mode === "block-ingress" ? [] : [{ key: "gateway-possible" } as const]),
        ...(isBlocked ? [{ key: "gateway-blocked", byPolicy } as const] : []),
        ...(isBlocked && exclusionsAllowed ? [{ key: "exclusion-possible" } as const] : []),
        ...(exclusions.length > 0
            ? [{ key: "excluded", resources: exclusions.map(({ resource }) => resource).sort() } as const]
            : []),
        { key: "private-ways" },
        ...(enforced.length > 0 ? [{ key: "enforced", vpcIds: enforced } as const] : []),
        ...(monitored.length > 0 ? [{ key: "monitored", vpcIds: monitored } as const] : []),
        ...(encryptionControls.length === 0 ? [{ key: "nothing-enforced" } as const] : []),
        ...(subnets.length > 0
            ? [
                {
                    key: "default-subnets",
                    subnetIds: subnets.map(({ id }) => id).sort(),
                    vpcIds: [...new Set(subnets.map(({ vpcId }) => vpcId))].sort(),
                } as const,
            ]
            : []),
    ];
}
