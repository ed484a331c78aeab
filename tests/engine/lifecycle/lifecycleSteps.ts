import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import type { Disturbed } from "../deployment";
import type { Process } from "../faultyAccount";
import { NeverBlocked } from "../neverBlocked";
import { Recovering } from "../recovering";
import { configOf, type Desired, desired, namedServices } from "./desired";
import { actualLines, expectedLines } from "./expected";

/** What the test knows of the stack. */
export interface Model {
    wanted: Desired;
    /** The component's name, and those that it had. */
    names: string[];
    stack: string;
    /** Whether resources in the state are protected. */
    isProtected: boolean;
}

type Step = fc.AsyncCommand<Model, Disturbed>;

/** How many steps were run, by kind. */
export const run: { [kind: string]: number } = {};

/** Counts a step, and prints it in a long run, which may be stopped before its end. */
function count(kind: string): void {
    run[kind] = (run[kind] ?? 0) + 1;
    if (process.env.LIFECYCLE_RUNS === undefined) return;
    const total = Object.values(run).reduce((sum, one) => sum + one);
    process.stdout.write(`      ${total}: ${kind}\n`);
}

function configure(real: Disturbed, { names }: Model, wanted: Desired): void {
    real.setConfig({ ...configOf(wanted), "lifecycle:names": names });
}

/** Asserts that AWS holds what the model says, and that a preview finds nothing to do. */
async function assertSettled(model: Model, real: Disturbed): Promise<void> {
    const { account } = real;
    const { state } = account.aws;
    assert.deepEqual(actualLines(state), expectedLines(model.wanted, model.names, model.stack, state));
    assert.equal(real.pending, 0);
    const { code, text } = await real.pulumi("preview", "--expect-no-changes", "--stack", model.stack);
    assert.equal(code, 0, text);
}

/** Deploys. A protected stack is unprotected first, as docs/operating.md says. */
async function deploy(model: Model, real: Disturbed, wanted: Desired): Promise<void> {
    if (model.isProtected) {
        configure(real, model, { ...model.wanted, protect: false });
        await real.complete();
        model.isProtected = false;
    }
    configure(real, model, wanted);
    const watched = watch(model, real, wanted);
    await real.complete();
    assert.deepEqual(watched.failures, []);
    model.wanted = wanted;
    model.isProtected = wanted.protect;
    await assertSettled(model, real);
}

/** Watches the names of services that are wanted before and after a change: a DNS firewall never blocks them. */
function watch({ wanted }: Model, { account }: Disturbed, next: Desired): NeverBlocked {
    return new NeverBlocked(account, namedServices(wanted).filter((service) => namedServices(next).includes(service)));
}

/** The same but for one property. */
const changed = fc.tuple(
    desired,
    fc.subarray(
        [
            "services",
            "interfaces",
            "zones",
            "endpointZones",
            "range",
            "team",
            "trusted",
            "protect",
            "flowLogs",
            "secondary",
            "ipam",
            "firewall",
            "queryLogs",
        ] as const,
        { minLength: 1, maxLength: 2 },
    ),
);

function applied(before: Desired, [other, keys]: [Desired, (keyof Desired)[]]): Desired {
    return { ...before, ...Object.fromEntries(keys.map((key) => [key, other[key]])) };
}

const change = changed.map((given): Step => ({
    check: () => true,
    run: async (model, real) => {
        count("change and up");
        await deploy(model, real, applied(model.wanted, given));
    },
    toString: () => `change ${JSON.stringify(applied({} as Desired, given))}, up`,
}));

const preview = changed.map((given): Step => ({
    check: () => true,
    run: async (model, real) => {
        count("preview");
        const before = actualLines(real.account.aws.state);
        configure(real, model, applied(model.wanted, given));
        await real.pulumi("preview", "--stack", model.stack);
        assert.deepEqual(actualLines(real.account.aws.state), before);
        configure(real, model, model.wanted);
    },
    toString: () => `preview ${JSON.stringify(applied({} as Desired, given))}`,
}));

const processes: Process[] = ["the CLI", "the provider", "the program"];

const kill = fc.tuple(changed, fc.constantFrom(...processes), fc.boolean(), fc.integer({ min: 1, max: 20 })).map(
    ([given, process, after, at]): Step => ({
        // What is protected would be refused before the kill.
        check: ({ isProtected }) => !isProtected,
        run: async (model, real) => {
            count("kill and recover");
            const wanted = { ...applied(model.wanted, given), protect: false };
            configure(real, model, wanted);
            const watched = watch(model, real, wanted);
            await real.dieAt(at, process, after);
            const recovering = new Recovering(real);
            await recovering.recover();
            if (!recovering.deployed) await real.complete();
            assert.deepEqual(watched.failures, []);
            model.wanted = wanted;
            await assertSettled(model, real);
        },
        toString: () =>
            `${process} dies ${after ? "after" : "before"} operation ${at} of change ${
                JSON.stringify(applied({} as Desired, given))
            }, recover`,
    }),
);

const drift = fc.tuple(fc.nat(50), fc.constantFrom("deletes", "changes")).map(([index, how]): Step => ({
    check: () => true,
    run: async (model, real) => {
        count("drift");
        const { aws } = real.account;
        const all = aws.state.made.filter(({ type }) => /:(VpcEndpoint|SecurityGroup(Ingress|Egress)Rule)$/.test(type));
        const victim = all[index % all.length];
        if (!victim) return;
        // Whatever AWS refuses is no drift.
        if (how === "deletes") await Promise.resolve().then(() => aws.delete(victim.id)).catch(() => undefined);
        else aws.update(victim.id, { ...victim.attributes, tags: { ...victim.attributes.tags, team: "by hand" } });
        const { code, text } = await real.pulumi("refresh", "--yes", "--skip-preview", "--stack", model.stack);
        assert.equal(code, 0, text);
        await deploy(model, real, model.wanted);
    },
    toString: () => `somebody ${how} resource ${index}, refresh, up`,
}));

const renameStack = fc.constantFrom("dev", "test", "blue").map((name): Step => ({
    check: ({ stack }) => stack !== name,
    run: async (model, real) => {
        count("rename the stack");
        await real.rename(name);
        model.stack = name;
        await deploy(model, real, model.wanted);
    },
    toString: () => `rename the stack to ${name}, up`,
}));

const renameComponent = fc.constantFrom("app", "core", "net").map((name): Step => ({
    check: ({ names }) => !names.includes(name),
    run: async (model, real) => {
        count("rename the component");
        model.names = [name, ...model.names];
        await deploy(model, real, model.wanted);
    },
    toString: () => `rename the component to ${name}, up`,
}));

const startAgain = fc.constant<Step>({
    check: ({ isProtected }) => !isProtected,
    run: async (model, real) => {
        count("destroy and up");
        const watched = watch(model, real, model.wanted);
        await real.complete("destroy");
        assert.deepEqual(watched.failures, []);
        assert.deepEqual(actualLines(real.account.aws.state), []);
        await deploy(model, real, model.wanted);
    },
    toString: () => "destroy, up",
});

/** Every kind of step. */
export const steps = [change, kill, preview, drift, renameStack, renameComponent, kill, startAgain];
