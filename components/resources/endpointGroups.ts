import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";

import { vpcRange } from "../plan/endpoints/admission";
import { type PlannedSecurityGroup, portName } from "../plan/endpoints/securityGroups";
import type { Port } from "../plan/facts/services";
import type { LateValues } from "./lateValues";
import { tagsOf } from "./tags";

/** Created security groups, by planned name, e.g. `endpoints`. */
export interface MadeGroups {
    [name: string]: ec2.SecurityGroup;
}

/** Creates the security groups of the interface endpoints, with one rule for each port and CIDR block. */
export function makeEndpointGroups(
    name: string,
    planned: PlannedSecurityGroup[],
    { vpcId, vpcCidrBlock, tags }: LateValues,
    opts: pulumi.CustomResourceOptions,
): MadeGroups {
    return Object.fromEntries(planned.map(({ name: ofGroup, ingress }) => {
        const groupName = `${name}-${ofGroup}`;
        const description = "Who may connect to VPC endpoints";
        const group = new ec2.SecurityGroup(groupName, { vpcId, description, tags: tagsOf(groupName, tags) }, opts);
        for (const { port, source } of ingress) {
            const ruleName = `${groupName}-${portName(port)}-${source}`;
            new vpc.SecurityGroupIngressRule(ruleName, {
                securityGroupId: group.id,
                ...onPort(port),
                cidrIpv4: source === vpcRange ? vpcCidrBlock : source,
                tags: tagsOf(ruleName, tags),
            }, opts);
        }
        return [ofGroup, group];
    }));
}

/** The inputs of a security group rule for a port or port range, of TCP or UDP. */
export function onPort(port: Port) {
    const [range = "", ipProtocol = "tcp"] = String(port).split("/");
    const [from, to = from] = range.split("-").map(Number);
    return { ipProtocol, fromPort: from!, toPort: to! };
}
