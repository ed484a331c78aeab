import * as assert from "node:assert/strict";

import { EngineStack } from "./stacks";

/** The position of each step, which must be among them. */
function placesOf(steps: string[], wanted: string[]): number[] {
    for (const step of wanted) assert.ok(steps.includes(step), `${step} is not among\n${steps.join("\n")}`);
    return wanted.map((step) => steps.indexOf(step));
}

/** Asserts that the first steps all come before the others. */
function precede(steps: string[], first: string[], others: string[]): void {
    const [last, next] = [Math.max(...placesOf(steps, first)), Math.min(...placesOf(steps, others))];
    assert.ok(last < next, `${first.join()} do not all come before ${others.join()}:\n${steps.join("\n")}`);
}

const rules = ["allowed", "endpoints", "others"].map((list) => `ResolverFirewallRule app-dns-${list}`);
const association = "ResolverFirewallRuleGroupAssociation app-dns";
const of = (action: string, names: string[]) => names.map((name) => `${action} ${name}`);

describe("a DNS firewall on the real engine", () => {
    let base: EngineStack;

    before(async () => {
        base = await EngineStack.create("dev");
        await base.up();
    });

    after(() => base.remove());

    it("is added to a stack, changed and removed without changing anything else, in an order that never blocks an allowed name", async () => {
        const stack = base.fork();
        const without = stack.resources;
        stack.configure({ dnsFirewall: { action: "alert", queryLogs: {} } });
        const added = await stack.up();
        assert.deepEqual(added.filter((step) => !/^create (Resolver|LogGroup app-dns)/.test(step)), []);
        precede(added, of("create", rules.slice(0, 2)), [`create ${rules[2]}`]);
        const needed = [...rules, "ResolverFirewallConfig app-dns", "ResolverQueryLogConfigAssociation app-dns"];
        precede(added, of("create", needed), [`create ${association}`]);
        await stack.assertSettled();

        stack.configure({ dnsFirewall: { action: "block", queryLogs: {} } });
        assert.deepEqual(await stack.up(), [`update ${rules[2]}`]);

        // A new service: its names are allowed by an update of the list, before or while its endpoint is created.
        stack.configure({ services: ["logs", "dynamodb", "sqs", "kms"] });
        const grown = await stack.up();
        const changed = grown.filter((step) => !/app-kms|app-client/.test(step)).sort();
        assert.deepEqual(changed, [
            "update ResolverFirewallDomainList app-dns-allowed",
            "update ResolverFirewallDomainList app-dns-endpoints",
        ]);
        precede(grown, ["update ResolverFirewallDomainList app-dns-allowed"], [
            "update ResolverFirewallDomainList app-dns-endpoints",
        ]);
        await stack.assertSettled();

        stack.configure({ services: ["logs", "dynamodb", "sqs"], dnsFirewall: undefined });
        const removed = await stack.up();
        precede(removed, [`delete ${association}`], of("delete", rules));
        precede(removed, [`delete ${rules[2]}`], of("delete", rules.slice(0, 2)));
        assert.deepEqual(stack.resources, without);
        await stack.assertSettled();
        stack.remove();
    });

    it("moves with the VPC to another CIDR block, and is destroyed first", async () => {
        const stack = base.fork();
        stack.configure({ dnsFirewall: {} });
        await stack.up();
        stack.configure({ cidrBlock: "10.30.0.0/16" });
        const moved = await stack.up();
        const ofFirewall = moved.filter((step) => step.includes("Resolver")).sort();
        assert.deepEqual(ofFirewall, [
            "create ResolverFirewallConfig app-dns",
            `create ${association}`,
            "delete ResolverFirewallConfig app-dns",
            `delete ${association}`,
            "update ResolverFirewallDomainList app-dns-allowed",
            "update ResolverFirewallDomainList app-dns-endpoints",
        ]);
        await stack.assertSettled();
        await stack.succeed("destroy", "--yes", "--skip-preview", "--stack", "dev");
        assert.deepEqual(stack.resources, []);
        stack.remove();
    });
});
