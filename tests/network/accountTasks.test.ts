import * as assert from "node:assert/strict";

import { EmulatedAws } from "../../emulator/aws/emulatedAws";
import type { Workload } from "../../network/model/accessModel";
import { knownOr } from "../../network/model/maybe";
import type { Network } from "../../network/model/network";
import { NetworkIndex } from "../../network/model/networkIndex";
import { reachMatrix } from "../../network/reach/matrix";
import { networkOfResources } from "../../network/sources/fromResources";
import { Account } from "../emulator/aws/account";
import { types } from "../run";
import { accountNetwork } from "./readers";

const ecs = "aws:ecs";
const image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1";

/** A VPC with an endpoint of S3, and services of Amazon ECS: their names, and what differs from a usual one. */
function accountWith(services: { [name: string]: object }, definition: object = {}): EmulatedAws {
    const made = new Account();
    const { aws } = made;
    const subnet = made.subnet("a", "10.0.0.0/24").id;
    const table = made.routeTable("a").id;
    aws.create(types.association, "a", { subnetId: subnet, routeTableId: table });
    made.gateway("s3", "s3", { routeTableIds: [table] });
    const group = made.group("app").id;
    aws.create(types.egress, "out", { securityGroupId: group, ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" });
    const role = (name: string, action: string) => {
        const { id, attributes } = aws.create(types.role, name, { name, assumeRolePolicy: "{}" });
        const Statement = [{ Effect: "Allow", Action: action, Resource: "*" }];
        aws.create(types.rolePolicy, name, { role: id, policy: JSON.stringify({ Version: "2012-10-17", Statement }) });
        return attributes.arn as string;
    };
    const cluster = aws.create(`${ecs}/cluster:Cluster`, "shop", { name: "shop" }).id;
    aws.create(`${ecs}/cluster:Cluster`, "other", { name: "other" });
    const logs = { logDriver: "awslogs", options: { "awslogs-group": "app", "awslogs-region": "us-east-1" } };
    const task = aws.create(`${ecs}/taskDefinition:TaskDefinition`, "app", {
        family: "app",
        requiresCompatibilities: ["FARGATE"],
        taskRoleArn: role("task", "sqs:SendMessage"),
        executionRoleArn: role("execution", "*"),
        containerDefinitions: JSON.stringify([{ name: "app", image, logConfiguration: logs }]),
        ...definition,
    });
    for (const [name, changed] of Object.entries(services)) {
        aws.create(`${ecs}/service:Service`, name, {
            name,
            cluster,
            launchType: "FARGATE",
            taskDefinition: task.id,
            networkConfiguration: { subnets: [subnet], securityGroups: [group] },
            ...changed,
        });
    }
    return aws;
}

const named = ({ workloads }: Network, id: string): Workload =>
    knownOr(workloads, []).find((one) => one.id === id) ?? assert.fail(`no workload ${id}`);

const withoutRoles = ({ id, subnets, groups, hasPublicAddress, needs = [], openNeeds }: Workload) => ({
    ...{ id, subnets, groups, hasPublicAddress, openNeeds },
    needs: needs.map(({ role, ...need }) => ({ ...need, signs: role !== undefined })),
});

describe("the services of Amazon ECS in an account", () => {
    it("are workloads, with what their task definitions and roles show", async () => {
        const network = await accountNetwork(accountWith({ web: {} }));
        const rows = reachMatrix(new NetworkIndex(network), ["ecs:web"]);
        assert.deepEqual(rows.map(({ need, answer }) => [need.service, answer.verdict, answer.reason?.code]), [
            ["ecr.api", "not reachable", "service.no-endpoint"],
            ["ecr.dkr", "not reachable", "service.no-endpoint"],
            ["s3", "reachable", undefined],
            ["logs", "not reachable", "service.no-endpoint"],
            ["sqs", "not reachable", "service.no-endpoint"],
        ]);
        const { role, needs } = named(network, "ecs:web");
        assert.deepEqual([role, needs![0]!.role].map((one) => (one as { id: string }).id), [
            "task",
            "execution",
        ]);
    });

    const services: { [title: string]: object } = {
        "with a public address": {
            networkConfiguration: { subnets: ["subnet-1"], securityGroups: ["sg-1"], assignPublicIp: true },
        },
        "on container instances": { launchType: "EC2" },
        "with a capacity provider": {
            launchType: undefined,
            capacityProviderStrategies: [{ capacityProvider: "FARGATE_SPOT" }],
        },
        "with ECS Exec": { enableExecuteCommand: true },
        "with Service Connect": { serviceConnectConfiguration: { enabled: true } },
    };
    for (const [title, changed] of Object.entries(services)) {
        it(`${title} need the same as in the stack that creates them`, async () => {
            const aws = accountWith({ web: changed });
            const resources = aws.state.made.map(({ id, type, name, attributes }) => ({
                urn: `${type}::${name}`,
                ...{ id, type, name, properties: attributes, dependencies: {} },
            }));
            const [account, stack] = [await accountNetwork(aws), networkOfResources(resources, "us-east-1")];
            assert.deepEqual(withoutRoles(named(account, "ecs:web")), withoutRoles(named(stack, "ecs:web")));
        });
    }

    it("have the name of their cluster if several have the name, and none runs outside of subnets", async () => {
        const aws = accountWith({
            web: {},
            jobs: { networkConfiguration: undefined },
            other: { name: "web", cluster: "other" },
        });
        const { workloads } = await accountNetwork(aws);
        assert.deepEqual(knownOr(workloads, []).map(({ id }) => id), ["ecs:shop/web", "ecs:other/web"]);
    });

    it("are unknown by the name of the answer that is missing", async () => {
        const aws = accountWith({ web: {} });
        const missing = async (operation: string) => accountNetwork(aws, [operation]);
        const late = (file: string) => ({ unknown: [`${file}.json, which is missing`] });
        const services = async (operation: string) => named(await missing(operation), "ECS services")!.subnets;
        assert.deepEqual(await services("ecs-list-clusters"), late("ecs-list-clusters"));
        assert.deepEqual(await services("ecs-list-services"), {
            unknown: ["shop", "other"].map((cluster) => `ecs-list-services.${cluster}.json, which is missing`),
        });
        const service = late("ecs-describe-services.shop.web");
        assert.deepEqual(named(await missing("ecs-describe-services"), "ecs:web"), {
            id: "ecs:web",
            subnets: service,
            groups: service,
            hasPublicAddress: service,
            needs: [],
            openNeeds: service.unknown,
        });
        const { needs, openNeeds, role } = named(await missing("ecs-describe-task-definition"), "ecs:web");
        const definition = late("ecs-describe-task-definition.app_1");
        assert.deepEqual([needs, openNeeds, role], [[], definition.unknown, definition]);
    });
});
