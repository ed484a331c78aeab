import { readAccount } from "../../cli/reach/accountNetwork";
import { PrivateVpc, type PrivateVpcArgs } from "../../components";
import { EmulatedAws, type Made } from "../../emulator/aws/emulatedAws";
import { awsCli } from "../../emulator/awsCli/awsCli";
import { type Registration, type Run, runOffline } from "../../emulator/runProgram";
import { commandOf } from "../../inventory/calls";
import type { Ask } from "../../inventory/readInventory";
import type { Network } from "../../network/model/network";
import { NetworkIndex } from "../../network/model/networkIndex";
import { networkOfPlan } from "../../network/sources/fromPlan";
import { networkOfResources } from "../../network/sources/fromResources";
import type { StackResource } from "../../network/sources/stackResources";
import { smallVpc } from "../run";

const region = "us-east-1";

/** The answers of an emulated account, except for those whose files are missing. */
export function askOf(aws: EmulatedAws, missing: string[] = []): (region: string) => Ask {
    return () => (call) => {
        const [, ...args] = commandOf(call, region);
        const path = args.slice(0, 2).join("-");
        if (missing.includes(path)) {
            const problem = {
                code: "file.not-read" as const,
                path,
                message: "the file does not exist",
                hint: "save it",
            };
            return Promise.resolve({ problems: [problem] });
        }
        const { code, stdout, stderr } = awsCli(aws, args);
        if (code !== 0) throw new Error(`${args.join(" ")}: ${stderr}`);
        return Promise.resolve({ path, answer: JSON.parse(stdout) as unknown });
    };
}

/** The network of an emulated account. */
export async function accountNetwork(aws: EmulatedAws, missing: string[] = []): Promise<Network> {
    const { network, problems } = await readAccount(askOf(aws, missing), region);
    if (!network) throw new Error(JSON.stringify(problems));
    return network;
}

/** A resource as `pulumi preview --json` or `pulumi stack export` describes it. */
export function stackResource({ urn, type, name, parent, inputs }: Registration, made?: Made): StackResource {
    // A registration has the URNs that all its inputs come from, not those of each.
    const properties = { ...inputs, ...made?.attributes };
    return { urn, type, name, parent, id: made?.id, properties, dependencies: {} };
}

/** A `PrivateVpc` as its plan, the account that it is deployed to, and the stack describe it. */
export async function everyReader(args: Partial<PrivateVpcArgs>): Promise<{ [reader: string]: NetworkIndex }> {
    const aws = new EmulatedAws({ region });
    const made = new Map<string, Made>();
    const run: Run = await runOffline(() => new PrivateVpc("app", { ...smallVpc, ...args }), {
        config: { "aws:region": region },
        newResource: ({ type, name, inputs, custom }) => {
            if (!custom) return undefined;
            const one = aws.create(type, name, inputs);
            made.set(`${type}::${name}`, one);
            return { id: one.id, state: one.attributes };
        },
    });
    const resources = run.resources.map((one) => stackResource(one, made.get(`${one.type}::${one.name}`)));
    const networks = {
        plan: networkOfPlan(run.plans[0]!),
        account: await accountNetwork(aws),
        stack: networkOfResources(resources, region),
    };
    return Object.fromEntries(Object.entries(networks).map(([name, network]) => [name, new NetworkIndex(network)]));
}
