import * as pulumi from "@pulumi/pulumi";

import { PrivateVpc } from "../../components";
import { runOffline } from "../../emulator/runProgram";
import { classOf } from "../engine/flat";

// Declares `count` instances of `PrivateVpc` under mocks, or the same resources flat, one by one; in milliseconds.
const [, , what, count] = process.argv;
const config = { "aws:region": "us-east-1" };

function component(index: number): void {
    new PrivateVpc(`app-${index}`, {
        cidrBlock: `10.${index}.0.0/16`,
        availabilityZones: ["us-east-1a", "us-east-1b"],
        workloads: ["ecs-fargate", "ssm-session-manager"],
        services: ["logs", "dynamodb", "sqs"],
    });
}

type Class = new(name: string, inputs: object) => pulumi.CustomResource;

/** The class of `@pulumi/aws` that declares resources of this type. */
function declaring(type: string): Class {
    const { module, name } = classOf(type);
    return (require(`@pulumi/aws/${module}`) as { [name: string]: Class })[name]!;
}

async function main(): Promise<void> {
    const { resources } = await runOffline(() => component(0), { config });
    const own = resources.filter(({ custom, type }) => custom && type.startsWith("aws:"));
    const flat = (index: number) => {
        for (const { type, name, inputs } of own) new (declaring(type))(`${index}-${name}`, inputs);
    };
    // Unique ids, because EC2's rejections of duplicate ids are not measured here.
    const newResource = ({ name, inputs }: pulumi.runtime.MockResourceArgs) => ({ id: `${name}-id`, state: inputs });
    const started = process.hrtime.bigint();
    const run = await runOffline(() => {
        for (let index = 0; index < Number(count); index++) (what === "flat" ? flat : component)(index);
    }, { config, newResource });
    const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
    process.stdout.write(`${milliseconds} ${run.resources.filter(({ custom }) => custom).length}\n`);
}

void main();
