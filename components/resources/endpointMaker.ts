import type * as ec2 from "@pulumi/aws/ec2";
import type { GetVpcEndpointResult } from "@pulumi/aws/ec2/getVpcEndpoint";
import type * as pulumi from "@pulumi/pulumi";

import type { Confirmed } from "../plan/endpoints/confirm";
import type { PlannedEndpoint } from "../plan/kinds/endpointKinds";
import type { MadeGroups } from "./endpointGroups";
import type { EndpointToMake, LateValues } from "./lateValues";

/** What differs between kinds of endpoint when one is created. Each kind has a module that implements this. */
export interface EndpointMaker<Planned extends PlannedEndpoint> {
    /** The resource inputs specific to this kind. */
    inputs(toMake: EndpointToMake<Planned>, context: MakerContext<Planned>): Partial<ec2.VpcEndpointArgs>;
    /** The resource options, given the service's endpoints of other kinds, which are created first. */
    options(sameService: ec2.VpcEndpoint[]): pulumi.CustomResourceOptions;
    /** The component's outputs that list endpoints of this kind, and the attribute that each returns. */
    readonly outputs: { [name in EndpointOutput]?: ReportedValue };
    /** The destination of the client security group's rule for an existing endpoint. */
    destination(found: GetVpcEndpointResult): Destination;
}

/** What the inputs of an endpoint depend on, in addition to the endpoint itself. */
export interface MakerContext<Planned extends PlannedEndpoint> {
    late: LateValues;
    groups: MadeGroups;
    /** The ids of the subnets in these zones. */
    subnetsIn(zones: string[]): pulumi.Output<string[]>;
    /** The endpoint as confirmed by AWS. */
    confirmed: Promise<Confirmed<Planned>>;
}

/** The component's outputs with a value for each endpoint, by service. */
export type EndpointOutput = "gatewayEndpointIds" | "interfaceEndpointIds" | "prefixListIds" | "dnsNames";

/** The attributes of an endpoint that are outputs. */
export type ReportedValue = "id" | "prefixListId" | "dnsEntries";

/** A rule's destination: a prefix list or a security group. */
export interface Destination {
    prefixListId?: string;
    referencedSecurityGroupId?: string;
}
