import { readStack } from "../../cli/stack";
import { planPrivateVpc, type PrivateVpcArgs, readSettings, type VpcPlan } from "../../components";
import { runOffline } from "../../emulator/runProgram";
import { root, runStack } from "../../tests/run";

// Plans and deploys the stacks dev and prod, with every option of networks and DNS and without them, in turn: what it takes in
// processor time, as medians. ROUNDS=31 measures longer, and `run.ts prod` only that stack.
const rounds = Number(process.env.ROUNDS ?? 15);

/** Options that the stacks do not have, for the stack's config. */
const everything: { [key: string]: string | undefined } = {
    "private-vpc:cidrBlock": undefined,
    "private-vpc:ipam": JSON.stringify({ poolId: "ipam-pool-0123456789abcdef0", netmaskLength: 16 }),
    "private-vpc:secondaryCidrBlocks": JSON.stringify([{ cidrBlock: "100.64.0.0/16" }]),
    "private-vpc:dnsFirewall": JSON.stringify({ queryLogs: {} }),
    "private-vpc:flowLogs": JSON.stringify({ destination: "cloud-watch-logs" }),
};
const nothing: typeof everything = { "private-vpc:flowLogs": undefined };

const defined = (config: typeof everything) =>
    Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined)) as { [key: string]: string };

async function argsOf(name: string, changed: typeof everything): Promise<PrivateVpcArgs> {
    const { stack } = readStack(root, name);
    const read: PrivateVpcArgs[] = [];
    const config = defined({ ...stack!.config, ...changed });
    await runOffline(() => void read.push(readSettings().args), { ...stack!, config, stack: name });
    return read[0]!;
}

function planOf(args: PrivateVpcArgs): VpcPlan {
    const { plan, problems } = planPrivateVpc(args);
    if (!plan) throw new Error(JSON.stringify(problems));
    return plan;
}

/** The processor time of an action, in milliseconds. */
async function cost(action: () => unknown): Promise<number> {
    const before = process.cpuUsage();
    await action();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** The medians of two actions that are run in turn. */
async function compared(one: () => unknown, other: () => unknown): Promise<[number, number]> {
    const costs: [number, number][] = [];
    for (let round = 0; round <= rounds; round++) costs.push([await cost(one), await cost(other)]);
    // The first round compiles.
    return [median(costs.slice(1).map(([first]) => first)), median(costs.slice(1).map(([, second]) => second))];
}

async function measure(name: string): Promise<void> {
    const [plain, full] = [await argsOf(name, nothing), await argsOf(name, everything)];
    const { allowed, namesUsd } = planOf(full).dnsFirewall!;
    const wildcards = allowed.filter((one) => one.name.startsWith("*")).length;
    const row = (what: string, without: number, withAll: number, digits: number) =>
        process.stdout.write(
            `| ${name}: ${what} | ${without.toFixed(digits)} | ${withAll.toFixed(digits)} | ${
                (withAll / without).toFixed(2)
            } |\n`,
        );
    process.stdout.write(
        `| ${name}: names that the firewall allows | 0 | ${allowed.length}, ${wildcards} with a wildcard, USD ${namesUsd} a month | |\n`,
    );
    const repeated = (args: PrivateVpcArgs) => () => Array.from({ length: 10 }, () => planOf(args));
    const [planned, plannedFull] = await compared(repeated(plain), repeated(full));
    row("the plan, ms", planned / 10, plannedFull / 10, 2);
    const resources = async (changed: typeof everything) =>
        (await runStack(name, changed as { [key: string]: string })).resources.filter(({ custom }) => custom).length;
    const [few, many] = [await resources(nothing), await resources(everything)];
    row("resources", few, many, 0);
    const deploy = (changed: typeof everything) => () => runStack(name, changed as { [key: string]: string });
    const [made, madeFull] = await compared(deploy(nothing), deploy(everything));
    row("the program on the emulated AWS, ms", made, madeFull, 0);
}

const [, , ...asked] = process.argv;

async function main(): Promise<void> {
    for (const name of asked.length > 0 ? asked : ["dev", "prod"]) await measure(name);
}

void main();
