import * as v from "valibot";

import { answersOf, type Ask } from "./answersOf";
import { list, maybe, text } from "./shapeParts";

// Sources: the "Output" of each command in https://docs.aws.amazon.com/cli/latest/reference/ec2/

const blockPublicAccess = v.object({
    VpcBlockPublicAccessOptions: v.object({
        InternetGatewayBlockMode: text,
        ManagedBy: maybe,
        ExclusionsAllowed: maybe,
    }),
});
const exclusions = v.object({
    VpcBlockPublicAccessExclusions: list(
        v.object({ ResourceArn: text, InternetGatewayExclusionMode: text, State: maybe }),
    ),
});
const encryptionControls = v.object({
    VpcEncryptionControls: list(v.object({ VpcId: text, Mode: text, State: maybe })),
});
const subnets = v.object({
    Subnets: v.array(v.object({ SubnetId: text, VpcId: text, DefaultForAz: v.nullish(v.boolean()) })),
});

/** Reads the settings of an account and Region that decide what somebody else could add to a VPC. */
export async function readAccountSettings(ask: Ask) {
    const { read, problems } = answersOf(ask);
    const [options, excluded, controls, listed] = await Promise.all([
        read(["ec2", "describe-vpc-block-public-access-options"], blockPublicAccess),
        read(["ec2", "describe-vpc-block-public-access-exclusions"], exclusions),
        read(["ec2", "describe-vpc-encryption-controls"], encryptionControls),
        read(["ec2", "describe-subnets"], subnets),
    ]);
    if (!options || !excluded || !controls || !listed) return { settings: undefined, problems };
    const { InternetGatewayBlockMode: mode, ManagedBy, ExclusionsAllowed } = options.VpcBlockPublicAccessOptions;
    const isGone = (state: string | null | undefined) => /^(delet|disabl)/.test(state ?? "");
    const settings = {
        blockPublicAccess: {
            mode,
            byPolicy: ManagedBy === "declarative-policy",
            exclusionsAllowed: ExclusionsAllowed !== "not-allowed",
        },
        exclusions: excluded.VpcBlockPublicAccessExclusions.filter(({ State }) => !isGone(State))
            .map((one) => ({ resource: one.ResourceArn, mode: one.InternetGatewayExclusionMode })),
        encryptionControls: controls.VpcEncryptionControls.filter(({ State }) => !isGone(State))
            .map(({ VpcId, Mode }) => ({ vpcId: VpcId, mode: Mode })),
        defaultSubnets: listed.Subnets.filter(({ DefaultForAz }) => DefaultForAz)
            .map(({ SubnetId, VpcId }) => ({ id: SubnetId, vpcId: VpcId })),
    };
    return { settings, problems };
}
