import { isEndpointServiceName } from "../../../components/plan/endpointServices/endpointServiceName";
import { checkLoadBalancerArns } from "../../../components/plan/endpointServices/loadBalancerArn";
import { checkPrincipals } from "../../../components/plan/endpointServices/principal";
import type { Problem } from "../../../components/plan/problem";
import { serviceNamed, typeOfService } from "../endpointServices";
import type { Refusal } from "../error";
import { types, type World } from "../world";
import { invalid, noSuchService as noSuchName, type Refuse } from "./refuse";

function firstOf([problem]: Problem[]): Refusal | undefined {
    return problem && invalid(`${problem.path} ${problem.message}`, problem.hint);
}

const wrongLoadBalancer: Refuse = ({ attributes: { networkLoadBalancerArns = [] } }, { region }) =>
    firstOf(checkLoadBalancerArns(networkLoadBalancerArns, region));

const wrongPrincipal: Refuse = ({ attributes: { allowedPrincipals = [] } }) =>
    firstOf(checkPrincipals(allowedPrincipals));

/** Why AWS refuses an endpoint service. */
export const serviceRefusals: Refuse[] = [wrongLoadBalancer, wrongPrincipal];

function missingService(id: string | undefined, world: World): Refusal | undefined {
    if (id === undefined || world.find(id)?.type === types.endpointService) return undefined;
    const message = `The VpcEndpointService Id '${id}' does not exist`;
    return { code: "InvalidVpcEndpointServiceId.NotFound", message, cure: "name a service of this account and Region" };
}

const noSuchService: Refuse = ({ attributes: { vpcEndpointServiceId } }, world) =>
    missingService(vpcEndpointServiceId, world);

const notConnected: Refuse = ({ attributes: { vpcEndpointId, vpcEndpointServiceId } }, world) => {
    const endpoint = world.find(vpcEndpointId);
    const { serviceName } = world.find(vpcEndpointServiceId)!.attributes;
    // A consumer of another account is not known here.
    if (!endpoint || endpoint.attributes.serviceName === serviceName) return undefined;
    const message = `The Vpc Endpoint Id '${vpcEndpointId}' does not exist`;
    const cure = `it is an endpoint of ${endpoint.attributes.serviceName}; name one of ${serviceName}`;
    return { code: "InvalidVpcEndpointId.NotFound", message, cure };
};

const notWaiting: Refuse = ({ attributes: { vpcEndpointId } }, world) => {
    const state = world.find(vpcEndpointId)?.attributes.state ?? "pendingAcceptance";
    if (state !== "available") return undefined;
    const message = `${vpcEndpointId} is in state available and cannot be accepted`;
    return { code: "InvalidState", message, cure: "accept it once, and only where acceptance is required" };
};

/** Why AWS refuses to accept a connection. */
export const accepterRefusals: Refuse[] = [noSuchService, notConnected, notWaiting];

const wrongEvent: Refuse = ({ attributes: { connectionEvents = [] } }) => {
    const known = ["Accept", "Reject", "Connect", "Delete"];
    const wrong = (connectionEvents as string[]).find((event) => !known.includes(event));
    if (wrong === undefined) return undefined;
    return invalid(`Value (${wrong}) for parameter ConnectionEvents is invalid`, `use ${known.join(", ")}`);
};

/** Why AWS refuses to tell of connections. */
export const notificationRefusals: Refuse[] = [noSuchService, wrongEvent];

const onePrincipal: Refuse = ({ attributes: { principalArn } }) => firstOf(checkPrincipals([principalArn]));

/** Why AWS refuses to let a principal ask for connections. */
export const principalRefusals: Refuse[] = [noSuchService, onePrincipal];

const notAllowed: Refuse = ({ attributes: { serviceName } }, world) =>
    world.region !== undefined && typeOfService(serviceName, world) === null
        ? noSuchName(serviceName, world.region)
        : undefined;

// In EC2's words, e.g. in https://github.com/hashicorp/terraform/issues/24478
const ofAnotherType: Refuse = ({ attributes: { serviceName, vpcEndpointType = "Gateway" } }, world) => {
    const type = typeOfService(serviceName, world);
    if (!isEndpointServiceName(serviceName) || type === vpcEndpointType) return undefined;
    return invalid(
        `Endpoint type (${vpcEndpointType}) does not match available service types ([${type}]).`,
        `make an endpoint of type ${type}`,
    );
};

const outsideItsZones: Refuse = ({ attributes: { serviceName, serviceRegion, subnetIds = [] } }, world) => {
    const zones = serviceNamed(serviceName, world)?.attributes.availabilityZones ?? [];
    const subnets = (subnetIds as string[]).flatMap((id) => world.find(id) ?? []);
    const stranger = subnets.find(({ attributes }) => !zones.includes(attributes.availabilityZone));
    if (zones.length === 0 || serviceRegion !== undefined || !stranger) return undefined;
    return invalid(
        `The VPC endpoint service ${serviceName} does not support the availability zone of the subnet: ${stranger.id}.`,
        `put the endpoint in zones of its load balancers: ${zones.join(", ")}`,
    );
};

const policyOnOwnService: Refuse = ({ attributes: { serviceName, policy } }) => {
    if (policy === undefined || !isEndpointServiceName(serviceName)) return undefined;
    const message = `The VPC endpoint service ${serviceName} does not support endpoint policies`;
    return invalid(message, "leave the policy out");
};

const nameNotVerified: Refuse = ({ attributes: { serviceName, privateDnsEnabled } }, world) => {
    const service = serviceNamed(serviceName, world);
    const [configuration] = service?.attributes.privateDnsNameConfigurations ?? [];
    if (!privateDnsEnabled || !service || configuration?.state === "verified") return undefined;
    return invalid(
        `Private DNS can't be enabled because the service ${serviceName} has not verified the private DNS name.`,
        configuration
            ? `verify the name of ${service.name} first`
            : `give ${service.name} a private DNS name, or leave it off`,
    );
};

/** Why AWS refuses an endpoint of somebody's own service. */
export const connectionRefusals: Refuse[] = [
    notAllowed,
    ofAnotherType,
    outsideItsZones,
    policyOnOwnService,
    nameNotVerified,
];
