import type { VpcPlan } from "../../components/plan/plan";
import { planVpc } from "../../components/plan/planVpc";
import { factsOf, knownServices, missingIn } from "../../components/plan/services/serviceNames";
import { endpointPolicies } from "../../components/resources/endpointPolicies";

const ownFiles = ["dynamodb", "ecr.api", "ecr.dkr", "s3", "ssm", "sts"];

/** The plan of a stack of so many endpoints with policies, in us-east-1. */
export function planOf(count: number, workloads: string[] = []): VpcPlan {
    const region = "us-east-1";
    const others = knownServices.filter((service) =>
        factsOf(service).policySupport && !missingIn(region, service) && !/fips/.test(service)
        && !ownFiles.includes(service)
    );
    const { plan, problems } = planVpc({
        cidrBlock: "10.0.0.0/16",
        availabilityZones: [`${region}a`, `${region}b`],
        services: [...ownFiles, ...others.slice(0, count - ownFiles.length)],
        workloads,
        quotas: { "quota.interface-per-vpc": 60 },
    }, endpointPolicies());
    if (!plan) throw new Error(JSON.stringify(problems));
    return plan;
}
