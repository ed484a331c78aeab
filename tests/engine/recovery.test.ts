import * as assert from "node:assert/strict";

import type { Attributes } from "../../emulator/aws/emulatedAws";
import { Disturbed, type Start } from "./deployment";
import { indented, Recovering } from "./recovering";
import { EngineStack } from "./stacks";

/** The stack of docs/recovery.md. */
const config: Attributes = {
    "aws:region": "us-east-1",
    "private-vpc:cidrBlock": "10.20.0.0/16",
    "private-vpc:availabilityZones": ["us-east-1a"],
    "private-vpc:services": ["s3", "sqs"],
};

const parent = "urn:pulumi:dev::private-vpc::private-vpc:index:PrivateVpc$private-vpc:index:VpcEndpoints::app";
const urnOf = (name: string) => parent.replace("::app", `$aws:ec2/vpcEndpoint:VpcEndpoint::${name}`);
const [gateway, face] = ["app-s3-gateway", "app-sqs-interface"];

describe("docs/recovery.md, after a deployment was interrupted while AWS created two endpoints", () => {
    let killed: Start;
    let deployment: Disturbed;
    let recovering: Recovering;
    /** The endpoints in AWS, by name. */
    const endpoints = () => {
        const made = deployment.account.aws.state.made.filter(({ type }) => type === "aws:ec2/vpcEndpoint:VpcEndpoint");
        return made.map(({ name, id }) => [name, id]).sort() as [string, string][];
    };
    const goOnFrom = (start: Start, changed: Attributes = {}) => {
        deployment = Disturbed.from(start, changed);
        recovering = new Recovering(deployment);
    };

    before(async () => {
        const created = { stack: await EngineStack.create("dev", config), account: { made: [], counts: {} } };
        deployment = Disturbed.from(created);
        await deployment.dieWaitingFor(`create VpcEndpoint ${gateway}`, `create VpcEndpoint ${face}`);
        created.stack.remove();
        killed = deployment.start;
        goOnFrom(killed);
        const { text } = await deployment.up();
        assert.match(text, /the stack is currently locked by 1 lock\(s\)/);
        await recovering.follow("1. Unlock the stack");
        killed.stack.remove();
        killed = deployment.start;
    });

    beforeEach(() => goOnFrom(killed));
    afterEach(() => deployment.remove());
    after(() => killed.stack.remove());

    it("imports both: none is created twice, none is deleted, and a preview shows no changes", async () => {
        const before = endpoints();
        await recovering.recover();
        assert.deepEqual(recovering.typed.map((command) => command.split(" ").slice(0, 4).join(" ")), [
            `pulumi import aws:ec2/vpcEndpoint:VpcEndpoint ${gateway}`,
            `pulumi import aws:ec2/vpcEndpoint:VpcEndpoint ${face}`,
            "pulumi refresh --clear-pending-creates --stack",
            "pulumi up --stack dev",
        ]);
        assert.deepEqual([gateway, face].map((name) => deployment.resources[urnOf(name!)]!.protect), [
            undefined,
            undefined,
        ]);
        assert.equal(deployment.pending, 0);
        assert.deepEqual(endpoints(), before);
        assert.deepEqual(deployment.account.done.filter((operation) => /VpcEndpoint|delete/.test(operation)), []);
        assert.equal((await deployment.pulumi("preview", "--expect-no-changes", "--stack", "dev")).code, 0);
    });

    it("compares AWS's answers saved in a folder by the page's script", async () => {
        const printed = await recovering.followOffline("Without the AWS CLI");
        const commands = indented(printed).map((command) => command.slice(0, 4).join(" "));
        assert.deepEqual(commands.slice(0, 2), [
            `pulumi import aws:ec2/vpcEndpoint:VpcEndpoint ${gateway}`,
            `pulumi import aws:ec2/vpcEndpoint:VpcEndpoint ${face}`,
        ]);
    });

    it("removes an endpoint from the state", async () => {
        await recovering.recover();
        deployment.account.aws.delete(endpoints()[1]![1]);
        await recovering.follow("Take it out of the state", 0, 2);
        assert.equal(endpoints().length, 2);

        deployment.account.aws.delete(endpoints()[1]![1]);
        await recovering.follow("Take it out of the state", 2);
        assert.equal(deployment.resources[urnOf(face!)], undefined);
        const { code, text } = await deployment.pulumi("state", "delete", urnOf(gateway!), "--yes", "--stack", "dev");
        assert.equal(code, 1);
        assert.match(
            text,
            /can't be safely deleted because the following resources depend on it.*app-client-s3-gateway-443/s,
        );
        await deployment.complete();
    });

    it("warns of commands that do not help, and finds endpoints whose operations were removed from the state", async () => {
        const before = endpoints();
        const imports = before.flatMap(([name, id]) => [urnOf(name), id]).flatMap((
            word,
        ) => ["--import-pending-creates", word]);
        const forgotten = await deployment.pulumi("refresh", "--yes", ...imports, "--stack", "dev");
        assert.equal(forgotten.code, 0, forgotten.text);
        assert.equal(deployment.pending, 0);
        assert.deepEqual(Object.keys(deployment.resources).filter((urn) => urn.includes("VpcEndpoint::")), []);
        const { code, text } = await deployment.up();
        assert.equal(code, 1);
        assert.match(text, /RouteAlreadyExists/);

        deployment.remove();

        goOnFrom(killed, { services: ["sqs"] });
        const dropped = await deployment.pulumi("refresh", "--yes", "--clear-pending-creates", "--stack", "dev");
        assert.equal(dropped.code, 0, dropped.text);
        const refused = await deployment.up();
        assert.equal(refused.code, 1);
        assert.match(
            refused.text,
            /private-dns-enabled cannot be set because there is already a conflicting DNS domain/,
        );
        assert.deepEqual(endpoints(), before);
        await recovering.recover();
        assert.deepEqual(endpoints(), before.filter(([name]) => name === face));
    });
});

describe("docs/recovery.md, after a deployment was killed that replaces the VPC", () => {
    it("completes it, because AWS deletes a new endpoint that an import would put before what was replaced", async () => {
        const created = { stack: await EngineStack.create("dev", config), account: { made: [], counts: {} } };
        const first = Disturbed.from(created);
        await first.complete();
        const deployment = Disturbed.from(first.start, { cidrBlock: "10.30.0.0/16", services: ["s3", "kms"] });
        await deployment.up({ operation: "create VpcEndpoint app-kms-interface", kind: "the CLI dies after" });
        const recovering = new Recovering(deployment);
        await recovering.recover();
        assert.deepEqual(recovering.typed.map((command) => command.split(" ").slice(0, 3).join(" ")), [
            "aws ec2 delete-vpc-endpoints",
            "pulumi refresh --clear-pending-creates",
            "pulumi up --stack",
        ]);
        assert.equal((await deployment.pulumi("preview", "--expect-no-changes", "--stack", "dev")).code, 0);
        for (const one of [created.stack, first, deployment]) one.remove();
    });
});
