import { dockerRange, managementRange, neverSources, privateRanges } from "../facts/addressRanges";
import { hasSecurityGroup, type PlannedEndpoint } from "../kinds/endpointKinds";
import { type Block, contains, overlap, parseBlock } from "../network/cidr";
import type { Problem } from "../problem";
import { sharedGroup, type VpcRanges } from "./admission";
import type { EndpointOverride } from "./endpointOverrides";
import { pathOf } from "./planEndpoints";

/** Options with sources, by argument (`endpoints`, `endpointServices`) and name. */
interface SourcesByArgument {
    [argument: string]: { [name: string]: Pick<EndpointOverride, "allowedCidrBlocks" | "reachableFrom"> };
}

type SourceKey = "allowedCidrBlocks" | "reachableFrom";

/** Warnings about CIDR blocks of clients that make no sense, each with a fix. */
export function sourceWarnings(overrides: SourcesByArgument, vpc: VpcRanges): Problem[] {
    return [...insideVpc(overrides, vpc), ...unusualSources(overrides)];
}

/** Warnings about `reachableFrom` where a CIDR block is inside the VPC. */
function insideVpc(overrides: SourcesByArgument, { vpcCidrBlock, secondaryCidrBlocks = [] }: VpcRanges): Problem[] {
    const ranges = [vpcCidrBlock, ...secondaryCidrBlocks].flatMap(blockOf);
    return sourcesIn(overrides, ["reachableFrom"]).flatMap(({ path, source }) => {
        const range = ranges.find((one) => blockOf(source).some((block) => contains(one, block)));
        if (range === undefined) return [];
        const message =
            `${source} is inside the VPC's CIDR block ${range.text}, and reachableFrom is for clients outside `
            + "the VPC, for whom a billed interface endpoint is created";
        const hint = "remove it";
        return [{ code: "endpoints.not-outside", path, message, hint }];
    });
}

function unusualSources(overrides: SourcesByArgument): Problem[] {
    return sourcesIn(overrides, ["reachableFrom", "allowedCidrBlocks"]).flatMap(({ path, source }): Problem[] => {
        const [block] = blockOf(source);
        if (block === undefined) return [];
        if (block.prefix === 0) {
            const message = `${source} allows every address with a route to the VPC to connect`;
            const hint = "list the CIDR blocks of your networks, e.g. 10.8.0.0/16";
            return [{ code: "endpoints.open-sources", path, message, hint }];
        }
        const use = neverSources.find(({ range }) => isIn(range, block))?.use;
        if (use !== undefined) {
            const message = `${source} has only ${use} addresses, from which no packet reaches an endpoint`;
            return [{ code: "endpoints.never-a-source", path, message, hint: "remove it" }];
        }
        if (isIn(dockerRange, block)) {
            const message =
                `${source} is in ${dockerRange}, which Docker, AWS Cloud9 and Amazon SageMaker AI use inside `
                + "instances: their answers do not leave the instance";
            return [{ code: "endpoints.docker-source", path, message, hint: "use another range in your network" }];
        }
        if ([...privateRanges, managementRange].some((range) => overlap(blockOf(range)[0]!, block))) return [];
        const message =
            `${source} is public, and an endpoint is reached only over private connections, such as AWS Direct `
            + "Connect or a VPN";
        const hint =
            "list the private addresses of your network, or keep it if your network uses these addresses itself";
        return [{ code: "endpoints.public-source", path, message, hint }];
    });
}

/**
 * Warnings about endpoints that allow none of the addresses of the VPC's workloads. An endpoint for clients outside the VPC
 * may do so: the workloads use the gateway endpoint.
 *
 * @param workloads the CIDR blocks of the subnets; of the VPC, if these are unknown
 */
export function excludedWorkloads(endpoints: PlannedEndpoint[], workloads: string[]): Problem[] {
    const own = workloads.flatMap(blockOf);
    return endpoints.filter(hasSecurityGroup).flatMap((endpoint): Problem[] => {
        const { reason, securityGroup, sources } = endpoint;
        const isForOutsiders = reason.key === "reachable-from-outside";
        if (securityGroup === sharedGroup || isForOutsiders || own.length === 0) return [];
        const blocks = sources.map((source) => blockOf(source)[0]);
        // A source that is not a block is the VPC's first range.
        const allows = blocks.some((block) => block === undefined || own.some((one) => overlap(one, block)));
        if (allows || blocks.length === 0) return [];
        const message = `no workload of the VPC can connect: none of the subnets, ${workloads.join(", ")}, is in ${
            sources.join(", ")
        }`;
        const path = `${pathOf(endpoint)}.allowedCidrBlocks`;
        const hint =
            "add the CIDR blocks of the subnets with its clients, or set reachableFrom instead, which adds to the VPC";
        return [{ code: "endpoints.excludes-workloads", path, message, hint }];
    });
}

function sourcesIn(overrides: SourcesByArgument, keys: SourceKey[]) {
    return Object.entries(overrides).flatMap(([argument, byName]) =>
        Object.entries(byName).flatMap(([name, options]) =>
            keys.flatMap((key) =>
                (options[key] ?? []).map((source, index) => ({ path: `${argument}.${name}.${key}[${index}]`, source }))
            )
        )
    );
}

function isIn(range: string, block: Block): boolean {
    return blockOf(range).some((one) => contains(one, block));
}

function blockOf(text: unknown): Block[] {
    const parsed = typeof text === "string" ? parseBlock(text) : undefined;
    return parsed !== undefined && "block" in parsed ? [parsed.block] : [];
}
