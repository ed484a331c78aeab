import type { Need } from "../../model/accessModel";
import type { StackResource, StackResources } from "../stackResources";
import { needsOfRepository, type Puller } from "./containerImages";
import type { NeedsFound } from "./needsFound";

const ecsGuide = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide";

const reads = (service: string, from: string) => ({ by }: Puller): Need[] => [
    { service, by, why: `reads secrets from ${from}`, source: `${ecsGuide}/specifying-sensitive-data.html` },
];

/** What containers probably do with a resource that their definitions depend on, by its type, and the resource in words. */
const hints: { [type: string]: { words: string; needs: (puller: Puller) => Need[] } } = {
    "aws:ecr/repository:Repository": { words: "repository", needs: needsOfRepository },
    "aws:cloudwatch/logGroup:LogGroup": {
        words: "log group",
        needs: ({ by }) => [
            { service: "logs", by, why: "writes to CloudWatch Logs", source: `${ecsGuide}/using_awslogs.html` },
        ],
    },
    "aws:secretsmanager/secret:Secret": { words: "secret", needs: reads("secretsmanager", "Secrets Manager") },
    "aws:secretsmanager/secretVersion:SecretVersion": {
        words: "secret version",
        needs: reads("secretsmanager", "Secrets Manager"),
    },
    "aws:ssm/parameter:Parameter": { words: "parameter", needs: reads("ssm", "Parameter Store") },
};

/** What containers call whose definitions are not known yet: what the resources show that the definitions depend on. */
export function hintedNeeds(stack: StackResources, definition: StackResource, puller: Puller): NeedsFound {
    const types = Object.keys(hints);
    const found = stack.sourcesOf(types, definition, "containerDefinitions");
    // An image that another provider builds depends on the repository that it is pushed to.
    const images = stack.originsOf(definition, "containerDefinitions").filter(({ type }) => !type.startsWith("aws:"));
    const ofImages = images.flatMap((one) =>
        Object.keys(one.dependencies).flatMap((property) => stack.sourcesOf(types, one, property))
    );
    const all = [...new Set([...found, ...ofImages])];
    const names = all.map(({ type, name }) => `${hints[type]!.words} ${name}`);
    const shown = names.length > 0 ? `, which depend on ${names.join(", ")}` : "";
    return {
        needs: all.flatMap(({ type }) => hints[type]!.needs(puller)),
        open: [`containerDefinitions of ${puller.by}${shown}`],
    };
}
