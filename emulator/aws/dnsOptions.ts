import { factsOf } from "../../components/plan/services/serviceNames";
import { serviceOf } from "./refusals/refuse";
import { type Attributes, type Made, types, type World } from "./world";

// isAmazonS3VPCEndpoint in
// https://github.com/hashicorp/terraform-provider-aws/blob/008db85aad5e56627b1eecab8830464a282552ed/internal/service/ec2/vpc_endpoint.go
const sentWith = /^com\.amazonaws\.[a-z]{2,4}(-[a-z]+)+-\d{1,2}\.s3$/;

/** The inputs that the provider sends to AWS: it drops S3's flag if the service name has another form. */
export function sentInputs(type: string, inputs: Attributes): Attributes {
    const { serviceName, dnsOptions, ...others } = inputs;
    if (type !== types.endpoint || dnsOptions === undefined || sentWith.test(serviceName)) return inputs;
    const { privateDnsOnlyForInboundResolverEndpoint: _, ...sent } = dnsOptions;
    return { ...others, serviceName, ...(Object.keys(sent).length > 0 && { dnsOptions: sent }) };
}

/** Whether AWS keeps the flag: only for an S3 interface endpoint with private DNS. */
function hasFlag({ serviceName, vpcEndpointType, privateDnsEnabled }: Attributes, world: World): boolean {
    const service = serviceOf({ serviceName }, world);
    const choice = service !== undefined && factsOf(service).kinds.length > 1;
    return vpcEndpointType === "Interface" && choice && privateDnsEnabled === true;
}

/**
 * Whether an S3 interface endpoint's private DNS is for inbound Resolver endpoints only. AWS's default for the flag is true.
 */
export function isForInboundResolvers(attributes: Attributes, world: World): boolean {
    const flag = attributes.dnsOptions?.privateDnsOnlyForInboundResolverEndpoint ?? true;
    return hasFlag(attributes, world) && flag;
}

/**
 * The DNS options that AWS reports for an interface endpoint. They include the flag even if it was not sent; an update without
 * it keeps it.
 */
export function reportedDnsOptions({ id, attributes }: Made, world: World): Attributes {
    if (!hasFlag(attributes, world)) return {};
    const dnsOptions = { ...world.find(id)?.attributes.dnsOptions, ...attributes.dnsOptions };
    const privateDnsOnlyForInboundResolverEndpoint = isForInboundResolvers({ ...attributes, dnsOptions }, world);
    return { dnsOptions: { ...dnsOptions, privateDnsOnlyForInboundResolverEndpoint } };
}
