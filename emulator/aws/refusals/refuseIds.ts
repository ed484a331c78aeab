import type { Attributes } from "../world";
import type { Refuse } from "./refuse";

/**
 * How IDs begin, and AWS's error codes for others, by the input of an endpoint:
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
const forms: { [input: string]: { prefix: string; code: string } } = {
    vpcId: { prefix: "vpc", code: "InvalidVpcID.Malformed" },
    subnetIds: { prefix: "subnet", code: "InvalidSubnetID.Malformed" },
    routeTableIds: { prefix: "rtb", code: "InvalidRouteTableId.Malformed" },
    securityGroupIds: { prefix: "sg", code: "InvalidGroupId.Malformed" },
};

// In an offline plan, a word in brackets replaces an ID that is encrypted.
const isReplaced = (id: string) => /^\[\w+\]$/.test(id);
const isMalformed = (id: unknown, prefix: string) =>
    typeof id === "string" && !isReplaced(id) && !new RegExp(`^${prefix}-[\\w-]+$`).test(id);

function idsIn(attributes: Attributes, input: string): unknown[] {
    return [attributes[input] ?? []].flat() as unknown[];
}

/** Why AWS rejects the IDs of an endpoint's VPC, subnets, route tables and security groups. */
export const malformedIds: Refuse = ({ attributes }) => {
    for (const [input, { prefix, code }] of Object.entries(forms)) {
        const id = idsIn(attributes, input).find((one) => isMalformed(one, prefix));
        if (id === undefined) continue;
        return { code, message: `Invalid id: "${id}" (expecting "${prefix}-...")`, fix: `give it an ID in ${input}` };
    }
    return undefined;
};
