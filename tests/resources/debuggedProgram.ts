import { Session } from "node:inspector";

import * as pulumi from "@pulumi/pulumi";

import { PrivateVpc, VpcEndpoints } from "../../components";
import { runOffline } from "../../emulator/runProgram";

// Programs that fail, with V8's debugger enabled, as Pulumi's program runner enables it. Prints each program's error.

const session = new Session();
session.connect();
session.post("Debugger.enable");

/** Outputs of outputs, as programs make them. */
function joined(first: pulumi.Input<unknown>): pulumi.Output<unknown> {
    let last: pulumi.Output<unknown> = pulumi.output(first);
    for (let depth = 0; depth < 6; depth++) last = pulumi.all([last, last]).apply(([value]) => value);
    return last;
}

const vpcId = "vpc-0123456789abcdef0";
const services = ["s3", "sqs"];
const programs: { [denied: string]: () => unknown } = {
    "ec2:DescribeVpcEndpointServices": () => {
        const availabilityZones = ["us-east-1a", "us-east-1b"];
        const { interfaceEndpointIds } = new PrivateVpc("app", {
            cidrBlock: "10.0.0.0/16",
            availabilityZones,
            services,
        });
        return { ids: joined(interfaceEndpointIds) };
    },
    "ec2:DescribeVpcEndpoints": () => {
        const { interfaceEndpointIds } = new VpcEndpoints("app", {
            vpcId,
            vpcCidrBlock: "10.0.0.0/16",
            subnetIds: { "us-east-1a": "subnet-0123456789abcdef0" },
            routeTableIds: ["rtb-0123456789abcdef0"],
            services,
            existing: { sqs: pulumi.output("vpce-0123456789abcdef0") },
        });
        return { ids: joined(interfaceEndpointIds) };
    },
    "ec2:DescribeVpcs": () => {
        const made = VpcEndpoints.inVpc("app", { vpcId, services });
        return { ids: joined(made.then(({ interfaceEndpointIds }) => interfaceEndpointIds)) };
    },
};

async function main(): Promise<void> {
    for (const [denied, program] of Object.entries(programs)) {
        await runOffline(program, { config: { "aws:region": "us-east-1" }, context: { denied: [denied] } })
            .then(() => console.log("no error"), (error: Error) => console.log(error.message));
    }
    process.exit();
}

process.on("unhandledRejection", () => undefined);
void main();
