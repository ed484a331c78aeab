import { networkInvokes } from "./networkInvokes";
import type { Attributes, World } from "./world";

/** AWS's answers to the look-ups this project makes, by token. */
export const invokes: { [token: string]: (args: Attributes, world: World) => Attributes } = {
    "aws:index/getCallerIdentity:getCallerIdentity": (_, { accountId }) => ({
        accountId,
        id: accountId,
        arn: `arn:aws:iam::${accountId}:user/example`,
        userId: "AIDACKCEVSQ6C2EXAMPLE",
    }),
    "aws:index/getRegion:getRegion": (
        _,
        { region },
    ) => (region === undefined ? {} : { region, id: region, name: region }),
    ...networkInvokes,
};
