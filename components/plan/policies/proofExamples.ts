import { factsOf } from "../services/serviceNames";
import { actionsOf } from "./iam/lint/actionTable";
import type { Asked } from "./iam/prove/searchRequests";
import type { ProofContext } from "./trust";

/** The endpoint, with examples: actions that write come first, because they show best how data gets out. */
export function askedOf({ service, region, partition, kind }: ProofContext): Asked {
    const { iamPrefixes = [] } = factsOf(service);
    const actions = iamPrefixes.flatMap((prefix) =>
        (actionsOf(prefix) ?? []).filter(({ wildcardOnly }) => !wildcardOnly).sort((a, b) =>
            Number(a.reads) - Number(b.reads)
        )
            .map(({ name }) => `${prefix}:${name}`)
    );
    const resources = iamPrefixes.map((prefix) =>
        prefix === "s3"
            ? `arn:${partition}:s3:::amzn-s3-demo-bucket/key`
            : `arn:${partition}:${prefix}:${region}:111122223333:example`
    );
    const known = favorites.filter((action) => iamPrefixes.includes(action.split(":")[0]!));
    return { kind, examples: { partition, resources, actions: [...known, ...actions.slice(0, 20)] } };
}

const favorites = ["s3:PutObject", "dynamodb:PutItem", "sqs:SendMessage", "sts:AssumeRole", "ec2:CreateVpcEndpoint"];
