import * as assert from "node:assert/strict";

import type { Attributes } from "../../emulator/aws/emulatedAws";
import { Disturbed, type Start } from "./deployment";
import { Operator } from "./operator";
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

describe("docs/recovery.md, after a deployment was killed while AWS made two endpoints", () => {
    let killed: Start;
    let deployment: Disturbed;
    let operator: Operator;
    /** The endpoints in AWS, by name. */
    const endpoints = () => {
        const made = deployment.account.aws.state.made.filter(({ type }) => type === "aws:ec2/vpcEndpoint:VpcEndpoint");
        return made.map(({ name, id }) => [name, id]).sort() as [string, string][];
    };
    const goOnFrom = (start: Start, changed: Attributes = {}) => {
        deployment = Disturbed.from(start, changed);
        const { made } = start.account;
        const idOf = (name: string) => made.find((one) => one.name === name && one.id.startsWith("vpc"))!.id;
        operator = new Operator(deployment, {
            "vpc-0123456789abcdef0": idOf("app"),
            "vpce-0123456789abcdef0": idOf(gateway!),
            "vpce-0fedcba9876543210": idOf(face!),
        });
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
        await operator.follow("1. Unlock the stack");
        const [, pending] = await operator.follow("2. List what was interrupted");
        assert.deepEqual(
            pending!.split("\n").sort(),
            ["creating", "creating", urnOf(gateway!), urnOf(face!), parent, parent].sort(),
        );
        killed.stack.remove();
        killed = deployment.start;
    });

    beforeEach(() => goOnFrom(killed));
    afterEach(() => deployment.remove());
    after(() => killed.stack.remove());

    it("imports both by a file: none is made twice, none is deleted, and a preview finds nothing to do", async () => {
        const before = endpoints();
        const [ids, found] = await operator.follow("3. Find it in AWS");
        assert.match(ids!, new RegExp(`ID: vpc-`));
        assert.deepEqual(found!.split("\n").sort(), before.map(([name, id]) => `${id}\tavailable\tdev-${name}`).sort());
        operator.writeFile("4. Import it into the state", "import.json");
        await operator.follow("4. Import it into the state", 0, 1);
        assert.deepEqual([gateway, face].map((name) => deployment.resources[urnOf(name!)]!.protect), [
            undefined,
            undefined,
        ]);
        await operator.follow("5. Drop the pending operation");
        assert.equal(deployment.pending, 0);
        const [preview] = await operator.follow("6. Deploy");
        assert.doesNotMatch(preview!, /[-+] aws:ec2\/vpcEndpoint:VpcEndpoint/);
        assert.deepEqual(endpoints(), before);
        assert.deepEqual(deployment.account.done.filter((operation) => /VpcEndpoint|delete/.test(operation)), []);
    });

    it("imports one by a command, deletes the other, and takes an endpoint out of the state", async () => {
        const [[, kept], [, lost]] = endpoints() as [[string, string], [string, string]];
        await operator.follow("4. Import it into the state", 1);
        const again = new Operator(deployment, { "vpce-0123456789abcdef0": lost });
        await again.follow("Delete it instead");
        assert.equal(endpoints().length, 2);
        assert.deepEqual(endpoints()[0], [gateway, kept]);
        assert.notEqual(endpoints()[1]![1], lost);

        deployment.account.aws.delete(endpoints()[1]![1]);
        await operator.follow("Take it out of the state", 0, 2);
        assert.equal(endpoints().length, 2);

        deployment.account.aws.delete(endpoints()[1]![1]);
        await operator.follow("Take it out of the state", 2);
        assert.equal(deployment.resources[urnOf(face!)], undefined);
        const { code, text } = await deployment.pulumi("state", "delete", urnOf(gateway!), "--yes", "--stack", "dev");
        assert.equal(code, 1);
        assert.match(
            text,
            /can't be safely deleted because the following resources depend on it.*app-client-s3-gateway-443/s,
        );
        await deployment.complete();
    });

    it("warns of what does not help: AWS goes on refusing endpoints that were only forgotten", async () => {
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
        await operator.follow("5. Drop the pending operation");
        const refused = await deployment.up();
        assert.equal(refused.code, 1);
        assert.match(
            refused.text,
            /private-dns-enabled cannot be set because there is already a conflicting DNS domain/,
        );
        assert.deepEqual(endpoints(), before);
    });
});
