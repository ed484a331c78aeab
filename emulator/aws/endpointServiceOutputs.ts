import { type Partition, type PartitionFacts, partitions } from "../../components/plan/facts/partitions";
import { regions } from "../../components/plan/facts/regions";
import { LookUpError } from "./error";
import { type Attributes, type Made, type Outputs, types, type World } from "./world";

/**
 * The Region and the ID in the name of an endpoint service; `undefined` for any other name, e.g. of an AWS service.
 *
 * Name: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpointServiceConfiguration.html
 * Id: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html
 */
export function partsOf(serviceName: string): { region: string; id: string } | undefined {
    const [start = "", end = "", ...more] = serviceName.split(".vpce.");
    const [region = "", id = "", ...others] = end.split(".");
    if (start !== prefixIn(region) || more.length + others.length > 0) return undefined;
    return /^vpce-svc-([0-9a-f]{8}|[0-9a-f]{17})$/.test(id) ? { region, id } : undefined;
}

/** How the names of a Region's endpoint services begin, e.g. `cn.com.amazonaws` in China. */
function prefixIn(region: string | undefined): string {
    return factsOfPartition(region)?.servicePrefix ?? "com.amazonaws";
}

function factsOfPartition(region: string | undefined): PartitionFacts | undefined {
    const partition = partitionOf(region);
    return partition === undefined ? undefined : partitions[partition];
}

/** The partition of a Region; `undefined` if the Region is unknown. */
export function partitionOf(region: string | undefined): Partition | undefined {
    return region !== undefined && Object.hasOwn(regions, region) ? regions[region]!.partition : undefined;
}

const lettersOfArns: { [type: string]: string } = { network: "net", application: "app", gateway: "gwy" };

/** The computed outputs of load balancers and their endpoint services, by type token. */
export const endpointServiceOutputs: { [type: string]: Outputs } = {
    [types.loadBalancer]: {
        prefix: "",
        id: (name, hash, { name: given = name, loadBalancerType = "application" }, { region, accountId }) =>
            `arn:aws:elasticloadbalancing:${region}:${accountId}:loadbalancer/`
            + `${lettersOfArns[loadBalancerType]}/${given}/${hash.slice(0, 16)}`,
        added: ({ id, name }, { region }) => ({
            arn: id,
            dnsName: `${name}-${id.slice(-16)}.elb.${region}.amazonaws.com`,
        }),
    },
    [types.endpointService]: { prefix: "vpce-svc", added: serviceOutputs },
    [types.accepter]: {
        prefix: "",
        id: (_, __, { vpcEndpointServiceId, vpcEndpointId }) => `${vpcEndpointServiceId}_${vpcEndpointId}`,
        added: () => ({ vpcEndpointState: "available" }),
    },
    [types.notification]: {
        prefix: "vpce-nfn",
        added: () => ({ notificationType: "Topic", state: "Enabled" }),
    },
    [types.principal]: { prefix: "vpce-svc-perm", added: () => ({}) },
    [types.record]: {
        prefix: "",
        // https://www.pulumi.com/registry/packages/aws/api-docs/route53/record/#import
        id: (_, __, { zoneId, name, type }) => [zoneId, String(name).toLowerCase(), type].join("_"),
        added: () => ({}),
    },
    [types.verification]: {
        prefix: "",
        // It is a request, of which AWS keeps no resource: a second one adds nothing.
        id: (_, __, { serviceId }) => `${serviceId}_verification`,
        added: () => ({}),
    },
};

function serviceOutputs({ id, attributes }: Made, world: World): Attributes {
    const { region, accountId } = world;
    const { privateDnsName, networkLoadBalancerArns = [], supportedRegions = [region] } = attributes;
    const token = id.slice(-17);
    const before = world.find(id)?.attributes;
    return {
        arn: `arn:aws:ec2:${region}:${accountId}:vpc-endpoint-service/${id}`,
        serviceName: `${prefixIn(region)}.vpce.${region}.${id}`,
        serviceType: "Interface",
        state: "Available",
        availabilityZones: zonesOf(networkLoadBalancerArns, world),
        baseEndpointDnsNames: [`${id}.${region}.vpce.amazonaws.com`],
        managesVpcEndpoints: false,
        supportedRegions,
        // An unchanged name stays verified.
        privateDnsNameConfigurations: privateDnsName === undefined
            ? []
            : before?.privateDnsName === privateDnsName
            ? before!.privateDnsNameConfigurations
            : [{ name: `_${token}`, type: "TXT", value: `vpce:${token}`, state: "pendingVerification" }],
    };
}

function zonesOf(loadBalancers: string[], world: World): string[] {
    const subnets = loadBalancers.flatMap((arn) => subnetsOf(world.find(arn)?.attributes ?? {}));
    return [...new Set(subnets.flatMap((id) => world.find(id)?.attributes.availabilityZone ?? []))].sort();
}

function subnetsOf({ subnets = [], subnetMappings = [] }: Attributes): string[] {
    return [...subnets, ...(subnetMappings as { subnetId: string }[]).map(({ subnetId }) => subnetId)];
}

/** This account's endpoint service with the name. Services of other accounts are not modelled here. */
export function serviceNamed(serviceName: string, world: World): Made | undefined {
    return world.all(types.endpointService, (service) => service.serviceName === serviceName)[0];
}

/** The type of an endpoint service; `null` if its owner does not allow this account to see it. */
export function typeOfService(serviceName: string, world: World): string | null {
    const own = serviceNamed(serviceName, world);
    if (own) return own.attributes.serviceType as string;
    const foreign = world.foreignServices[serviceName];
    return foreign === undefined ? "Interface" : foreign;
}

/**
 * AWS's answer to a lookup of an endpoint service. A service of another Region is found only if `serviceRegions` names its
 * Region.
 */
export function describedService(args: Attributes, world: World): Attributes {
    const { serviceName, serviceType: wanted, serviceRegions = [] } = args;
    const serviceType = typeOfService(serviceName, world);
    const inRegion = [world.region, ...serviceRegions].includes(partsOf(serviceName)?.region);
    // The provider reports this error instead of InvalidServiceName.
    if (serviceType === null || !inRegion) {
        throw new LookUpError("reading EC2 VPC Endpoint Services: couldn't find resource");
    }
    if (wanted !== undefined && wanted !== serviceType) {
        throw new LookUpError("no matching EC2 VPC Endpoint Service found");
    }
    const { availabilityZones = [] } = serviceNamed(serviceName, world)?.attributes ?? {};
    return { serviceName, serviceType, availabilityZones, privateDnsName: "", vpcEndpointPolicySupported: false };
}

/** The initial state of an endpoint: `pendingAcceptance` if the service's owner must accept connections. */
export function connectionState({ serviceName, autoAccept }: Attributes, world: World): string {
    const waits = serviceNamed(serviceName, world)?.attributes.acceptanceRequired === true && autoAccept !== true;
    return waits ? "pendingAcceptance" : "available";
}
