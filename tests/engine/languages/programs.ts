import { wanted } from "../../../emulator/engine/goModules";
import type { Language } from "../../../emulator/engine/languageHost/languages";

/** Text files by name. */
export interface Files {
    [name: string]: string;
}

/** What the programs of all languages declare: a `PrivateVpc` with a secret tag. */
export interface Program {
    cidrBlock: string;
    services: string[];
}

const lists = ({ services }: Program) => services.map((service) => `"${service}"`).join(", ");

const nodejs = (program: Program) => ({
    "index.ts": `
        import * as pulumi from "@pulumi/pulumi";
        import { PrivateVpc } from "private-vpc-sdk";

        const vpc = new PrivateVpc("app", {
            cidrBlock: "${program.cidrBlock}",
            availabilityZones: ["us-east-1a"],
            services: [${lists(program)}],
            tags: { team: "shop", token: new pulumi.Config().requireSecret("token") },
        });
        export const { vpcId, subnetIdsByZone, planSummary, planMarkdown } = vpc;
        export const region = vpc.planJson.apply((plan) => JSON.parse(plan).region as string);
    `,
});

const python = (program: Program) => ({
    "__main__.py": `
import json

import private_vpc
import pulumi

vpc = private_vpc.PrivateVpc(
    "app",
    cidr_block="${program.cidrBlock}",
    availability_zones=["us-east-1a"],
    services=[${lists(program)}],
    tags={"team": "shop", "token": pulumi.Config().require_secret("token")},
)
pulumi.export("vpcId", vpc.vpc_id)
pulumi.export("subnetIdsByZone", vpc.subnet_ids_by_zone)
pulumi.export("planSummary", vpc.plan_summary)
pulumi.export("planMarkdown", vpc.plan_markdown)
pulumi.export("region", vpc.plan_json.apply(lambda plan: str(json.loads(plan)["region"])))
`,
});

const go = (program: Program) => ({
    "main.go": `
package main

import (
	"encoding/json"

	"example.com/pulumi-private-vpc/sdk/go/privatevpc"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		vpc, err := privatevpc.NewPrivateVpc(ctx, "app", &privatevpc.PrivateVpcArgs{
			CidrBlock:         pulumi.StringRef("${program.cidrBlock}"),
			AvailabilityZones: []string{"us-east-1a"},
			Services:          []string{${lists(program)}},
			Tags:              pulumi.StringMap{"team": pulumi.String("shop"), "token": config.RequireSecret(ctx, "token")},
		})
		if err != nil {
			return err
		}
		ctx.Export("vpcId", vpc.VpcId)
		ctx.Export("subnetIdsByZone", vpc.SubnetIdsByZone)
		ctx.Export("planSummary", vpc.PlanSummary)
		ctx.Export("planMarkdown", vpc.PlanMarkdown)
		ctx.Export("region", vpc.PlanJson.ApplyT(func(plan string) (string, error) {
			var read struct{ Region string }
			err := json.Unmarshal([]byte(plan), &read)
			return read.Region, err
		}))
		return nil
	})
}
`,
});

const sources: { [name in Language]: (program: Program) => Files } = { nodejs, python, go };

/** The files of a project, before the provider is added to it. */
export const projectFiles: { [name in Language]: Files } = {
    nodejs: {
        "Pulumi.yaml": "name: shop\nruntime: nodejs\nmain: index.ts\n",
        "package.json": `{ "name": "shop", "main": "index.ts" }`,
        "tsconfig.json": `{
            "compilerOptions": { "target": "ES2022", "module": "nodenext", "strict": true, "skipLibCheck": true, "types": ["node"] },
            "files": ["index.ts"],
            "ts-node": { "transpileOnly": true }
        }`,
    },
    python: { "Pulumi.yaml": "name: shop\nruntime: { name: python, options: { virtualenv: venv } }\n" },
    go: {
        "Pulumi.yaml": "name: shop\nruntime: go\n",
        // The SDK's own version; the rest is found by `go mod tidy`.
        "go.mod": `module shop\n\ngo 1.25.11\n\nrequire github.com/pulumi/pulumi/sdk/v3 v${wanted}\n`,
    },
};

/** The program of a language. */
export function programIn(language: Language, program: Program): Files {
    return sources[language](program);
}
