import * as assert from "node:assert/strict";

import type { Attributes } from "../../emulator/aws/emulatedAws";
import { readState, writeState } from "../../emulator/engine/provider/stateFile";
import { canonicalAccount } from "./canonical";
import { EngineStack } from "./stacks";

/** Changes the account behind Pulumi's back: resources' attributes, or whole resources by `undefined`. */
function changeInAws({ accountFile }: EngineStack, changes: { [name: string]: Attributes | undefined }): void {
    const { made, counts } = readState(accountFile)!;
    const changed = made.flatMap((one) => {
        if (!(one.name in changes)) return [one];
        const attributes = changes[one.name];
        return attributes ? [{ ...one, attributes: { ...one.attributes, ...attributes } }] : [];
    });
    writeState(accountFile, { made: changed, counts });
}

const fullAccess = JSON.stringify({ Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }] });

const drifts: { [title: string]: { changes: { [name: string]: Attributes | undefined }; repaired: string[] } } = {
    "a gateway removed from its route tables": {
        changes: { "app-s3-gateway": { routeTableIds: [] } },
        repaired: ["update VpcEndpoint app-s3-gateway: routeTableIds"],
    },
    "a security group rule opened to 0.0.0.0/0": {
        changes: { "app-endpoints-443-vpc": { cidrIpv4: "0.0.0.0/0" } },
        repaired: ["update SecurityGroupIngressRule app-endpoints-443-vpc: cidrIpv4"],
    },
    "a deleted security group rule": {
        changes: { "app-client-endpoints-443": undefined },
        repaired: ["create SecurityGroupEgressRule app-client-endpoints-443"],
    },
    "a policy replaced by full access": {
        changes: { "app-sqs-interface": { policy: fullAccess } },
        repaired: ["update VpcEndpoint app-sqs-interface: policy"],
    },
    "a deleted endpoint": {
        changes: { "app-sqs-interface": undefined },
        repaired: ["create VpcEndpoint app-sqs-interface"],
    },
    "rules added to the VPC's default security group": {
        changes: { "app-default": { ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }] } },
        repaired: ["update DefaultSecurityGroup app-default: ingress"],
    },
};

describe("drift", () => {
    let base: EngineStack;

    before(async () => {
        base = await EngineStack.create("dev");
        await base.up();
    });

    after(() => base.remove());

    for (const [title, { changes, repaired }] of Object.entries(drifts)) {
        it(`of ${title} is found by refresh and fixed by up`, async () => {
            const stack = base.fork();
            changeInAws(stack, changes);
            await stack.fail("refresh", "--yes", "--skip-preview", "--expect-no-changes", "--stack", "dev");
            assert.deepEqual(await stack.preview(), repaired);
            assert.deepEqual(await stack.up(), repaired.map((step) => step.split(":")[0]));
            await stack.succeed("refresh", "--yes", "--skip-preview", "--expect-no-changes", "--stack", "dev");
            const [now, then] = [readState(stack.accountFile)!, readState(base.accountFile)!];
            assert.equal(canonicalAccount(now), canonicalAccount(then));
            stack.remove();
        });
    }
});
