import { partitionOf, partsOf, serviceNamed, typeOfService } from "../endpointServiceOutputs";
import { types } from "../world";
import { invalid, noSuchService as noSuchName, type Refuse } from "./refuse";

// EC2's wording, e.g. in https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/1859
const noLoadBalancer: Refuse = ({ attributes: { networkLoadBalancerArns = [] } }) => {
    if (networkLoadBalancerArns.length > 0) return undefined;
    const message = "exactly one of network_load_balancer_arn or gateway_load_balancer_arn is a required member";
    return invalid(message, "give it the ARN of a network load balancer");
};

// Elastic Load Balancing's wording, e.g. in https://github.com/hashicorp/terraform-provider-aws/issues/28536
const notLoadBalancer: Refuse = ({ attributes: { networkLoadBalancerArns = [] } }, { region }) => {
    const wrong = (networkLoadBalancerArns as string[]).find((arn) => {
        const [prefix, , service, itsRegion, account = "", resource = ""] = arn.split(":");
        const [kind, type, name, id, ...more] = resource.split("/");
        const complete = kind === "loadbalancer" && type && name && id && more.length === 0;
        const isArn = prefix === "arn" && service === "elasticloadbalancing" && /^\d{12}$/.test(account) && complete;
        return !isArn || (region !== undefined && itsRegion !== region);
    });
    if (wrong === undefined) return undefined;
    const fix = `give it the ARN of a network load balancer in ${region ?? "its Region"}`;
    return invalid(`'${wrong}' is not a valid load balancer ARN`, fix);
};

// Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpointServiceConfiguration.html
const notNetworkLoadBalancer: Refuse = ({ attributes: { networkLoadBalancerArns = [] } }) => {
    const wrong = (networkLoadBalancerArns as string[]).find((arn) => !arn.includes(":loadbalancer/net/"));
    if (wrong === undefined) return undefined;
    return invalid(`${wrong} is not a network load balancer`, "put a network load balancer before it");
};

const notPrincipal: Refuse = ({ attributes: { allowedPrincipals = [], principalArn = [] } }) => {
    const wrong = [allowedPrincipals, principalArn].flat().find((principal: string) => !isPrincipal(principal));
    if (wrong === undefined) return undefined;
    const fix = "give it the ARN of a role or a user without a path, or of an account: arn:aws:iam::111122223333:root";
    return { code: "InvalidPrincipal", message: `Invalid Principal: '${wrong}'`, fix };
};

/**
 * Whether EC2 accepts a string as a principal: everyone, an AWS service, an account, a role or a user.
 *
 * Sources: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcEndpointServicePermissions.html,
 * https://github.com/aws/aws-cdk/pull/29512 for services, and https://github.com/hashicorp/terraform-provider-aws/issues/16657
 * for EC2's error for others, e.g. the ARN of a role session.
 */
function isPrincipal(text: string): boolean {
    if (text === "*" || /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com$/.test(text)) return true;
    const [prefix, , service, region, account = "", resource = "", ...more] = text.split(":");
    if (prefix !== "arn" || service !== "iam" || region !== "" || more.length > 0) return false;
    const [kind = "", name, ...path] = resource.split("/");
    const named = ["role", "user"].includes(kind) && !!name && path.length === 0;
    return /^\d{12}$/.test(account) && (resource === "root" || named);
}

/** Why AWS rejects an endpoint service. */
export const serviceRefusals: Refuse[] = [noLoadBalancer, notLoadBalancer, notNetworkLoadBalancer, notPrincipal];

const noSuchService: Refuse = ({ attributes: { vpcEndpointServiceId: id } }, world) => {
    if (id === undefined || world.find(id)?.type === types.endpointService) return undefined;
    const message = `The VpcEndpointService Id '${id}' does not exist`;
    return { code: "InvalidVpcEndpointServiceId.NotFound", message, fix: "name a service of this account and Region" };
};

const notConnected: Refuse = ({ attributes: { vpcEndpointId, vpcEndpointServiceId } }, world) => {
    const endpoint = world.find(vpcEndpointId);
    const { serviceName } = world.find(vpcEndpointServiceId)!.attributes;
    // Consumers in other accounts are not modelled.
    if (!endpoint || endpoint.attributes.serviceName === serviceName) return undefined;
    const message = `The Vpc Endpoint Id '${vpcEndpointId}' does not exist`;
    const fix = `it is an endpoint of ${endpoint.attributes.serviceName}; name one of ${serviceName}`;
    return { code: "InvalidVpcEndpointId.NotFound", message, fix };
};

/**
 * Where acceptance is required, a connection may be accepted again: AWS then lists it among those that it did not accept, and
 * the provider only waits until it is available.
 *
 * Source: https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ec2/vpc_endpoint_connection_accepter.go
 */
const notWaiting: Refuse = ({ attributes: { vpcEndpointId, vpcEndpointServiceId } }, world) => {
    const state = world.find(vpcEndpointId)?.attributes.state ?? "pendingAcceptance";
    if (state !== "available" || world.find(vpcEndpointServiceId)!.attributes.acceptanceRequired !== false) {
        return undefined;
    }
    const message = `${vpcEndpointId} is in state available and cannot be accepted`;
    return { code: "InvalidState", message, fix: "accept connections only where acceptance is required" };
};

/** Why AWS rejects the acceptance of a connection. */
export const accepterRefusals: Refuse[] = [noSuchService, notConnected, notWaiting];

const wrongEvent: Refuse = ({ attributes: { connectionEvents = [] } }) => {
    const known = ["Accept", "Reject", "Connect", "Delete"];
    const wrong = (connectionEvents as string[]).find((event) => !known.includes(event));
    if (wrong === undefined) return undefined;
    return invalid(`Value (${wrong}) for parameter ConnectionEvents is invalid`, `use ${known.join(", ")}`);
};

/** Why AWS rejects a connection notification. */
export const notificationRefusals: Refuse[] = [noSuchService, wrongEvent];

/** The provider creates records and does not overwrite them. Source: internal/service/route53/record.go of the provider. */
const recordExists: Refuse = ({ id, attributes: { name, type } }, world) => {
    if (!world.find(id)) return undefined;
    const message = `[Tried to create resource record set [name='${name}.', type='${type}'] but it already exists]`;
    return { code: "InvalidChangeBatch", message, fix: "import the record, or delete it" };
};

/** Why Route 53 rejects a record. */
export const recordRefusals: Refuse[] = [recordExists];

/** Why AWS rejects an allowed principal. */
export const principalRefusals: Refuse[] = [noSuchService, notPrincipal];

/** AWS does not show a service whose owner does not allow the account, or that is in another partition. */
const notVisible: Refuse = ({ attributes: { serviceName } }, world) => {
    const { region } = world;
    if (region === undefined) return undefined;
    const itsPartition = partitionOf(partsOf(serviceName)?.region);
    const isElsewhere = itsPartition !== undefined && itsPartition !== partitionOf(region);
    return isElsewhere || typeOfService(serviceName, world) === null ? noSuchName(serviceName, region) : undefined;
};

// EC2's wording, e.g. in https://github.com/hashicorp/terraform/issues/24478
const ofAnotherType: Refuse = ({ attributes: { serviceName, vpcEndpointType = "Gateway" } }, world) => {
    const type = typeOfService(serviceName, world);
    if (!partsOf(serviceName) || type === vpcEndpointType) return undefined;
    return invalid(
        `Endpoint type (${vpcEndpointType}) does not match available service types ([${type}]).`,
        `make an endpoint of type ${type}`,
    );
};

const outsideItsZones: Refuse = ({ attributes: { serviceName, serviceRegion, subnetIds = [] } }, world) => {
    const zones = serviceNamed(serviceName, world)?.attributes.availabilityZones ?? [];
    const subnets = (subnetIds as string[]).flatMap((id) => world.find(id) ?? []);
    const foreign = subnets.find(({ attributes }) => !zones.includes(attributes.availabilityZone));
    if (zones.length === 0 || serviceRegion !== undefined || !foreign) return undefined;
    return invalid(
        `The VPC endpoint service ${serviceName} does not support the availability zone of the subnet: ${foreign.id}.`,
        `put the endpoint in zones of its load balancers: ${zones.join(", ")}`,
    );
};

const policyOnOwnService: Refuse = ({ attributes: { serviceName, policy } }) => {
    if (policy === undefined || !partsOf(serviceName)) return undefined;
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

/** Why AWS rejects an endpoint of your own or a partner's endpoint service. */
export const connectionRefusals: Refuse[] = [
    notVisible,
    ofAnotherType,
    outsideItsZones,
    policyOnOwnService,
    nameNotVerified,
];
