import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import type { EcsService, EcsTasks } from "../../inventory/readTasks";
import type { Role, Workload } from "../model/accessModel";
import { given, type Maybe } from "../model/maybe";
import { roleNamed } from "./inventoryWorkloads";
import type { Path } from "./resourceValues";
import { type StackResource, StackResources } from "./stackResources";
import { containerTypes } from "./workloads/containerTypes";
import { workloadOf } from "./workloads/resourceWorkloads";

/** An account in one Region, whose roles sign the requests of tasks. */
interface AccountOfTasks {
    region: string;
    accountId: string | undefined;
    roles: Maybe<Role[]>;
}

const [serviceType, definitionType] = ["aws:ecs/service:Service", "aws:ecs/taskDefinition:TaskDefinition"] as const;

/** The services of Amazon ECS that run in subnets, e.g. `ecs:app`; with the cluster if several services have the name. */
export function servicesOf(clusters: Maybe<unknown[]>, tasks: EcsTasks, account: AccountOfTasks): Maybe<Workload[]> {
    if (isUnknown(clusters)) return clusters;
    if (tasks.missing.length > 0) return { unknown: tasks.missing.map(missing) };
    return tasks.services.flatMap((one) => {
        const isUnique = tasks.services.filter(({ name }) => name === one.name).length === 1;
        return serviceOf(one, isUnique ? one.name : `${one.cluster}/${one.name}`, account);
    });
}

function missing(file: string): string {
    return `${file}, which is missing`;
}

function serviceOf(service: EcsService, name: string, { region, accountId, roles }: AccountOfTasks): Workload[] {
    const { described, definition } = service;
    const late = service.missing === undefined ? undefined : unknown(missing(service.missing));
    const needs = late && { needs: [], openNeeds: late.unknown };
    if (!described) return [{ id: `ecs:${name}`, subnets: late!, groups: late!, hasPublicAddress: late!, ...needs }];
    const resource = resourceOf(serviceType, name, serviceInputs(described));
    const inputs = definition && definitionInputs(described.taskDefinition!, definition);
    const stack = new StackResources([
        resource,
        ...(inputs ? [resourceOf(definitionType, definition.family, inputs)] : []),
    ]);
    const signed = {
        at: (one: StackResource, path: Path) => given(stack.text(one, ...path), (arn) => roleNamed(arn!, roles)),
    };
    const subject = { stack, roles: signed, resource, region, account: accountId };
    return workloadOf(subject, containerTypes[serviceType]!).map((one) => ({
        ...one,
        ...(late && { role: late, ...needs }),
    }));
}

/** A resource of a stack that would create what AWS describes, so that the same table decides what it needs. */
function resourceOf(type: string, name: string, properties: StackResource["properties"]): StackResource {
    return { urn: `${type}::${name}`, type, name, properties, dependencies: {} };
}

function serviceInputs(service: NonNullable<EcsService["described"]>): StackResource["properties"] {
    const { networkConfiguration, capacityProviderStrategy, deployments } = service;
    const { subnets, securityGroups, assignPublicIp } = networkConfiguration?.awsvpcConfiguration ?? {};
    const current = deployments.find(({ status }) => status === "PRIMARY");
    return {
        taskDefinition: service.taskDefinition,
        launchType: service.launchType,
        capacityProviderStrategies: capacityProviderStrategy,
        enableExecuteCommand: service.enableExecuteCommand,
        networkConfiguration: { subnets, securityGroups, assignPublicIp: assignPublicIp === "ENABLED" },
        serviceConnectConfiguration: current?.serviceConnectConfiguration,
    };
}

function definitionInputs(
    arn: string,
    { taskRoleArn, executionRoleArn, requiresCompatibilities, containerDefinitions }: NonNullable<
        EcsService["definition"]
    >,
): StackResource["properties"] {
    const containers = JSON.stringify(containerDefinitions);
    return { arn, taskRoleArn, executionRoleArn, requiresCompatibilities, containerDefinitions: containers };
}
