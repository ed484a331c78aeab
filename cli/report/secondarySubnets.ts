import type { PlannedSubnet } from "../../components/plan/network/placeSubnets";
import type { ReportedPlan } from "../../components/report/reportedPlan";
import { gap, lineHeight } from "./pictureSizes";
import type { Box } from "./svg";

/** A subnet in a secondary CIDR block, which has workloads but no interface endpoints. */
export interface SecondarySubnet extends PlannedSubnet {
    box: Box;
}

type Network = ReportedPlan["network"];

const height = 3 * lineHeight + 10;

/** How much higher a zone is for the subnets in secondary CIDR blocks. */
export function secondaryHeight({ secondaryCidrBlocks = [] }: Network): number {
    return secondaryCidrBlocks.length * (height + gap);
}

/** A zone's subnets in secondary CIDR blocks, those of a block side by side in all zones. */
export function secondarySubnetsOf(
    { secondaryCidrBlocks = [] }: Network,
    zone: string,
    { x, y, width }: Pick<Box, "x" | "y" | "width">,
): SecondarySubnet[] {
    return secondaryCidrBlocks.flatMap(({ subnets }, row) =>
        subnets.filter((subnet) => subnet.zone === zone).map((subnet) => ({
            ...subnet,
            box: { x, y: y + row * (height + gap), width, height },
        }))
    );
}
