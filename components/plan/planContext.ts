import type { VpcRanges } from "./endpoints/admission";
import type { PolicyTemplates } from "./policies/endpointPolicy";
import type { PerimeterRequest } from "./policies/perimeter";
import type { PlaceholderValues } from "./policies/policyDocument";

/** What the planning of every endpoint of a VPC shares. */
export interface PlanContext extends VpcRanges {
    values: PlaceholderValues;
    /** The VPC's zones, in order of their names. */
    zones: string[];
    /** Zones of interface endpoints without zones of their own. @default every zone of the VPC */
    endpointZones?: string[];
    perimeter?: PerimeterRequest;
    /** The workloads asked for. */
    workloads?: string[];
    /** Whether AWS is asked in the deployment what it supports. */
    asksAws: boolean;
    templates: PolicyTemplates;
}
