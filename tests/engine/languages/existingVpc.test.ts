import * as assert from "node:assert/strict";

import type { Made } from "../../../emulator/aws/emulatedAws";
import { types } from "../../../emulator/aws/world";
import { writeState } from "../../../emulator/engine/provider/stateFile";
import { Consumer } from "./consumer";

const vpcId = "vpc-0123456789abcdef0";
const made = (type: string, id: string, attributes: object): Made => ({ id, type, name: id, attributes });

const network = [
    made(types.vpc, vpcId, { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, mainRouteTableId: "rtb-main" }),
    made(types.subnet, "subnet-a", { vpcId, availabilityZone: "us-east-1a", cidrBlock: "10.0.1.0/24" }),
];

/** Endpoints in the VPC, as the child of a component of the program's own. */
const program = {
    "__main__.py": `
import private_vpc
import pulumi

class Net(pulumi.ComponentResource):
    def __init__(self, name):
        super().__init__("acme:index:Net", name)
        options = pulumi.ResourceOptions(parent=self)
        self.endpoints = private_vpc.VpcEndpointsInVpc(name, vpc_id="${vpcId}", services=["sqs"], opts=options)

pulumi.export("interfaces", Net("app").endpoints.interface_endpoint_ids)
`,
};

describe("VpcEndpointsInVpc, from Python", function() {
    this.timeout(900_000);

    it("creates endpoints in a VPC known by its ID, with the URNs of VpcEndpoints.inVpc, and recognizes them later", async () => {
        const stack = await Consumer.start("python", program);
        writeState(stack.accountFile, { made: network, counts: {} });
        assert.ok((await stack.up()).includes("create VpcEndpoint app-sqs-interface"));
        const { interfaces } = await stack.outputs();
        assert.match((interfaces as { sqs: string }).sqs, /^vpce-[0-9a-f]+$/);
        const state = await stack.succeed("stack", "export", "--stack", "dev");
        const type = "acme:index:Net$private-vpc:index:VpcEndpoints$aws:ec2/vpcEndpoint:VpcEndpoint";
        assert.ok(state.includes(`urn:pulumi:dev::shop::${type}::app-sqs-interface`));
        await stack.assertSettled();
        stack.remove();
    });
});
