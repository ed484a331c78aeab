import * as assert from "node:assert/strict";

import type { Finding } from "../../../cli/recover/recoveryFindings";
import type { Attributes, Made } from "../../../emulator/aws/emulatedAws";
import { awsCli } from "../../../emulator/awsCli/awsCli";
import { Account } from "../../emulator/aws/account";
import { types } from "../../run";
import { privateVpc } from "../commandRun";
import type { RecordedStack } from "./recordedStack";

/** The owner tag of the stack `dev`. */
export const owner = "shop/dev";

/** An account with the VPC and the route table of the stack `dev`. */
export class StackAccount extends Account {
    readonly table: Made;

    constructor() {
        super();
        this.vpc.name = "app";
        this.vpc.attributes.tags = { Name: "dev-app", "private-vpc:owner": owner };
        this.table = this.create(types.routeTable, "app-us-east-1a");
    }

    create(type: string, name: string, inputs: Attributes = {}, by: Attributes = { "private-vpc:owner": owner }): Made {
        const tags = { Name: `dev-${name}`, ...by };
        return this.aws.create(type, name, { vpcId: this.vpc.id, tags, ...inputs });
    }

    sqs(by?: Attributes, inputs: Attributes = {}): Made {
        const serviceName = "com.amazonaws.us-east-1.sqs";
        const endpoint = { serviceName, vpcEndpointType: "Interface", privateDnsEnabled: false, ...inputs };
        return this.create(types.endpoint, "app-sqs-interface", endpoint, by);
    }
}

/** Runs `private-vpc recover` for a stack and an account. */
export async function recover({ aws }: Account, stack: RecordedStack, ...options: string[]) {
    const { code, stdout, stderr } = await privateVpc(["recover", "--stack", stack.stack, "--json", ...options], {
        execute: async ([program, ...args]) => {
            if (program === "aws") return awsCli(aws, args);
            assert.deepEqual(args, ["stack", "export", "--stack", stack.stack]);
            return { code: 0, stdout: JSON.stringify(stack.exported), stderr: "" };
        },
    });
    assert.equal(stderr, "");
    const { findings, steps } = JSON.parse(stdout) as { findings: Finding[]; steps: { commands: string[][] }[] };
    const commands = steps.flatMap((step) => step.commands.map((command) => command.join(" ")));
    assert.equal(code, commands.length > 0 ? 1 : 0);
    return {
        findings,
        commands,
        brief: findings.map((one) => [one.kind, one.name, "id" in one ? one.id : ""].join(" ")),
    };
}
