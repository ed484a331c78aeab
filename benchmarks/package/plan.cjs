// In an empty project: a plan by the pure planner, printed.
const { markdownReport, planPrivateVpc } = require("private-vpc");

const { plan } = planPrivateVpc({
    cidrBlock: "10.0.0.0/16",
    availabilityZones: ["us-east-1a", "us-east-1b"],
    workloads: ["ecs-fargate"],
    services: ["logs", "secretsmanager"],
});
process.stdout.write(markdownReport(plan));
