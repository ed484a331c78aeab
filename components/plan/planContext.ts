import type { VpcRanges } from "./endpoints/admission";
import type { PolicyTemplates } from "./policies/endpointPolicy";
import type { PerimeterRequest } from "./policies/perimeter";
import type { PlaceholderValues } from "./policies/policyDocument";

/** What all endpoints of a VPC share in planning. */
export interface PlanContext extends VpcRanges {
    values: PlaceholderValues;
    /** The VPC's zones, sorted by name. */
    zones: string[];
    /** Zones for interface endpoints that do not set their own. @default every zone of the VPC */
    endpointZones?: string[];
    perimeter?: PerimeterRequest;
    /** The requested workloads. */
    workloads?: string[];
    /** Whether AWS is asked during the deployment what it supports. */
    asksAws: boolean;
    templates: PolicyTemplates;
}
