import * as pulumi from "@pulumi/pulumi";

import { givenGroups } from "../plan/endpoints/admission";
import { flagToSend } from "../plan/endpoints/inboundResolver";
import type { PlannedInterface } from "../plan/kinds/interfaceKind";
import type { EndpointMaker } from "./endpointMaker";

/** How interface endpoints are made. */
export const interfaceEndpoint: EndpointMaker<PlannedInterface> = {
    inputs({ planned, securityGroupIds }, { late: { subnetIds }, groups, confirmed }) {
        const { securityGroup } = planned;
        const flag = flagToSend(planned);
        return {
            subnetIds: confirmed.apply(({ endpoint }) => pulumi.all(endpoint.zones.map((zone) => subnetIds[zone]!))),
            securityGroupIds: securityGroup === givenGroups ? securityGroupIds : [groups[securityGroup]!.id],
            privateDnsEnabled: confirmed.apply(({ endpoint }) => endpoint.privateDns),
            // AWS takes a missing flag for true, and then refuses an interface endpoint where the VPC has no gateway endpoint.
            ...(flag === undefined ? {} : { dnsOptions: { privateDnsOnlyForInboundResolverEndpoint: flag } }),
        };
    },
    options: (sameService) => ({
        // Two endpoints of a service cannot both hold its names, not even while one replaces the other.
        deleteBeforeReplace: true,
        // Where only an inbound Resolver endpoint is given the names, AWS wants the gateway first and gone last.
        dependsOn: sameService,
    }),
    outputs: { interfaceEndpointIds: "id", dnsNames: "dnsEntries" },
    destination: ({ securityGroupIds: [first] }) => ({ referencedSecurityGroupId: first }),
};
