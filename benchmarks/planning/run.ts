import { planVpc } from "../../components/plan";
import { services } from "../../components/plan/facts/services";
import { endpointPolicies } from "../../components/policies";

// 160 VPCs of three zones with every service that is known, 5,120 services in all, in milliseconds.
const templates = endpointPolicies();
const known = Object.keys(services).filter((service) => service !== "iam");
const started = process.hrtime.bigint();
let endpoints = 0;
for (let vpc = 0; vpc < 160; vpc++) {
    const { plan, problems } = planVpc({
        cidrBlock: `10.${vpc}.0.0/16`,
        availabilityZones: ["eu-central-1a", "eu-central-1b", "eu-central-1c"],
        services: known,
        endpoints: { s3: { reachableFrom: ["10.200.0.0/16"] }, dynamodb: { reachableFrom: ["10.200.0.0/16"] } },
    }, templates);
    if (!plan) throw new Error(JSON.stringify(problems));
    endpoints += plan.endpoints.length;
}
process.stdout.write(`${Number(process.hrtime.bigint() - started) / 1e6} ${endpoints / 160}\n`);
