import type * as v from "valibot";

import type { Problem } from "../components/plan/problem";
import { answersOf, type Ask, type Read } from "./answersOf";
import { type Call, fileOf } from "./calls";
import * as tasks from "./taskShapes";

/** The services of Amazon ECS in some clusters. */
export interface EcsTasks {
    services: EcsService[];
    /** The clusters whose services were not listed, by the file that is missing. */
    missing: string[];
}

/** A service of Amazon ECS and its task definition, which AWS describes for one of them at a time. */
export interface EcsService {
    cluster: string;
    name: string;
    described?: v.InferOutput<typeof tasks.services>["services"][number];
    definition?: v.InferOutput<typeof tasks.taskDefinition>["taskDefinition"];
    /** The file with the answer that is missing. @default - it is described, with its task definition */
    missing?: string;
}

/** The calls that describe the services of a cluster, one of its services, and a task definition. */
export const taskCalls = {
    services: (cluster: string): Call => ["ecs", "list-services", "--cluster", cluster],
    service: (cluster: string, service: string): Call => [
        ...["ecs", "describe-services", "--cluster", cluster, "--services", service] as const,
    ],
    definition: (definition: string): Call => ["ecs", "describe-task-definition", "--task-definition", definition],
};

/** Reads the services of clusters and their task definitions. What is not answered is missing. */
export async function readTasks(ask: Ask, clusterArns: string[]): Promise<{ tasks: EcsTasks; problems: Problem[] }> {
    const found: EcsTasks = { services: [], missing: [] };
    const { read, problems } = answersOf(ask);
    for (const cluster of clusterArns.map(nameInArn)) {
        const call = taskCalls.services(cluster);
        const listed = await read(call, tasks.serviceArns);
        if (!listed) found.missing.push(fileOf(call));
        const names = (listed?.serviceArns ?? []).map(nameInArn);
        found.services.push(...await Promise.all(names.map((name) => readService(read, cluster, name))));
    }
    return { tasks: found, problems };
}

async function readService(read: Read, cluster: string, name: string): Promise<EcsService> {
    const call = taskCalls.service(cluster, name);
    const described = (await read(call, tasks.services))?.services[0];
    if (!described) return { cluster, name, missing: fileOf(call) };
    if (!described.taskDefinition) return { cluster, name, described };
    const ofDefinition = taskCalls.definition(nameInArn(described.taskDefinition));
    const answer = await read(ofDefinition, tasks.taskDefinition);
    if (!answer) return { cluster, name, described, missing: fileOf(ofDefinition) };
    return { cluster, name, described, definition: answer.taskDefinition };
}

/** The name in an ARN, e.g. `app` of `arn:aws:ecs:us-east-1:123456789012:cluster/app`. */
function nameInArn(arn: string): string {
    return arn.slice(arn.lastIndexOf("/") + 1);
}
