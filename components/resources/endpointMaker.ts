import type * as ec2 from "@pulumi/aws/ec2";
import type { GetVpcEndpointResult } from "@pulumi/aws/ec2/getVpcEndpoint";
import type * as pulumi from "@pulumi/pulumi";

import type { Confirmed } from "../plan/endpoints/confirm";
import type { PlannedEndpoint } from "../plan/kinds/endpointKinds";
import type { MadeGroups } from "./endpointGroups";
import type { EndpointToMake, LateValues } from "./lateValues";

/** What differs between the kinds of endpoint once one is made: each kind is one such module. */
export interface EndpointMaker<Planned extends PlannedEndpoint> {
    /** The inputs that only this kind has. */
    inputs(toMake: EndpointToMake<Planned>, context: MakerContext<Planned>): Partial<ec2.VpcEndpointArgs>;
    /** The options of the resource, where endpoints of other kinds of the same service are made before it. */
    options(sameService: ec2.VpcEndpoint[]): pulumi.CustomResourceOptions;
    /** The component's outputs that its endpoints are in, by what AWS reports of an endpoint. */
    readonly outputs: { [name in EndpointOutput]?: ReportedValue };
    /** Where the rule of a client's security group leads, for an endpoint that AWS reports. */
    destination(found: GetVpcEndpointResult): Destination;
}

/** What the inputs of an endpoint depend on, in addition to the endpoint itself. */
export interface MakerContext<Planned extends PlannedEndpoint> {
    late: LateValues;
    groups: MadeGroups;
    /** What AWS confirmed of the endpoint. */
    confirmed: pulumi.Output<Confirmed<Planned>>;
}

/** The outputs of the component that have a value for each endpoint, by service. */
export type EndpointOutput = "gatewayEndpointIds" | "interfaceEndpointIds" | "prefixListIds" | "dnsNames";

/** What of an endpoint is an output. */
export type ReportedValue = "id" | "prefixListId" | "dnsEntries";

/** Where a rule leads: to a prefix list or to a security group. */
export interface Destination {
    prefixListId?: string;
    referencedSecurityGroupId?: string;
}
