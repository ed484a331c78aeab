import type * as pulumi from "@pulumi/pulumi";

import type { EndpointService, PrivateDnsVerification, PrivateVpc, VpcEndpoints } from "../../components";
import { list, map, number, object, type Schema, text } from "../../components/args/contract";
import type { OutputsOf } from "../../components/args/outputsOf";
import type { PlanSummary } from "../../components/plan/summary";
import type { EndpointsPlanOutputs, VpcPlanOutputs } from "../../provider/planOutputs";

/** The schema of each output. An output without a schema, or with one of another type, does not compile. */
export type OutputSchemas<T> = {
    readonly [Key in keyof OutputsOf<T>]-?: Exclude<T[Key & keyof T], undefined> extends pulumi.Output<infer Value>
        ? Schema<Value>
        : never;
};

type PlanSchemas<T> = { readonly [Key in keyof T]: Schema<T[Key]> };

/** The outputs for the plan of `VpcEndpoints` in other languages. */
export const endpointsPlanOutputs: PlanSchemas<EndpointsPlanOutputs> = {
    planJson: text,
    planSummary: object<PlanSummary>("PlanSummary", {
        endpoints: { is: map(text), required: "{ s3-gateway: a gateway is free }" },
        monthlyUsd: { is: number, required: "43.8" },
    }),
};

/** The outputs for the plan of `PrivateVpc` in other languages. */
export const vpcPlanOutputs: PlanSchemas<VpcPlanOutputs> = { ...endpointsPlanOutputs, planMarkdown: text };

/** The outputs of `VpcEndpoints`. */
export const vpcEndpointsOutputs: OutputSchemas<VpcEndpoints> = {
    gatewayEndpointIds: map(text),
    interfaceEndpointIds: map(text),
    prefixListIds: map(text),
    dnsNames: map(text),
    endpointSecurityGroupId: text,
    clientSecurityGroupId: text,
};

/** The outputs of `PrivateVpc`. */
export const privateVpcOutputs: OutputSchemas<PrivateVpc> = {
    vpcId: text,
    cidrBlock: text,
    subnetIds: list(text, "[subnet-0123456789abcdef0]"),
    subnetIdsByZone: map(text),
    secondarySubnetIds: map(map(text)),
    routeTableIds: list(text, "[rtb-0123456789abcdef0]"),
    routeTableIdsByZone: map(text),
    ...vpcEndpointsOutputs,
};

/** The outputs of `EndpointService`. */
export const endpointServiceOutputs: OutputSchemas<EndpointService> = {
    serviceName: text,
    serviceId: text,
    availabilityZones: list(text, "[us-east-1a]"),
    privateDnsVerification: object<PrivateDnsVerification>("PrivateDnsVerification", {
        recordName: { is: text, required: "_6e86v84tqgqubxbwii1m.orders.example.com" },
        recordType: { is: text, required: "TXT" },
        recordValue: { is: text, required: "vpce:l6p0ERxlTt45jevFwOCp" },
    }),
};
