import { type WorkloadFacts } from "../../components/plan/facts/workloadFacts";
import { workloads as workloadFacts } from "../../components/plan/facts/workloads";
import type { PlannedEndpoint } from "../../components/plan/kinds/endpointKinds";
import type { VpcPlan } from "../../components/plan/plan";
import type { Need, Workload } from "../model/accessModel";
import type { Source } from "../reach/question";
import { clientGroup } from "./idsOfPlan";
import { subnetsOfPlan } from "./subnetsOfPlan";

/** The workloads that endpoints were requested for, each in every subnet with the client security group. */
export function workloadsOfPlan(plan: VpcPlan): Workload[] {
    const { endpoints } = plan;
    const subnets = subnetsOfPlan(plan).map(({ id }) => id);
    const named = [...new Set(endpoints.flatMap(({ requestedBy }) => requestedBy))].sort();
    return named.map((name) => {
        const needs = needsOf(name, endpoints);
        return {
            id: name,
            subnets,
            groups: [clientGroup],
            hasPublicAddress: false,
            ...(needs.length > 0 && { needs }),
        };
    });
}

function needsOf(name: string, endpoints: PlannedEndpoint[]): Need[] {
    const facts = (workloadFacts as { [name: string]: WorkloadFacts })[name];
    if (!facts) {
        const requested = endpoints.filter(({ requestedBy }) => requestedBy.includes(name));
        const keys = [...new Set(requested.map(({ service }) => service))];
        return keys.map((service) => ({ service, why: "requested by its key" }));
    }
    // A FIPS endpoint was requested by the key of the service that it is for.
    const serviceFor = (key: string) =>
        endpoints.find(({ askedAs, requestedBy }) => askedAs === key && requestedBy.includes(name))?.service ?? key;
    const required = [...new Set(facts.required.map(serviceFor))];
    return required.map((service) => ({ service, why: facts.why, source: facts.source }));
}

/** Any client in a planned VPC: in all of its subnets, with the client security group. */
export function plannedClient(plan: VpcPlan): Source {
    return { label: "clients", subnets: subnetsOfPlan(plan).map(({ id }) => id), groups: [clientGroup] };
}
