import { isUnknown } from "../../../components/plan/policies/iam/truth";
import { resourceTypes as types } from "../resourceTypes";
import { isUnset, type Path, unknownValue, valueAt } from "../resourceValues";
import type { StackResource } from "../stackResources";
import { needsOfContainers } from "./containerNeeds";
import { hintedNeeds } from "./hintedNeeds";
import { type NeedsFound, nothing, together } from "./needsFound";
import type { NeedSource, Subject } from "./needSources";
import { servicesAllowed } from "./roleNeeds";

const ecsGuide = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide";

/** Where a resource that runs tasks of Amazon ECS describes them. */
export interface TaskPaths {
    taskDefinition: Path;
    launchType: Path;
    capacityProviderStrategies: Path;
    enableExecuteCommand: Path;
}

/** What tasks of Amazon ECS call: to start, for logs, for ECS Exec, and what their role allows. */
export function runsTasks(paths: TaskPaths): NeedSource {
    return (subject) => {
        const { stack, resource } = subject;
        const definition = stack.resource(types.taskDefinition, resource, ...paths.taskDefinition);
        if (definition === undefined) return { needs: [], open: [`the task definition of ${resource.name}`] };
        if (isUnknown(definition)) return { needs: [], open: definition.unknown };
        return together([
            startNeeds(subject, definition),
            agentNeeds(resource, definition, paths),
            executeNeeds(subject, definition, paths),
            isUnset(definition.properties.taskRoleArn)
                ? nothing
                : servicesAllowed(subject.roles.at(definition, ["taskRoleArn"]), []),
        ]);
    };
}

/** What starting a task calls: images, secrets and logs, which its containers name. */
function startNeeds({ stack, roles, region, account }: Subject, definition: StackResource): NeedsFound {
    const { executionRoleArn } = definition.properties;
    const role = isUnset(executionRoleArn) ? undefined : roles.at(definition, ["executionRoleArn"]);
    const puller = { by: `task definition ${definition.name}`, region, account, ...(role && { role }) };
    const text = stack.text(definition, "containerDefinitions");
    return typeof text === "string" ? needsOfContainers(text, puller) : hintedNeeds(stack, definition, puller);
}

/** The agent of a container instance calls Amazon ECS; a task on AWS Fargate does not. */
function agentNeeds(resource: StackResource, definition: StackResource, paths: TaskPaths): NeedsFound {
    const [type, strategies] = [paths.launchType, paths.capacityProviderStrategies].map((path) =>
        valueAt(resource.properties, path)
    );
    const late = [[paths.launchType, type], [paths.capacityProviderStrategies, strategies]] as const;
    const open = late.flatMap(([path, value]) =>
        value === unknownValue ? [`${path.join(".")} of ${resource.name}`] : []
    );
    if (open.length > 0) return { needs: [], open };
    const providers = JSON.stringify(strategies ?? []);
    const isFargate = isUnset(type)
        ? /"capacityProvider":"FARGATE/.test(providers)
            || (providers === "[]"
                && JSON.stringify(definition.properties.requiresCompatibilities ?? []).includes("FARGATE"))
        : type === "FARGATE";
    if (isFargate) return nothing;
    const source = `${ecsGuide}/vpc-endpoints.html`;
    const why = "runs on container instances, whose agent calls Amazon ECS";
    return { needs: ["ecs", "ecs-agent", "ecs-telemetry"].map((service) => ({ service, why, source })), open: [] };
}

/** ECS Exec opens a channel to Session Manager with the task role. */
function executeNeeds({ stack, roles, resource }: Subject, definition: StackResource, paths: TaskPaths): NeedsFound {
    const isOn = stack.flag(resource, false, ...paths.enableExecuteCommand);
    if (isUnknown(isOn)) return { needs: [], open: isOn.unknown };
    if (!isOn) return nothing;
    const role = isUnset(definition.properties.taskRoleArn) ? {} : { role: roles.at(definition, ["taskRoleArn"]) };
    const need = {
        service: "ssmmessages",
        why: "opens sessions with ECS Exec",
        source: `${ecsGuide}/ecs-exec.html`,
        request: { action: "ssmmessages:CreateControlChannel", resource: "*" },
        ...role,
    };
    return { needs: [need], open: [] };
}
