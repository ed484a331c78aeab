import * as pulumi from "@pulumi/pulumi";

import { type MadeEndpoint, regionalName } from "./endpoints";
import { type ExistingEndpoints, ofKind } from "./existing";
import { EndpointKind } from "./plan/facts/kinds";

type ByService = pulumi.Output<{ [service: string]: string }>;

/** What is told of endpoints, by service: of those that were made, and of those that were there already. */
export function endpointOutputs(made: MadeEndpoint[], existing: ExistingEndpoints, region: string) {
    const { Gateway, Interface } = EndpointKind;
    const of = (kind: EndpointKind) => made.filter(({ planned }) => planned.kind === kind);
    return {
        gatewayEndpointIds: both(
            byService(of(Gateway), ({ endpoint }) => endpoint.id),
            ofKind(existing, Gateway, ({ id }) => id),
        ),
        interfaceEndpointIds: both(
            byService(of(Interface), ({ endpoint }) => endpoint.id),
            ofKind(existing, Interface, ({ id }) => id),
        ),
        prefixListIds: both(
            byService(of(Gateway), ({ endpoint }) => endpoint.prefixListId),
            ofKind(existing, Gateway, ({ prefixListId }) => prefixListId),
        ),
        dnsNames: both(
            byService(
                of(Interface),
                ({ endpoint }) => endpoint.dnsEntries.apply((entries) => regionalName(entries, region)),
            ),
            ofKind(existing, Interface, ({ dnsEntries }) => regionalName(dnsEntries, region)),
        ),
    };
}

function byService(made: MadeEndpoint[], valueOf: (made: MadeEndpoint) => pulumi.Output<string>): ByService {
    return pulumi.all(Object.fromEntries(made.map((one) => [one.planned.service, valueOf(one)])));
}

function both(made: ByService, existing: ByService | undefined): ByService {
    return existing ? pulumi.all([made, existing]).apply(([mine, others]) => ({ ...mine, ...others })) : made;
}
