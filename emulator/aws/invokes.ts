import { hostIn } from "../../components/plan/services/endpointNames";
import { factsOf } from "../../components/plan/services/serviceNames";
import { attachmentInvokes } from "./attachmentInvokes";
import { describedService, partsOf } from "./endpointServiceOutputs";
import { AwsError } from "./error";
import { firewallInvokes } from "./firewallInvokes";
import { networkInvokes } from "./networkInvokes";
import { noSuchService, serviceOf } from "./refusals/refuse";
import type { Attributes, World } from "./world";

/** AWS's answers to the lookups that this project makes, by token. */
export const invokes: { [token: string]: (args: Attributes, world: World) => Attributes } = {
    "aws:index/getCallerIdentity:getCallerIdentity": (_, { accountId }) => ({
        accountId,
        id: accountId,
        arn: `arn:aws:iam::${accountId}:user/example`,
        userId: "AIDACKCEVSQ6C2EXAMPLE",
    }),
    "aws:index/getRegion:getRegion": (
        _,
        { region },
    ) => (region === undefined ? {} : { region, id: region, name: region }),
    "aws:ec2/getVpcEndpointService:getVpcEndpointService": getVpcEndpointService,
    ...attachmentInvokes,
    ...firewallInvokes,
    ...networkInvokes,
};

const zoneLetters = [..."abcdefgh"];

/** Unknown facts are answered as the plan assumes; only AWS knows better. */
function getVpcEndpointService(args: Attributes, world: World): Attributes {
    const { region } = world;
    const service = serviceOf(args, world);
    if (region === undefined) return {};
    if (partsOf(args.serviceName)) return describedService(args, world);
    if (service === undefined) throw new AwsError(args.serviceName, "look up", noSuchService(args.serviceName, region));
    const { privateDnsNames, policySupport } = factsOf(service);
    const [name = ""] = privateDnsNames ?? [`${service}.<region>.amazonaws.com`];
    const without = world.zonesWithout[service] ?? [];
    return {
        serviceName: args.serviceName,
        serviceType: args.serviceType,
        availabilityZones: zoneLetters.map((letter) => region + letter).filter((zone) => !without.includes(zone)),
        privateDnsName: hostIn(region, name),
        vpcEndpointPolicySupported: (policySupport ?? true) && !world.servicesWithoutPolicy.includes(service),
    };
}
