import { planVpc } from "../../components/plan/planVpc";
import { factsOf, knownServices, missingIn } from "../../components/plan/services/serviceNames";
import { endpointPolicies } from "../../components/resources/endpointPolicies";

// Plans 10 VPCs in three zones with every service that needs no options there; in milliseconds.
const templates = endpointPolicies();
const services = knownServices.filter((service) => factsOf(service).ports && !missingIn("eu-central-1", service));
const started = process.hrtime.bigint();
let endpoints = 0;
for (let vpc = 0; vpc < 10; vpc++) {
    const { plan, problems } = planVpc({
        cidrBlock: `10.${vpc}.0.0/16`,
        availabilityZones: ["eu-central-1a", "eu-central-1b", "eu-central-1c"],
        services,
        endpoints: { s3: { reachableFrom: ["10.200.0.0/16"] }, dynamodb: { reachableFrom: ["10.200.0.0/16"] } },
        quotas: { "quota.interface-per-vpc": services.length },
    }, templates);
    if (!plan) throw new Error(JSON.stringify(problems));
    endpoints += plan.endpoints.length;
}
process.stdout.write(`${Number(process.hrtime.bigint() - started) / 1e6} ${endpoints / 10}\n`);
