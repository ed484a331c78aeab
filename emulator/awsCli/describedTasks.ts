import type { Attributes, Made } from "../aws/world";
import type { ListedAccount } from "./listedAccount";

type Options = { [option: string]: string };

const [clusters, services, definitions] = ["cluster:Cluster", "service:Service", "taskDefinition:TaskDefinition"].map(
    (type) => `aws:ecs/${type}`,
) as [string, string, string];

const nameOf = ({ name, attributes }: Made): string => attributes.name ?? name;
const arnOf = (path: string, { accountId }: ListedAccount, options: Options) =>
    `arn:aws:ecs:${options["--region"]}:${accountId}:${path}`;
const definitionOf = (made: Made) => `${made.attributes.family}:1`;

/** The name of the cluster that a service runs in: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html */
function clusterOf({ attributes: { cluster } }: Made, { find }: ListedAccount): string {
    if (cluster === undefined) return "default";
    const made = find(cluster);
    return made ? nameOf(made) : String(cluster).split("/").at(-1)!;
}

/** AWS's answers about Amazon ECS, by command. */
export const describedTasks: { [command: string]: (account: ListedAccount, options: Options) => Attributes } = {
    "ecs list-clusters": (account, options) => ({
        clusterArns: account.all(clusters).map((one) => arnOf(`cluster/${nameOf(one)}`, account, options)),
    }),
    "ecs list-services": (account, options) => ({
        serviceArns: account.all(services).filter((one) => clusterOf(one, account) === options["--cluster"]).map((
            one,
        ) => arnOf(`service/${options["--cluster"]}/${nameOf(one)}`, account, options)),
    }),
    "ecs describe-services": (account, options) => ({
        services: account.all(services).filter((one) =>
            clusterOf(one, account) === options["--cluster"] && nameOf(one) === options["--services"]
        ).map((one) => serviceOf(one, account, options)),
        failures: [],
    }),
    "ecs describe-task-definition": (account, options) => {
        const found = account.all(definitions).find((one) => definitionOf(one) === options["--task-definition"]);
        if (!found) throw new Error("An error occurred (ClientException): Unable to describe task definition.");
        const { family, taskRoleArn, executionRoleArn, requiresCompatibilities, containerDefinitions } =
            found.attributes;
        return {
            taskDefinition: {
                taskDefinitionArn: arnOf(`task-definition/${definitionOf(found)}`, account, options),
                family,
                revision: 1,
                status: "ACTIVE",
                ...(taskRoleArn && { taskRoleArn }),
                ...(executionRoleArn && { executionRoleArn }),
                requiresCompatibilities,
                containerDefinitions: JSON.parse(containerDefinitions) as unknown,
            },
            tags: [],
        };
    },
};

function serviceOf(service: Made, account: ListedAccount, options: Options): Attributes {
    const { attributes } = service;
    const { networkConfiguration, launchType, capacityProviderStrategies, serviceConnectConfiguration } = attributes;
    const cluster = clusterOf(service, account);
    const definition = account.find(attributes.taskDefinition);
    const network = networkConfiguration && {
        networkConfiguration: {
            awsvpcConfiguration: {
                subnets: networkConfiguration.subnets,
                securityGroups: networkConfiguration.securityGroups ?? [],
                assignPublicIp: networkConfiguration.assignPublicIp ? "ENABLED" : "DISABLED",
            },
        },
    };
    return {
        serviceArn: arnOf(`service/${cluster}/${nameOf(service)}`, account, options),
        serviceName: nameOf(service),
        clusterArn: arnOf(`cluster/${cluster}`, account, options),
        status: "ACTIVE",
        ...(launchType && { launchType }),
        ...(capacityProviderStrategies && { capacityProviderStrategy: capacityProviderStrategies }),
        taskDefinition: definition && arnOf(`task-definition/${definitionOf(definition)}`, account, options),
        deployments: [{
            status: "PRIMARY",
            ...network,
            ...(serviceConnectConfiguration && { serviceConnectConfiguration }),
        }],
        ...network,
        enableExecuteCommand: attributes.enableExecuteCommand ?? false,
    };
}
