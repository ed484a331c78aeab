import type * as pulumi from "@pulumi/pulumi";

import type { ServiceKey } from "../plan/facts/catalogue/serviceKey";
import type { Workload } from "../plan/facts/workloads";
import { connection, type ConnectionArgs } from "./connectionArgs";
import { integer, list, map, type Rows, secret, text } from "./contract";
import { dnsFirewall, type DnsFirewallArgs } from "./dnsFirewallArgs";
import { endpoint, type EndpointArgs } from "./endpointArgs";
import { type EndpointOptions, endpointOptions } from "./endpointOptions";
import { perimeter, type PerimeterArgs } from "./perimeterArgs";

/** What a VPC's workloads use, and the options for its endpoints. The same for a new and an existing VPC. */
export interface RequestedEndpointsArgs {
    /** Workloads to plan for: named sets of the services they call, e.g. `ecs-fargate`. @default [] */
    workloads?: (Workload | (string & Record<never, never>))[];
    /** AWS services, by the last part of their endpoint service name, e.g. `sqs`, `ecr.api`. @default [] */
    services?: (ServiceKey | (string & Record<never, never>))[];
    /** Options for single services, by service key, e.g. `{ s3: { reachableFrom: ["10.0.0.0/8"] } }`. @default {} */
    endpoints?: { [service: string]: EndpointArgs };
    /** Endpoint services to connect to, your own or a partner's, by a name of your choice, e.g. `orders`. @default {} */
    endpointServices?: { [name: string]: ConnectionArgs };
    /**
     * Availability Zones for interface endpoints, unless an endpoint sets its own `zones`. Each zone is billed.
     *
     * @default - every zone with a subnet
     */
    endpointZones?: string[];
    /** Which principals and resources the endpoint policies trust. @default - the stack's own account */
    perimeter?: PerimeterArgs;
    /**
     * A DNS firewall for the whole VPC that allows only the names that the plan needs. Without it, data can leave the VPC in
     * DNS queries for any public name.
     *
     * @default - no DNS firewall
     */
    dnsFirewall?: DnsFirewallArgs;
    /** Options that apply to all endpoints. @default {} */
    options?: EndpointOptions;
    /** Your account's raised AWS quotas, by ID, e.g. `{ "quota.interface-per-vpc": 100 }`. @default {} */
    quotas?: { [rule: string]: number };
    /** Additional tags of every resource; the tags `Name` and `private-vpc:owner` are always set. @default {} */
    tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
    /**
     * The value of the tag `private-vpc:owner`, e.g. `shop/prod`, by which `private-vpc recover` and IAM policies
     * recognize the stack's resources. No other stack of the account may have the same. Set it before you rename a
     * stack, to keep the tag.
     *
     * @default - the project's name, `/`, and the stack's name
     */
    owner?: string;
}

/** The rows of `RequestedEndpointsArgs`. */
export const requestedEndpointsRows: Rows<RequestedEndpointsArgs> = {
    workloads: { is: list(text, "[ecs-fargate]") },
    services: { is: list(text, "[sqs, logs]") },
    endpoints: { is: map(endpoint) },
    endpointServices: { is: map(connection) },
    endpointZones: { is: list(text, "[us-east-1a]") },
    perimeter: { is: perimeter },
    dnsFirewall: { is: dnsFirewall },
    options: { is: endpointOptions },
    quotas: { is: map(integer) },
    tags: { is: secret(map(secret(text))) },
    owner: { is: text },
};
