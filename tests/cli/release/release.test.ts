import * as assert from "node:assert/strict";

import type { Release } from "../../../cli/release/release";
import { types } from "../../run";
import { AdoptingProject, exportedState } from "../adopt/adopting";

const urnOf = (qualifiedType: string, name: string) => `urn:pulumi:dev::shop::${qualifiedType}::${name}`;
const component = "private-vpc:index:VpcEndpoints";
const tags = { "private-vpc:owner": "shop/dev" };

/** A component with a group, a rule of the group, and an endpoint. */
function componentOf(name: string, more: object = {}): object[] {
    const parent = urnOf(component, name);
    const child = (type: string, ending: string, id: string, dependencies: string[] = []) => ({
        urn: urnOf(`${component}$${type}`, `${name}-${ending}`),
        type,
        id,
        parent,
        dependencies,
        inputs: { tags },
        outputs: { arn: `arn:aws:ec2:us-east-1:123456789012:x/${id}` },
        ...more,
    });
    const group = child(types.group, "client", "sg-0a");
    const endpoint = child(types.endpoint, "s3-gateway", "vpce-0a");
    const rule = child(types.egress, "client-s3", "sgr-0a", [group.urn, endpoint.urn]);
    return [{ urn: parent, type: component }, group, endpoint, rule];
}

describe("private-vpc release", () => {
    let project: AdoptingProject;

    beforeEach(() => {
        project = new AdoptingProject();
    });

    afterEach(() => project.remove());

    const released = async (...args: string[]) => {
        const { code, stdout } = await project.run("release", ...args, "--json");
        assert.equal(code, 0, stdout);
        return JSON.parse(stdout) as Release;
    };

    it("drops dependents first, the component last, and nothing else", async () => {
        const other = { urn: urnOf(types.group, "own"), type: types.group, id: "sg-0b" };
        project.state = exportedState([other, ...componentOf("app")]);
        const { resources, commands, untag } = await released();
        assert.deepEqual(resources.map(({ id }) => id), ["sgr-0a", "vpce-0a", "sg-0a", undefined]);
        const words = ["pulumi", "state", "delete", ...resources.map(({ urn }) => urn), "--stack", "dev"];
        assert.deepEqual(commands, [words]);
        assert.deepEqual(untag, [[
            ...["aws", "ec2", "delete-tags", "--resources", "sgr-0a", "vpce-0a", "sg-0a"],
            ...["--tags", "Key=private-vpc:owner", "--region", "us-east-1"],
        ]]);
    });

    it("deletes the owner's tag of everything that has it, before the state forgets it", async () => {
        const [first, ...others] = componentOf("app");
        const { urn: parent } = first as { urn: string };
        const logGroup = "arn:aws:logs:us-east-1:123456789012:log-group:app-flow-logs-1";
        const list = "arn:aws:route53resolver:us-east-1:123456789012:firewall-domain-list/rslvr-fdl-1";
        const more = [
            { type: types.logGroup, id: "app-flow-logs-1", outputs: { arn: `${logGroup}:*` } },
            {
                type: types.role,
                id: "app-flow-logs-2",
                outputs: { arn: "arn:aws:iam::123456789012:role/app-flow-logs-2" },
            },
            { type: types.firewallDomains, id: "rslvr-fdl-1", outputs: { arn: list } },
            { type: types.rolePolicy, id: "app-flow-logs-2:write", inputs: {} },
        ].map((one) => ({ urn: urnOf(`${component}$${one.type}`, one.id), parent, inputs: { tags }, ...one }));
        project.state = exportedState([first!, ...others, ...more]);
        const ending = ["--tag-keys", "private-vpc:owner", "--region", "us-east-1"];
        assert.deepEqual((await released()).untag.slice(1), [
            ["aws", "route53resolver", "untag-resource", "--resource-arn", list, ...ending],
            ["aws", "iam", "untag-role", "--role-name", "app-flow-logs-2", ...ending],
            ["aws", "logs", "untag-resource", "--resource-arn", logGroup, ...ending],
        ]);
        const { stdout } = await project.run("release");
        assert.deepEqual(stdout.match(/^(\d\.| {4}aws \w+| {4}pulumi \w+)/gm), [
            ...["1.", "    aws ec2", "    aws route53resolver", "    aws iam", "    aws logs"],
            ...["2.", "    pulumi state", "3.", "4.", "    pulumi preview"],
        ]);
    });

    it("needs no step for tags if nothing has the owner's", async () => {
        project.state = exportedState(componentOf("app", { inputs: {} }));
        assert.deepEqual((await released()).untag, []);
        assert.match((await project.run("release")).stdout, /^1\. Drop them from the state:$/m);
    });

    it("quotes URNs, forces protected resources, and says what to remove from the program", async () => {
        project.state = exportedState(componentOf("app", { protect: true }));
        const { stdout } = await project.run("release");
        assert.match(stdout, /^ {4}pulumi state delete 'urn:pulumi:dev::.* --force --stack dev$/m);
        assert.match(stdout, /Remove new VpcEndpoints\("app", …\) and what uses its outputs from the program\./);
        assert.match(stdout, /pulumi preview --expect-no-changes --stack dev/);
    });

    it("requires the name if there are several, and suggests a similar one", async () => {
        project.state = exportedState([...componentOf("app"), ...componentOf("data")]);
        assert.deepEqual(await project.problems("release"), ["release.no-component the state"]);
        assert.deepEqual(await project.problems("release", "date"), ["release.no-component date"]);
        assert.equal((await released("data")).name, "data");
    });

    it("names what depends on the component", async () => {
        const [first, group, ...others] = componentOf("app") as [object, { urn: string }, ...object[]];
        const worker = { urn: urnOf("aws:lambda/function:Function", "worker"), type: "aws:lambda/function:Function" };
        const user = { ...worker, id: "worker", dependencies: [group.urn] };
        project.state = exportedState([first, group, ...others, user]);
        assert.deepEqual(await project.problems("release", "app"), [`release.depended-on ${worker.urn}`]);
    });

    it("ends for a state whose parents form a cycle, or are thousands deep", async () => {
        const node = (name: string, parent: string) => ({ urn: urnOf("a:b:C", name), type: "a:b:C", parent });
        const [first, ...others] = componentOf("app") as [{ urn: string; type: string }, ...object[]];
        const cycle = [node("a", urnOf("a:b:C", "b")), node("b", urnOf("a:b:C", "a"))];
        const deep = Array.from({ length: 5_000 }, (_, at) => node(`n${at}`, urnOf("a:b:C", `n${at - 1}`)));
        for (const above of [cycle, deep]) {
            const parent = above.at(-1)!.urn;
            project.state = exportedState([...above, { ...first, parent }, ...others]);
            assert.deepEqual((await released()).resources.map(({ id }) => id), [
                "sgr-0a",
                "vpce-0a",
                "sg-0a",
                undefined,
            ]);
        }
    });

    it("reports a state without components", async () => {
        assert.deepEqual(await project.problems("release"), ["release.no-component the state"]);
    });
});
