import * as assert from "node:assert/strict";

import type { Attributes } from "../../emulator/aws/emulatedAws";
import { Disturbed, type Start } from "./deployment";
import { Recovering } from "./recovering";
import { EngineStack } from "./stacks";

const config: Attributes = {
    "aws:region": "us-east-1",
    "private-vpc:cidrBlock": "10.20.0.0/16",
    "private-vpc:availabilityZones": ["us-east-1a"],
    "private-vpc:services": ["s3", "sqs"],
    "private-vpc:flowLogs": { destination: "cloud-watch-logs" },
};

describe("a deployment on the real engine", () => {
    let empty: Start;
    let deployed: Start;
    let end: Disturbed["end"];
    let changedEnd: Disturbed["end"];
    let deployment: Disturbed;
    const changed = { cidrBlock: "10.30.0.0/16" };

    before(async () => {
        empty = { stack: await EngineStack.create("dev", config), account: { made: [], counts: {} } };
        deployment = Disturbed.from(empty);
        await deployment.complete();
        deployed = deployment.start;
        end = deployment.end;
        const update = Disturbed.from(deployed, changed);
        await update.complete();
        changedEnd = update.end;
        update.remove();
    });

    afterEach(() => deployment.remove());
    after(() => [empty, deployed].forEach(({ stack }) => stack.remove()));

    const waves: { [title: string]: { operations: string[]; from: () => Start; changed?: Attributes } } = {
        "what depends on nothing": {
            operations: ["create Vpc app", "create LogGroup app-flow-logs"],
            from: () => empty,
        },
        "what is in the VPC": {
            operations: [
                "create Subnet app-us-east-1a",
                "create RouteTable app-us-east-1a",
                "create DefaultSecurityGroup app-default",
                "create RolePolicy app-flow-logs",
            ],
            from: () => empty,
        },
        "security groups, an association and a flow log": {
            operations: [
                "create RouteTableAssociation app-us-east-1a",
                "create SecurityGroup app-endpoints",
                "create SecurityGroup app-client",
                "create FlowLog app",
            ],
            from: () => empty,
        },
        "endpoints and rules": {
            operations: [
                "create VpcEndpoint app-s3-gateway",
                "create VpcEndpoint app-sqs-interface",
                "create SecurityGroupIngressRule app-endpoints-443-vpc",
                "create SecurityGroupEgressRule app-client-endpoints-443",
            ],
            from: () => empty,
        },
        "replacements": {
            operations: [
                "create Subnet app-us-east-1a",
                "create RouteTable app-us-east-1a",
                "create DefaultSecurityGroup app-default",
                "create FlowLog app",
            ],
            from: () => deployed,
            changed,
        },
    };
    for (const [title, { operations, from, changed: change }] of Object.entries(waves)) {
        it(`that died with several operations in flight is completed by the documented commands: ${title}`, async () => {
            deployment = Disturbed.from(from(), change);
            await deployment.dieWaitingFor(...operations);
            const recovering = new Recovering(deployment);
            await recovering.recover();
            if (!recovering.deployed) await deployment.complete();
            assert.deepEqual(deployment.end, change ? changedEnd : end, recovering.typed.join("\n"));
        });
    }

    it("that died before AWS performed its requests is completed after a second look", async () => {
        deployment = Disturbed.from(empty);
        deployment.account.isBehind = true;
        await deployment.dieWaitingFor("create VpcEndpoint app-s3-gateway", "create VpcEndpoint app-sqs-interface");
        const recovering = new Recovering(deployment);
        await recovering.follow("1. Unlock the stack");
        assert.match(await recovering.findings(), /AWS does not have it.*run this command again in a minute/s);
        deployment.account.catchUp();
        assert.match(await recovering.findings(), /pulumi import .*app-s3-gateway.*pulumi import .*app-sqs-interface/s);
        await recovering.recover();
        assert.deepEqual(deployment.end, end);
    });

    it("ends the same with a slow provider, and where AWS throttles requests", async () => {
        deployment = Disturbed.from(empty);
        deployment.account.slowness = 200;
        const message = "RequestLimitExceeded: Request limit exceeded.";
        deployment.account.errors["create Vpc app"] = { message, times: 5 };
        deployment.account.errors["create VpcEndpoint app-sqs-interface"] = { message, times: 3 };
        await deployment.complete();
        assert.deepEqual(deployment.end, end);
    });

    it("fails where AWS throttles for too long, and ends the same by another up", async () => {
        deployment = Disturbed.from(empty);
        const message = "RequestLimitExceeded: Request limit exceeded.";
        deployment.account.errors["create RouteTable app-us-east-1a"] = { message, times: 1000 };
        const { code, text } = await deployment.up();
        assert.equal(code, 1);
        assert.match(text, /RequestLimitExceeded/);
        delete deployment.account.errors["create RouteTable app-us-east-1a"];
        await deployment.complete();
        assert.deepEqual(deployment.end, end);
    });

    it("waits for a route table that AWS does not find yet, and where the provider does not, ends the same by another up", async () => {
        deployment = Disturbed.from(empty);
        const notYet = (code: string) => `${code}: The resource does not exist`;
        const { errors } = deployment.account;
        errors["create RouteTableAssociation app-us-east-1a"] = {
            message: notYet("InvalidRouteTableID.NotFound"),
            times: 4,
        };
        errors["create VpcEndpoint app-s3-gateway"] = { message: notYet("InvalidRouteTableId.NotFound"), times: 1 };
        const { code, text } = await deployment.up();
        assert.equal(code, 1);
        assert.match(text, /InvalidRouteTableId\.NotFound/);
        assert.ok(deployment.account.done.includes("create RouteTableAssociation app-us-east-1a"));
        await deployment.complete();
        assert.deepEqual(deployment.end, end);
    });
});
