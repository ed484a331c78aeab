// In an empty project: the same VPC under Pulumi's mocks, until every resource is registered.
const pulumi = require("@pulumi/pulumi");

const answers = {
    "aws:index/getCallerIdentity:getCallerIdentity": { accountId: "123456789012" },
    "aws:index/getRegion:getRegion": { region: "us-east-1" },
};
let resources = 0;

async function main() {
    await pulumi.runtime.setMocks({
        newResource: ({ name, inputs }) => {
            resources += 1;
            return { id: name, state: inputs };
        },
        call: ({ token }) => answers[token] ?? {},
    });
    await pulumi.runtime.runInPulumiStack(async () => {
        const { PrivateVpc } = require("private-vpc");
        new PrivateVpc("app", {
            cidrBlock: "10.0.0.0/16",
            availabilityZones: ["us-east-1a", "us-east-1b"],
            workloads: ["ecs-fargate"],
            services: ["logs", "secretsmanager"],
        });
    });
    await pulumi.runtime.disconnect();
    process.stdout.write(`${resources} resources\n`);
}

void main();
