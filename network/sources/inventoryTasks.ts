import { unknown } from "../../components/plan/policies/iam/truth";
import { fileOf } from "../../inventory/calls";
import { type EcsTasks, nameInArn, taskCalls } from "../../inventory/readTasks";
import type { Role, Workload } from "../model/accessModel";
import { given, type Maybe } from "../model/maybe";
import { roleNamed } from "./inventoryWorkloads";
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
export function servicesOf(clusters: Maybe<string[]>, tasks: EcsTasks, account: AccountOfTasks): Maybe<Workload[]> {
    return given(clusters, (arns): Maybe<Workload[]> => {
        const names = arns.map(nameInArn);
        const unread = names.filter((cluster) => !tasks.services[cluster]);
        if (unread.length > 0) return { unknown: unread.map((one) => `${missing(taskCalls.services(one))}`) };
        const all = names.flatMap((cluster) => tasks.services[cluster]!.map((service) => ({ cluster, service })));
        return all.flatMap(({ cluster, service }) => {
            const isUnique = all.filter((one) => one.service === service).length === 1;
            return serviceOf(cluster, service, isUnique ? service : `${cluster}/${service}`, tasks, account);
        });
    });
}

function missing(call: Parameters<typeof fileOf>[0]): string {
    return `${fileOf(call)}, which is missing`;
}

function serviceOf(
    cluster: string,
    service: string,
    name: string,
    { described, definitions }: EcsTasks,
    { region, accountId, roles }: AccountOfTasks,
): Workload[] {
    const found = described[`${cluster}/${service}`];
    if (!found) {
        const late = unknown(missing(taskCalls.service(cluster, service)));
        const nothing = { needs: [], openNeeds: late.unknown };
        return [{ id: `ecs:${name}`, subnets: late, groups: late, hasPublicAddress: late, ...nothing }];
    }
    const { taskDefinition } = found;
    const definition = taskDefinition ? definitions[nameInArn(taskDefinition)] : undefined;
    const resource = resourceOf(serviceType, name, serviceInputs(found));
    const stack = new StackResources([
        resource,
        ...(definition
            ? [resourceOf(definitionType, definition.family, definitionInputs(taskDefinition!, definition))]
            : []),
    ]);
    const signed = {
        at: (one: StackResource, path: readonly [string, ...string[]]) =>
            given(stack.text(one, ...path), (arn) => roleNamed(arn!, roles)),
    };
    const workloads = workloadOf(
        { stack, roles: signed, resource, region, account: accountId },
        containerTypes[serviceType]!,
    );
    if (definition || !taskDefinition) return workloads;
    const late = unknown(missing(taskCalls.definition(nameInArn(taskDefinition))));
    return workloads.map((one) => ({ ...one, role: late, needs: [], openNeeds: late.unknown }));
}

/** A resource of a stack that would create what AWS describes, so that the same table decides what it needs. */
function resourceOf(type: string, name: string, properties: StackResource["properties"]): StackResource {
    return { urn: `${type}::${name}`, type, name, properties, dependencies: {} };
}

function serviceInputs(service: EcsTasks["described"][string]): StackResource["properties"] {
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
    { taskRoleArn, executionRoleArn, requiresCompatibilities, containerDefinitions }: EcsTasks["definitions"][string],
): StackResource["properties"] {
    const containers = JSON.stringify(containerDefinitions);
    return { arn, taskRoleArn, executionRoleArn, requiresCompatibilities, containerDefinitions: containers };
}
