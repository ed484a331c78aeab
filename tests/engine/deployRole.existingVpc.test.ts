import * as assert from "node:assert/strict";

import type { Made } from "../../emulator/aws/emulatedAws";
import { types } from "../run";
import { AuthorizedStack } from "./authorizedStack";

const vpcId = "vpc-0123456789abcdef0";
const made = (type: string, id: string, attributes: object): Made => ({ id, type, name: id, attributes });
const subnet = (id: string, zone: string, cidrBlock: string) =>
    made(types.subnet, id, { vpcId, availabilityZone: `eu-central-1${zone}`, cidrBlock });

/** Made by somebody else, without tags. The role's policies name all of it except for the subnet of zone b. */
const resources = [
    made(types.vpc, vpcId, { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, mainRouteTableId: "rtb-main" }),
    subnet("subnet-0123456789abcdef0", "a", "10.0.1.0/24"),
    subnet("subnet-0123456789abcdef1", "b", "10.0.2.0/24"),
    made(types.routeTable, "rtb-0123456789abcdef0", { vpcId }),
    made(types.group, "sg-0123456789abcdef0", { vpcId }),
];

const securityGroupIds = ["sg-0123456789abcdef0"];

const program = (services: string[], zones: string[]) => `
    import { VpcEndpoints } from "./components";

    export = () => {
        const subnetIds = {
            "eu-central-1a": "subnet-0123456789abcdef0",
            "eu-central-1b": "subnet-0123456789abcdef1",
        };
        new VpcEndpoints("app", {
            vpcId: "${vpcId}",
            vpcCidrBlock: "10.0.0.0/16",
            subnetIds: Object.fromEntries(Object.entries(subnetIds).filter(([zone]) =>
                ${JSON.stringify(zones)}.includes(zone))),
            routeTableIds: ["rtb-0123456789abcdef0"],
            services: ${JSON.stringify(services)},
            endpoints: ${JSON.stringify(services.includes("kms") ? { kms: { securityGroupIds } } : {})},
        });
    };
`;

describe("the deploy role of a stack with VpcEndpoints on the real engine", () => {
    it("can manage endpoints only in the subnets, route tables and groups that its policies name", async function() {
        this.timeout("10m");
        const stack = await AuthorizedStack.create({}, program(["s3", "sqs"], ["eu-central-1a"]), resources);
        stack.attach("up.json", "up.vpc.json", "up.existing-vpc.json");
        await stack.up();
        await stack.assertSettled();
        stack.setProgram(program(["s3", "kms"], ["eu-central-1a"]));
        await stack.up();
        await stack.assertSettled();
        stack.setProgram(program(["s3", "kms"], ["eu-central-1a", "eu-central-1b"]));
        const text = await stack.refusedUp();
        assert.match(
            text,
            /UnauthorizedOperation.* ec2:ModifyVpcEndpoint on resource: \S+subnet\/subnet-0123456789abcdef1/,
        );
        const placed = stack.all(types.endpoint).flatMap(({ attributes }) => attributes.subnetIds ?? []);
        assert.deepEqual(placed, ["subnet-0123456789abcdef0"]);
        stack.setProgram(program(["s3", "kms"], ["eu-central-1a"]));
        await stack.destroy();
        assert.deepEqual(stack.aws.state.made, resources);
        stack.remove();
    });
});
