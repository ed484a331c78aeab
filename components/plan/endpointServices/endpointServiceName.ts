import { type PartitionFacts, partitions } from "../facts/partitions";
import { regions } from "../facts/regions";
import type { Problem } from "../problem";

// The form shown in https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html.
const namePattern = /^(?<prefix>[a-z0-9.-]+)\.vpce\.(?<region>[a-z]+(?:-[a-z]+)+-\d+)\.vpce-svc-[0-9a-f]{8,17}$/;

/**
 * Whether a string is the name of an endpoint service, your own or a partner's, e.g.
 * `com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0`.
 */
export function isEndpointServiceName(name: string): boolean {
    return partsOf(name) !== undefined;
}

/** The Region of an endpoint service. */
export function regionOfService(name: string): string | undefined {
    return partsOf(name)?.region;
}

function partsOf(name: string): { region: string } | undefined {
    const { prefix, region = "" } = namePattern.exec(name)?.groups ?? {};
    if (prefix === undefined) return undefined;
    return (Object.hasOwn(regions, region) ? [prefixIn(region)] : everyPrefix()).includes(prefix)
        ? { region }
        : undefined;
}

/**
 * How the names of a Region's endpoint services begin, e.g. `cn.com.amazonaws` in China. Source:
 * https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/region-info/lib/default.ts
 */
function prefixIn(region: string): string {
    const { servicePrefix = usualPrefix }: PartitionFacts = partitions[regions[region]!.partition];
    return servicePrefix;
}

const usualPrefix = "com.amazonaws";

function everyPrefix(): string[] {
    return Object.values(partitions).map(({ servicePrefix = usualPrefix }: PartitionFacts) => servicePrefix);
}

/** Problems with the name of an endpoint service; none if it is known only during a deployment. */
export function checkEndpointServiceName(path: string, name: unknown): Problem[] {
    if (typeof name !== "string" || isEndpointServiceName(name)) return [];
    const { region } = namePattern.exec(name)?.groups ?? {};
    const hint = /^vpce-svc-/.test(name)
        ? `that is its ID; write the full name, e.g. com.amazonaws.vpce.us-east-1.${name}`
        : region !== undefined && Object.hasOwn(regions, region)
        ? `names in ${region} begin with ${prefixIn(region)}.vpce`
        : "names look like com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0; ask the service's owner";
    const message = `"${name}" is not the name of an endpoint service`;
    return [{ code: "connections.invalid-service-name", path, message, hint }];
}
