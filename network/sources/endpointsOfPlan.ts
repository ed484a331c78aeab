import {
    hasPrivateDns,
    hasSecurityGroup,
    isInZones,
    type PlannedEndpoint,
} from "../../components/plan/kinds/endpointKinds";
import type { VpcPlan } from "../../components/plan/plan";
import { unknown } from "../../components/plan/policies/iam/truth";
import { fillPlaceholders } from "../../components/plan/policies/policyDocument";
import { isService } from "../../components/plan/services/serviceNames";
import type { Endpoint } from "../model/accessModel";
import { accountOfPlan, vpcOfPlan as vpc } from "./idsOfPlan";

/** The endpoints that a plan creates, and those that the VPC already has. */
export function endpointsOfPlan(plan: VpcPlan): Endpoint[] {
    return [...plan.endpoints.map(endpointOf), ...existingEndpoints(plan)];
}

function endpointOf(planned: PlannedEndpoint): Endpoint {
    const { name, service, serviceName, kind, policy: { document, from, ownedResources }, ports } = planned;
    const isLate = document === null && from === "custom";
    return {
        id: name,
        kind,
        vpc,
        serviceName: serviceName ?? unknown(`the service name of ${name}`),
        ...(isService(service) && { service }),
        isAvailable: true,
        policy: isLate ? unknown(`the policy of ${name}, which is known only during a deployment`) : filled(document),
        interfaces: isInZones(planned) ? planned.zones.map((zone) => ({ subnet: zone })) : [],
        groups: groupsOf(planned),
        privateDns: hasPrivateDns(planned) && planned.privateDns && !planned.privateDnsOnlyForInboundResolver,
        privateDnsNames: hasPrivateDns(planned)
            ? planned.privateDnsNames ?? unknown(`the private DNS names of ${name}`)
            : [],
        ...("routeTables" in planned && { prefixList: name }),
        ports,
        ownedResources,
    };
}

function groupsOf(planned: PlannedEndpoint): Endpoint["groups"] {
    if (!hasSecurityGroup(planned)) return [];
    const { securityGroup, sources, name } = planned;
    return sources.length > 0 ? [securityGroup] : unknown(`the rules of your security groups of ${name}`);
}

function filled(document: string | null): string | null {
    if (document === null) return null;
    return JSON.stringify(fillPlaceholders(JSON.parse(document) as unknown, { accountId: accountOfPlan }));
}

/** Endpoints that the VPC already has, of which the plan knows only the service. */
function existingEndpoints({ leftOut }: VpcPlan): Endpoint[] {
    return leftOut.filter(({ reason }) => reason.key === "existing-endpoint").map(({ service, reason }) => {
        const id = reason.endpointId ?? `existing ${service}`;
        const late = unknown(`the existing endpoint of ${service}`);
        return {
            id,
            kind: late,
            vpc,
            serviceName: late,
            service,
            isAvailable: late,
            policy: late,
            interfaces: late,
            groups: late,
            privateDns: late,
            privateDnsNames: late,
            ports: [],
        };
    });
}
