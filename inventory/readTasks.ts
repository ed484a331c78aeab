import type * as v from "valibot";

import type { Problem } from "../components/plan/problem";
import { answersOf, type Ask } from "./answersOf";
import type { Call } from "./calls";
import * as tasks from "./taskShapes";

/** Services of Amazon ECS and their task definitions, which AWS describes for one of them at a time. */
export interface EcsTasks {
    /** The names of the services by the name of their cluster. */
    services: { [cluster: string]: string[] };
    /** Services by `<cluster>/<service>`. */
    described: { [service: string]: v.InferOutput<typeof tasks.services>["services"][number] };
    /** Task definitions by `<family>:<revision>`. */
    definitions: { [definition: string]: v.InferOutput<typeof tasks.taskDefinition>["taskDefinition"] };
}

/** The calls that describe the services of a cluster, one of its services, and a task definition. */
export const taskCalls = {
    services: (cluster: string): Call => ["ecs", "list-services", "--cluster", cluster],
    service: (cluster: string, service: string): Call => [
        ...["ecs", "describe-services", "--cluster", cluster, "--services", service] as const,
    ],
    definition: (definition: string): Call => ["ecs", "describe-task-definition", "--task-definition", definition],
};

/** The name in an ARN, e.g. `app` of `arn:aws:ecs:us-east-1:123456789012:cluster/app`. */
export function nameInArn(arn: string): string {
    return arn.slice(arn.lastIndexOf("/") + 1);
}

/** Reads the services of clusters and their task definitions. What is not answered is missing. */
export async function readTasks(ask: Ask, clusterArns: string[]): Promise<{ tasks: EcsTasks; problems: Problem[] }> {
    const found: EcsTasks = { services: {}, described: {}, definitions: {} };
    const { read, problems } = answersOf(ask);
    await Promise.all(
        clusterArns.map(nameInArn).map(async (cluster) => {
            const listed = await read(taskCalls.services(cluster), tasks.serviceArns);
            if (!listed) return;
            const services = found.services[cluster] = listed.serviceArns.map(nameInArn);
            await Promise.all(services.map(async (service) => {
                const answer = await read(taskCalls.service(cluster, service), tasks.services);
                const [described] = answer?.services ?? [];
                if (described) found.described[`${cluster}/${service}`] = described;
            }));
        }),
    );
    const named = Object.values(found.described).flatMap(({ taskDefinition }) => taskDefinition ?? []);
    await Promise.all([...new Set(named.map(nameInArn))].map(async (definition) => {
        const answer = await read(taskCalls.definition(definition), tasks.taskDefinition);
        if (answer) found.definitions[definition] = answer.taskDefinition;
    }));
    return { tasks: found, problems };
}
