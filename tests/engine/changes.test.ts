import * as assert from "node:assert/strict";

import type { Attributes } from "../../emulator/aws/emulatedAws";
import { EngineStack } from "./stacks";

/** A change of a stack's config, and what must come of it. */
interface Change {
    changed: Attributes;
    /** What a preview says, sorted. */
    previewed: string[];
    /** What AWS is asked for, in order. @default what was previewed, in any order */
    done?: string[];
}

const reachable = { s3: { reachableFrom: ["10.200.0.0/16"] } };
const shared = ["logs", "dynamodb", "sqs"];

const cases: { [title: string]: Change[] } = {
    "adding a service creates its endpoint and changes no other, and removing it deletes no other": [
        { changed: { services: [...shared, "sns"] }, previewed: ["create VpcEndpoint app-sns-interface"] },
        { changed: { services: shared }, previewed: ["delete VpcEndpoint app-sns-interface"] },
    ],
    "S3 changes from gateway to interface to both and back, and always has an endpoint": [
        {
            changed: { endpoints: { s3: { kind: "Interface" } } },
            previewed: [
                "create VpcEndpoint app-s3-interface",
                "delete SecurityGroupEgressRule app-client-s3-gateway-443",
                "delete VpcEndpoint app-s3-gateway",
            ],
            done: [
                "create VpcEndpoint app-s3-interface",
                "delete SecurityGroupEgressRule app-client-s3-gateway-443",
                "delete VpcEndpoint app-s3-gateway",
            ],
        },
        {
            changed: { endpoints: reachable },
            previewed: [
                "create SecurityGroup app-s3-interface",
                "create SecurityGroupEgressRule app-client-s3-gateway-443",
                "create SecurityGroupEgressRule app-client-s3-interface-443",
                "create SecurityGroupIngressRule app-s3-interface-443-10.200.0.0/16",
                "create SecurityGroupIngressRule app-s3-interface-443-vpc",
                "create VpcEndpoint app-s3-gateway",
                "update VpcEndpoint app-s3-interface: dnsOptions, securityGroupIds",
            ],
        },
        {
            changed: { endpoints: undefined },
            previewed: [
                "delete SecurityGroup app-s3-interface",
                "delete SecurityGroupEgressRule app-client-s3-interface-443",
                "delete SecurityGroupIngressRule app-s3-interface-443-10.200.0.0/16",
                "delete SecurityGroupIngressRule app-s3-interface-443-vpc",
                "delete VpcEndpoint app-s3-interface",
            ],
        },
    ],
    "S3's gateway is deleted only after the interface's private DNS no longer requires it [s3.inbound-only-delete]": [
        {
            changed: { endpoints: reachable },
            previewed: [
                "create SecurityGroup app-s3-interface",
                "create SecurityGroupEgressRule app-client-s3-interface-443",
                "create SecurityGroupIngressRule app-s3-interface-443-10.200.0.0/16",
                "create SecurityGroupIngressRule app-s3-interface-443-vpc",
                "create VpcEndpoint app-s3-interface",
            ],
        },
        {
            changed: { endpoints: { s3: { kind: "Interface" } } },
            previewed: [
                "delete SecurityGroup app-s3-interface",
                "delete SecurityGroupEgressRule app-client-s3-gateway-443",
                "delete SecurityGroupEgressRule app-client-s3-interface-443",
                "delete SecurityGroupIngressRule app-s3-interface-443-10.200.0.0/16",
                "delete SecurityGroupIngressRule app-s3-interface-443-vpc",
                "delete VpcEndpoint app-s3-gateway",
                "update VpcEndpoint app-s3-interface: dnsOptions, securityGroupIds",
            ],
        },
    ],
    "a secondary CIDR block adds subnets and rules and changes nothing else, also next to another, and goes again": [
        {
            changed: { secondaryCidrBlocks: [{ cidrBlock: "100.64.0.0/16" }] },
            previewed: [
                "create RouteTableAssociation app-100.64.0.0/16-us-east-1a",
                "create RouteTableAssociation app-100.64.0.0/16-us-east-1b",
                "create SecurityGroupIngressRule app-endpoints-443-100.64.0.0/16",
                "create Subnet app-100.64.0.0/16-us-east-1a",
                "create Subnet app-100.64.0.0/16-us-east-1b",
                "create VpcIpv4CidrBlockAssociation app-100.64.0.0/16",
            ],
        },
        {
            changed: {
                secondaryCidrBlocks: [
                    { cidrBlock: "44.0.0.0/20", availabilityZones: ["us-east-1b"] },
                    { cidrBlock: "100.64.0.0/16" },
                ],
            },
            previewed: [
                "create RouteTableAssociation app-44.0.0.0/20-us-east-1b",
                "create SecurityGroupIngressRule app-endpoints-443-44.0.0.0/20",
                "create Subnet app-44.0.0.0/20-us-east-1b",
                "create VpcIpv4CidrBlockAssociation app-44.0.0.0/20",
            ],
        },
        {
            changed: { secondaryCidrBlocks: undefined },
            previewed: [
                "delete RouteTableAssociation app-100.64.0.0/16-us-east-1a",
                "delete RouteTableAssociation app-100.64.0.0/16-us-east-1b",
                "delete RouteTableAssociation app-44.0.0.0/20-us-east-1b",
                "delete SecurityGroupIngressRule app-endpoints-443-100.64.0.0/16",
                "delete SecurityGroupIngressRule app-endpoints-443-44.0.0.0/20",
                "delete Subnet app-100.64.0.0/16-us-east-1a",
                "delete Subnet app-100.64.0.0/16-us-east-1b",
                "delete Subnet app-44.0.0.0/20-us-east-1b",
                "delete VpcIpv4CidrBlockAssociation app-100.64.0.0/16",
                "delete VpcIpv4CidrBlockAssociation app-44.0.0.0/20",
            ],
        },
    ],
    "a policy changes in place, and removing a custom one restores the built-in one [rep.in-place]": [
        {
            changed: { endpoints: { sqs: { policy: "full-access" } } },
            previewed: ["update VpcEndpoint app-sqs-interface: policy"],
        },
        { changed: { endpoints: undefined }, previewed: ["update VpcEndpoint app-sqs-interface: policy"] },
    ],
    "private DNS is turned off and on in place [rep.in-place]": [
        {
            changed: { endpoints: { sqs: { privateDns: false } } },
            previewed: ["update VpcEndpoint app-sqs-interface: privateDnsEnabled"],
        },
        { changed: { endpoints: undefined }, previewed: ["update VpcEndpoint app-sqs-interface: privateDnsEnabled"] },
    ],
    "a new zone is added to the gateways, reordering zones changes nothing, and endpoints get zones in place": [
        {
            changed: { availabilityZones: ["us-east-1a", "us-east-1b", "us-east-1c"] },
            previewed: [
                "create RouteTable app-us-east-1c",
                "create RouteTableAssociation app-us-east-1c",
                "create Subnet app-us-east-1c",
                "update VpcEndpoint app-dynamodb-gateway: routeTableIds",
                "update VpcEndpoint app-s3-gateway: routeTableIds",
            ],
        },
        { changed: { availabilityZones: ["us-east-1c", "us-east-1a", "us-east-1b"] }, previewed: [] },
        {
            changed: { endpointZones: undefined },
            previewed: ["ecr.api", "ecr.dkr", "logs", "sqs", "ssm", "ssmmessages"].map((service) =>
                `update VpcEndpoint app-${service}-interface: subnetIds`
            ),
        },
    ],
};

describe("a change of dev on the real engine", () => {
    let base: EngineStack;

    before(async () => {
        base = await EngineStack.create("dev");
        await base.up();
    });

    after(() => base.remove());

    for (const [title, changes] of Object.entries(cases)) {
        it(title, async () => {
            const stack = base.fork();
            for (const { changed, previewed, done } of changes) {
                stack.configure(changed);
                assert.deepEqual(await stack.preview(), previewed);
                const asked = await stack.up();
                if (done) assert.deepEqual(asked, done);
                else assert.deepEqual([...asked].sort(), previewed.map((step) => step.split(":")[0]));
                await stack.assertSettled();
            }
            stack.remove();
        });
    }
});
