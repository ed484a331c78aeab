import * as assert from "node:assert/strict";

import { planPrivateVpc, type PrivateVpcArgs, type Service, type VpcPlan } from "../../../components";
import { knownServices } from "../../../components/plan/services/serviceNames";

const zonesOf = (count: number) => ["a", "b", "c", "d", "e", "f"].slice(0, count).map((letter) => `us-east-1${letter}`);

/** The plan of arguments in this number of zones. */
export function vpcPlan(zones: number, args: Partial<PrivateVpcArgs>): VpcPlan {
    const availabilityZones = zonesOf(zones);
    const { plan, problems } = planPrivateVpc({ cidrBlock: "10.20.0.0/16", availabilityZones, ...args });
    assert.deepEqual(problems, []);
    return plan!;
}

/** A plan with this number of interface endpoints, more than AWS's quota too, with the longest names there are. */
export function crowded(zones: number, endpoints: number, args: Partial<PrivateVpcArgs> = {}): VpcPlan {
    const plan = vpcPlan(zones, { services: ["sqs"], ...args });
    const [sqs] = plan.endpoints.filter(({ service }) => service === "sqs");
    const names = [...knownServices].sort((a, b) => b.length - a.length).slice(0, endpoints - 1) as Service[];
    const more = names.map((service) => ({ ...sqs!, service, askedAs: service, name: `${service}-interface` }));
    return { ...plan, endpoints: [...plan.endpoints, ...more] };
}
