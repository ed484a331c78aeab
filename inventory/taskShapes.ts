import * as v from "valibot";

import { list, maybe, text, texts } from "./shapeParts";

// Services and task definitions of Amazon ECS, in AWS's spelling.
// Sources: the "Output" of each command in https://docs.aws.amazon.com/cli/latest/reference/ecs/

export const clusterArn = text;

export const serviceArns = v.object({ serviceArns: v.array(text) });

const taskNetwork = v.nullish(
    v.object({
        awsvpcConfiguration: v.nullish(
            v.object({ subnets: v.array(text), securityGroups: texts, assignPublicIp: maybe }),
        ),
    }),
);

export const services = v.object({
    services: v.array(v.object({
        serviceName: text,
        taskDefinition: maybe,
        launchType: maybe,
        capacityProviderStrategy: list(v.object({ capacityProvider: text })),
        networkConfiguration: taskNetwork,
        enableExecuteCommand: v.nullish(v.boolean()),
        deployments: list(v.object({
            status: maybe,
            serviceConnectConfiguration: v.nullish(v.object({ enabled: v.nullish(v.boolean()) })),
        })),
    })),
});

export const taskDefinition = v.object({
    taskDefinition: v.object({
        family: text,
        taskRoleArn: maybe,
        executionRoleArn: maybe,
        requiresCompatibilities: texts,
        containerDefinitions: v.array(v.looseObject({})),
    }),
});
