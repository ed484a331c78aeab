import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import type { Deployment } from "./canonical";
import type { Disturbed } from "./deployment";
import { DocsPage, type Own } from "./docsPage";

const page = new DocsPage("recovery.md");

/** Commands that prompt for confirmation. On the page, the reader answers the prompt. */
const asking = ["cancel", "import", "refresh", "state", "up"];

/** Follows docs/recovery.md with the real Pulumi CLI. */
export class Operator {
    constructor(
        private readonly deployment: Disturbed,
        private readonly own: Own,
    ) {}

    /** Runs all or some of a section's commands. Each must succeed. Returns the output of each. */
    async follow(heading: string, from = 0, to?: number): Promise<string[]> {
        const printed: string[] = [];
        for (const command of page.commandsUnder(heading, this.own).slice(from, to)) {
            printed.push(await this.run(command));
        }
        return printed;
    }

    /** Writes a section's file next to Pulumi.yaml. */
    writeFile(heading: string, name: string): void {
        fs.writeFileSync(this.file(name), page.fileUnder(heading, this.own));
    }

    private async run([program, ...args]: string[]): Promise<string> {
        if (program === "pulumi") {
            const { code, text } = await this.deployment.pulumi(
                ...args,
                ...(asking.includes(args[0]!) ? ["--yes"] : []),
            );
            assert.equal(code, 0, `pulumi ${args.join(" ")}\n${text}`);
            return text;
        }
        const [service, command, ...options] = args;
        if (program === "aws" && service === "ec2" && command === "describe-vpc-endpoints") {
            return this.describe(options);
        }
        if (program === "aws" && service === "ec2" && command === "delete-vpc-endpoints") return this.delete(options);
        if (program === "jq") return this.pending(args.at(-1)!);
        throw new Error(`docs/recovery.md calls ${program} ${args.join(" ")}, which nothing answers here`);
    }

    // The tests need neither the AWS CLI nor jq: their commands on the page are emulated here, those of the AWS CLI from the
    // emulated account. The syntax follows https://docs.aws.amazon.com/cli/latest/reference/ec2/.

    private describe(options: string[]): string {
        const filters = options.filter((option) => option.startsWith("Name=")).map((filter) => {
            const [, name, values] = /^Name=(.+),Values=(.+)$/.exec(filter)!;
            return { name: name!, values: values!.split(",") };
        });
        assert.deepEqual(filters.map(({ name }) => name), ["vpc-id", "tag:Name"]);
        const [vpcs, names] = filters.map(({ values }) => values);
        return this.deployment.account.aws.state.made
            .filter(({ attributes }) => vpcs!.includes(attributes.vpcId) && names!.includes(attributes.tags?.Name))
            .map(({ id, attributes }) => `${id}\tavailable\t${attributes.tags.Name}`)
            .join("\n");
    }

    private delete(options: string[]): string {
        const [id] = options.slice(options.indexOf("--vpc-endpoint-ids") + 1);
        this.deployment.account.aws.delete(id!);
        return "";
    }

    private pending(file: string): string {
        const { deployment } = JSON.parse(fs.readFileSync(this.file(file), "utf8")) as { deployment: Deployment };
        return (deployment.pending_operations ?? [])
            .flatMap(({ type, resource }) => [type, resource.urn, resource.parent])
            .join("\n");
    }

    private file(name: string): string {
        return path.join(this.deployment.project, name);
    }
}
