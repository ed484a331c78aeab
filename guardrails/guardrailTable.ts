import type { Guardrail } from "./guardrail";
import { dnsOwners } from "./rules/dnsOwners";
import { endpointBudget } from "./rules/endpointBudget";
import { endpointGroups } from "./rules/endpointGroups";
import { faultyPolicies, missingPolicies, unprovenPolicies } from "./rules/endpointPolicies";
import { flowLogs } from "./rules/flowLogs";
import { gatewayTables } from "./rules/gatewayTables";
import { openGroups } from "./rules/openGroups";
import { publicAddresses } from "./rules/publicAddresses";
import { publicSubnets } from "./rules/publicSubnets";
import { withoutAddressesAtLaunch, withoutPublicAddress } from "./rules/remediations";
import { defaultRoutes, gatewaysOf } from "./rules/waysOut";
import { neededEndpoints, unreachableServices } from "./rules/workloadReach";

const ofPrivateVpcs: Pick<Guardrail, "enforcementLevel" | "options"> = {
    enforcementLevel: "mandatory",
    options: ["privateVpcs", "privateVpcTags"],
};

/** The policies by name. Their problem codes are `guardrails.` and the name. */
export const guardrailTable = {
    "no-internet-gateway": {
        ...ofPrivateVpcs,
        check: gatewaysOf("internet gateway", "egress-only internet gateway", "carrier gateway"),
    },
    "no-nat-gateway": { ...ofPrivateVpcs, check: gatewaysOf("NAT gateway") },
    "no-default-route": { ...ofPrivateVpcs, check: defaultRoutes },
    "no-public-address": { ...ofPrivateVpcs, check: publicAddresses, remediation: withoutPublicAddress },
    "no-public-subnet": { ...ofPrivateVpcs, check: publicSubnets, remediation: withoutAddressesAtLaunch },
    "endpoint-security-group": { enforcementLevel: "mandatory", options: [], check: endpointGroups },
    "endpoint-policy": { enforcementLevel: "mandatory", options: [], check: missingPolicies },
    "endpoint-policy-valid": { enforcementLevel: "mandatory", options: [], check: faultyPolicies },
    "endpoint-policy-proven": {
        enforcementLevel: "mandatory",
        options: ["perimeter", "accountId"],
        check: unprovenPolicies,
    },
    "gateway-route-tables": { enforcementLevel: "mandatory", options: [], check: gatewayTables },
    "no-open-security-group": { enforcementLevel: "mandatory", options: ["allowedPorts"], check: openGroups },
    "private-dns-owner": { enforcementLevel: "mandatory", options: [], check: dnsOwners },
    "flow-logs": { enforcementLevel: "advisory", options: [], check: flowLogs },
    "workload-reachability": {
        enforcementLevel: "mandatory",
        options: ["needs", "accountId"],
        check: unreachableServices,
    },
    "needed-endpoint": { enforcementLevel: "mandatory", options: ["needs", "accountId"], check: neededEndpoints },
    "endpoint-budget": { enforcementLevel: "mandatory", options: ["maxMonthlyUsd"], checkStack: endpointBudget },
} as const satisfies { [name: string]: Guardrail };

/** The name of a policy. */
export type GuardrailName = keyof typeof guardrailTable;
