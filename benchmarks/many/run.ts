import { PrivateVpc } from "../../components";
import { type RunOptions, runUntraced } from "../../emulator/runProgram";

// An offline plan of one program with as many VPCs as the stack dev's, as `npm run plan` runs a program; prints how many it has.
const [, , count] = process.argv;

function program(): void {
    for (let index = 0; index < Number(count); index++) {
        new PrivateVpc(`app-${index}`, {
            cidrBlock: `10.${index}.0.0/16`,
            availabilityZones: ["us-east-1a", "us-east-1b"],
            endpointZones: ["us-east-1a"],
            workloads: ["ecs-fargate", "ssm-session-manager"],
            services: ["logs", "dynamodb", "sqs"],
            tags: { environment: "dev" },
        });
    }
}

// AWS allows 20 gateway endpoints in a Region, unless it is asked for more.
const options: RunOptions = {
    config: { "aws:region": "us-east-1" },
    context: { quotas: { "quota.gateway-per-region": 200 } },
};

void runUntraced(program, options).then(({ plans, resources }) => {
    process.stdout.write(`${plans.length} plans, ${resources.length} resources\n`);
});
