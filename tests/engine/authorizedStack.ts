import type { Attributes, Made } from "../../emulator/aws/emulatedAws";
import { serveProvider } from "../../emulator/engine/plugins";
import { AuthorizedAws } from "../policies/roles/authorizedAws";
import { statementsFor } from "../policies/roles/rolePolicies";
import { types } from "../run";
import { FaultyAccount } from "./faultyAccount";
import { findProgram } from "./programHost";
import { EngineStack } from "./stacks";

const silent = ["--yes", "--skip-preview", "--suppress-outputs", "--stack", "prod"];
const region = { "aws:region": "eu-central-1" };

/** The stack prod, deployed by a role with some files of policies/roles/. The emulated AWS decides on every request by them. */
export class AuthorizedStack {
    private constructor(private readonly stack: EngineStack, readonly aws: AuthorizedAws) {}

    /** A new stack, in an account that has these resources. */
    static async create(config: Attributes, program?: string, resources: Made[] = []): Promise<AuthorizedStack> {
        const stack = await EngineStack.create("prod", { ...region, ...config });
        const aws = new AuthorizedAws({ region: "eu-central-1", resources: structuredClone(resources) }, []);
        const { workspace } = stack;
        workspace.servePlugins = () => [
            serveProvider(new FaultyAccount(aws)),
            program === undefined ? findProgram() : workspace.serveLanguages(),
        ];
        const authorized = new AuthorizedStack(stack, aws);
        if (program !== undefined) authorized.setProgram(program);
        return authorized;
    }

    /** Replaces index.ts. */
    setProgram(program: string): void {
        this.stack.workspace.writeFile("index.ts", program);
    }

    /** Attaches files to the role, in place of those before, with the ID of the newest VPC. */
    attach(...files: string[]): void {
        this.aws.statements = statementsFor(this.all(types.vpc).at(-1)?.id, ...files);
    }

    /** The resources of a type that are in AWS. */
    all(type: string): Made[] {
        return this.aws.state.made.filter((made) => made.type === type);
    }

    /** Changes a resource in AWS, by its name in the program. */
    change(type: string, name: string, attributes: Attributes): void {
        const made = this.all(type).find((one) => one.name === name)!;
        Object.assign(made.attributes, attributes);
    }

    /** Deploys, with another config if there is one. */
    async up(config?: Attributes): Promise<void> {
        if (config) this.stack.workspace.configure("prod", { ...region, ...config });
        await this.stack.succeed("up", ...silent);
    }

    /** Deploys, which must fail, and returns what the CLI prints. */
    async refusedUp(...options: string[]): Promise<string> {
        return this.stack.fail("up", ...options, ...silent);
    }

    /** Deploys after a refresh, and asserts that then the program changes nothing. */
    async repair(): Promise<void> {
        await this.stack.succeed("up", "--refresh", ...silent);
        await this.assertSettled();
    }

    /** Asserts that the program changes nothing of what AWS has. */
    async assertSettled(): Promise<void> {
        await this.stack.succeed("preview", "--refresh", "--expect-no-changes", "--stack", "prod");
    }

    async destroy(): Promise<void> {
        await this.stack.succeed("destroy", ...silent);
    }

    remove(): void {
        this.stack.remove();
    }
}
