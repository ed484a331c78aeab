import type { GetVpcEndpointResult } from "@pulumi/aws/ec2/getVpcEndpoint";
import * as pulumi from "@pulumi/pulumi";

import type { ExistingEndpoints } from "../aws/lookUpExisting";
import type { EndpointOutput, ReportedValue } from "./endpointMaker";
import { endpointMakers, makerOf } from "./endpointMakers";
import { type MadeEndpoint, regionalName } from "./makeEndpoints";

type ByService = pulumi.Output<{ [service: string]: string }>;

/** The component's outputs by service, for created and existing endpoints. */
export function endpointOutputs(made: MadeEndpoint[], existing: ExistingEndpoints, region: string) {
    const output = (name: EndpointOutput): ByService => {
        const [mine, others] = [ofMade(name, made, region), ofExisting(name, existing, region)];
        return others ? pulumi.all([mine, others]).apply(([some, more]) => ({ ...some, ...more })) : mine;
    };
    return {
        gatewayEndpointIds: output("gatewayEndpointIds"),
        interfaceEndpointIds: output("interfaceEndpointIds"),
        prefixListIds: output("prefixListIds"),
        dnsNames: output("dnsNames"),
    };
}

function ofMade(name: EndpointOutput, made: MadeEndpoint[], region: string): ByService {
    return pulumi.all(Object.fromEntries(made.flatMap(({ planned, endpoint }) => {
        const value = endpointMakers[planned.kind].outputs[name];
        if (value === undefined) return [];
        const reported = value === "dnsEntries"
            ? endpoint.dnsEntries.apply((entries) => regionalName(entries, region))
            : endpoint[value];
        return [[planned.service, reported]];
    })));
}

/** Outputs of existing endpoints, whose kind is known only from AWS; `undefined` if there are none. */
function ofExisting(name: EndpointOutput, existing: ExistingEndpoints, region: string): ByService | undefined {
    if (Object.keys(existing).length === 0) return undefined;
    return pulumi.output(existing).apply((found) =>
        Object.fromEntries(
            Object.entries(found).flatMap(([service, endpoints]) =>
                // The first of a service is the last entry, which counts.
                [...endpoints].reverse().flatMap((endpoint) => {
                    const value = makerOf(endpoint.vpcEndpointType)?.outputs[name];
                    return value === undefined
                        ? []
                        : [[service, valueOf(endpoint as GetVpcEndpointResult, value, region)]];
                })
            ),
        )
    );
}

function valueOf(endpoint: GetVpcEndpointResult, value: ReportedValue, region: string): string {
    return value === "dnsEntries" ? regionalName(endpoint.dnsEntries, region) : endpoint[value];
}
