import * as assert from "node:assert/strict";

import { knownOr } from "../../network/model/maybe";
import { NetworkIndex } from "../../network/model/networkIndex";
import { reachMatrix } from "../../network/reach/matrix";
import { ReachVerdict, type Source } from "../../network/reach/question";
import { reach, sourceOf } from "../../network/reach/reach";
import { unknownValue } from "../../network/sources/stackResources";
import { type Declared, previewed, stack } from "./previewedStack";

const ownGroup = "its cluster security group, which Amazon EKS creates";

/** A previewed EKS cluster with a node group in two subnets. Its cluster security group does not exist yet. */
const eks = (changed: { [name: string]: Declared } = {}) => ({
    "cluster-a": {
        inputs: { vpcConfig: { subnetIds: [unknownValue, unknownValue] } },
        from: { vpcConfig: ["subnet-a", "subnet-b"] },
    },
    "nodes-a": {
        inputs: { clusterName: unknownValue, subnetIds: [unknownValue, unknownValue] },
        from: { clusterName: ["cluster-a"], subnetIds: ["subnet-a", "subnet-b"] },
    },
    ...changed,
});

/** A group of endpoints that allows the cluster security group. */
const allowingCluster: { [name: string]: Declared } = {
    "group-endpoints": {
        inputs: {
            vpcId: unknownValue,
            ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, securityGroups: [unknownValue] }],
        },
        from: { vpcId: ["vpc-a"], ingress: ["cluster-a"] },
    },
};

function ask(from: string, service: string, changed: { [name: string]: Declared } = {}): string[] {
    const index = new NetworkIndex(previewed(stack(eks(changed))));
    const answer = reach(index, { from: sourceOf(index, from) as Source, to: { service } });
    return [answer.verdict, ...(answer.reason ? [answer.reason.code] : []), ...answer.unknown];
}

describe("a previewed EKS cluster", () => {
    it("has nodes whose security group is not known, and neither is what it allows", () => {
        const nodes = `the security groups of nodes-a: ${ownGroup}`;
        assert.deepEqual(ask("eks-nodes:nodes-a", "s3"), ["unknown", nodes]);
        assert.deepEqual(ask("eks-nodes:nodes-a", "secretsmanager"), ["unknown", nodes]);
        assert.deepEqual(ask("eks-nodes:nodes-a", "secretsmanager", allowingCluster), [
            "unknown",
            nodes,
            "ingress.0.securityGroups of group-endpoints",
        ]);
        assert.deepEqual(ask("lambda:lambda-worker", "secretsmanager", allowingCluster), [
            "unknown",
            "ingress.0.securityGroups of group-endpoints",
        ]);
    });

    it("has verdicts that do not depend on it", () => {
        assert.deepEqual(ask("eks-nodes:nodes-a", "sqs"), ["not reachable", "service.no-endpoint"]);
        const { inputs } = stack()["endpoint-s3"]!;
        const gateway = { inputs, from: { vpcId: ["vpc-a"], routeTableIds: ["table-a"] } };
        assert.deepEqual(ask("eks-nodes:nodes-a", "s3", { "endpoint-s3": gateway }), [
            "not reachable",
            "service.route-table-without-gateway",
        ]);
    });

    it("reaches nothing for certain that its nodes need", () => {
        const index = new NetworkIndex(previewed(stack(eks(allowingCluster))));
        const rows = reachMatrix(index, ["eks-nodes:nodes-a"]);
        assert.ok(rows.some(({ answer }) => answer.verdict === ReachVerdict.unknown));
        assert.deepEqual(rows.filter(({ answer }) => answer.verdict === ReachVerdict.reachable), []);
    });

    it("has nodes with the groups of their launch template, without the cluster security group", () => {
        const { inputs } = eks()["nodes-a"];
        const template = {
            "template-a": {
                inputs: { vpcSecurityGroupIds: [unknownValue] },
                from: { vpcSecurityGroupIds: ["group-worker"] },
            },
            "nodes-a": {
                inputs: { ...inputs, launchTemplate: { id: unknownValue } },
                from: { ...eks()["nodes-a"].from, launchTemplate: ["template-a"] },
            },
        };
        assert.deepEqual(ask("eks-nodes:nodes-a", "secretsmanager", template), ["reachable"]);
    });

    it("has the cluster security group in addition to its own groups", () => {
        const groups = (vpcConfig: object) => {
            const cluster = {
                inputs: { vpcConfig: { subnetIds: [unknownValue], securityGroupIds: ["sg-1"], ...vpcConfig } },
                from: { vpcConfig: ["subnet-a"] },
            };
            const { workloads } = previewed(stack(eks({ "cluster-a": cluster })));
            return knownOr(workloads, []).find(({ id }) => id === "eks:cluster-a")!.groups;
        };
        assert.deepEqual(groups({}), { unknown: [`the security groups of cluster-a: ${ownGroup}`] });
        assert.deepEqual(groups({ clusterSecurityGroupId: "sg-2" }), ["sg-1", "sg-2"]);
        assert.deepEqual(groups({ clusterSecurityGroupId: "sg-2", securityGroupIds: [] }), ["sg-2"]);
    });
});
