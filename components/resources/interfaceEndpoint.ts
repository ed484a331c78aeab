import * as pulumi from "@pulumi/pulumi";

import { givenGroups } from "../plan/endpoints/admission";
import { flagToSend } from "../plan/endpoints/inboundResolver";
import type { PlannedInterface } from "../plan/kinds/interfaceKind";
import type { EndpointMaker } from "./endpointMaker";

/** The maker for interface endpoints. */
export const interfaceEndpoint: EndpointMaker<PlannedInterface> = {
    inputs({ planned, securityGroupIds }, { groups, subnetsIn, confirmed }) {
        const { securityGroup } = planned;
        const flag = flagToSend(planned);
        return {
            subnetIds: pulumi.output(confirmed.then(({ endpoint }) => subnetsIn(endpoint.zones))),
            securityGroupIds: securityGroup === givenGroups ? securityGroupIds : [groups[securityGroup]!.id],
            privateDnsEnabled: confirmed.then(({ endpoint }) => endpoint.privateDns),
            // AWS defaults a missing flag to true, and then rejects an interface endpoint if the VPC has no gateway endpoint.
            ...(flag === undefined ? {} : { dnsOptions: { privateDnsOnlyForInboundResolverEndpoint: flag } }),
        };
    },
    options: (sameService) => ({
        // Two endpoints of a service cannot both have its private DNS names, not even during a replacement.
        deleteBeforeReplace: true,
        // With private DNS for the inbound Resolver only, AWS requires the gateway endpoint: created first, deleted last.
        dependsOn: sameService,
    }),
    outputs: { interfaceEndpointIds: "id", dnsNames: "dnsEntries" },
    destination: ({ securityGroupIds: [first] }) => ({ referencedSecurityGroupId: first }),
};
