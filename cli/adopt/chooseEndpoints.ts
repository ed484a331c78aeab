import type { ConnectionArgs } from "../../components/args/connectionArgs";
import type { VpcEndpointsArgs } from "../../components/args/vpcEndpointsArgs";
import type { Problem } from "../../components/plan/problem";
import { isService } from "../../components/plan/services/serviceNames";
import { type Candidate, candidates, type DescribedEndpoint, type Kept, kept } from "./adoptable";
import { type AdoptionContext, commonTags, interfaceArgs, portsOf, serviceArgs } from "./endpointArgs";
import { placedTogether, type Placement } from "./placedTogether";
import type { DescribedVpc } from "./readVpc";

/** The arguments that say which endpoints a component has. */
export type EndpointsPart = Pick<
    VpcEndpointsArgs,
    "services" | "endpoints" | "endpointServices" | "existing" | "tags"
>;

/** The endpoints that one component adopts, the arguments that describe them, and the endpoints that are not adopted. */
export interface Chosen {
    place: Placement;
    args: EndpointsPart;
    /** The adopted endpoints by their name below the component's name, e.g. `s3-gateway`. */
    adopted: { [name: string]: DescribedEndpoint };
    kept: Kept[];
}

/** How to choose. */
export interface ChooseOptions {
    /** The value of the tag of this stack's resources. */
    owner: string;
    /** Why endpoints are not adopted, by ID, which was found elsewhere. */
    refused: ReadonlyMap<string, string>;
    /** Whether interface endpoints change to the component's security groups. */
    ownGroups: boolean;
}

/** The endpoints of one entry of the arguments: of a service, or of an endpoint service by the name that it gets. */
interface Entry {
    key: string;
    isService: boolean;
    members: Candidate[];
}

/**
 * Chooses what one component can describe exactly.
 *
 * @param problemsWith the problems in the arguments; an endpoint whose options have one is not adopted
 */
export function chooseEndpoints(
    vpc: DescribedVpc,
    { owner, refused, ownGroups }: ChooseOptions,
    problemsWith: (args: EndpointsPart, place: Placement) => Problem[],
): Chosen & { problems: Problem[] } {
    const { inventory } = vpc;
    const { usable, others } = candidates(inventory.endpoints, owner, refused);
    const { place, placed, others: elsewhere } = placedTogether(usable, inventory);
    const left = [...others, ...elsewhere];
    const context = { inventory, place, vpcCidrBlocks: vpc.cidrBlocks, ownGroups };
    const groups = entriesOf(placed);
    let entries = groups.filter((entry) => {
        const reason = indescribable(entry, left);
        if (reason !== undefined) left.push(...entry.members.map((one) => kept(one, reason)));
        return reason === undefined;
    });
    for (;;) {
        const args = argsOf(entries, left, context);
        const problems = problemsWith(args, place);
        const wrong = entries.flatMap((entry) => {
            const problem = problems.find(({ path }) => isAbout(path, entry, args));
            return problem ? [{ entry, problem }] : [];
        });
        for (const { entry, problem: { path, message } } of wrong) {
            left.push(...entry.members.map((one) => kept(one, `${path}: ${message}`)));
        }
        const unnameable = left.filter(({ service }) =>
            service !== undefined && problems.some(({ path }) => path === `existing.${service}`)
        );
        for (const one of unnameable) delete one.service;
        if (wrong.length + unnameable.length === 0) {
            const adopted = Object.fromEntries(
                entries.flatMap(({ key, members }) =>
                    members.map(({ endpoint }) => [`${key}-${endpoint.VpcEndpointType.toLowerCase()}`, endpoint])
                ),
            );
            return { place, args, adopted, kept: left.sort((a, b) => (a.id < b.id ? -1 : 1)), problems };
        }
        entries = entries.filter((entry) => !wrong.some((one) => one.entry === entry));
    }
}

function entriesOf(placed: Candidate[]): Entry[] {
    const services = new Map<string, Candidate[]>();
    const entries: Entry[] = [];
    for (const one of placed) {
        if (one.service === undefined) {
            const key = connectionName(one.endpoint, entries.map((entry) => entry.key));
            entries.push({ key, isService: false, members: [one] });
        } else services.set(one.service, [...services.get(one.service) ?? [], one]);
    }
    const ofServices = [...services].sort(([a], [b]) => (a < b ? -1 : 1));
    return [
        ...ofServices.map(([key, members]) => ({ key, isService: true, members: members.sort(gatewayFirst) })),
        ...entries,
    ];
}

function gatewayFirst(one: Candidate, other: Candidate): number {
    return one.endpoint.VpcEndpointType < other.endpoint.VpcEndpointType ? -1 : 1;
}

/** The name of an endpoint service in the arguments: the endpoint's `Name` tag, or the service's ID. */
function connectionName({ Tags, ServiceName }: DescribedEndpoint, taken: string[]): string {
    const tag = Tags.find(({ Key }) => Key === "Name")?.Value.replaceAll(/[^\w.-]+/g, "-").replace(
        /^[^A-Za-z0-9]+/,
        "",
    );
    const name = tag && !isService(tag) && !taken.includes(tag) ? tag : ServiceName.split(".").at(-1)!;
    return taken.includes(name) ? `${name}-${taken.length}` : name;
}

/** Why the options of a component cannot describe the endpoints of a service. */
function indescribable({ key, isService, members }: Entry, left: Kept[]): string | undefined {
    if (!isService) return undefined;
    const [first, second, ...more] = members;
    const other = left.find(({ service }) => service === key);
    if (other) {
        return `${other.id} of the same service is not adopted, and the component creates none in addition to it`;
    }
    if (second === undefined) return undefined;
    if (more.length > 0 || first!.endpoint.VpcEndpointType === second.endpoint.VpcEndpointType) {
        return `the VPC has ${members.length} endpoints of ${key}, and a component creates one of each kind`;
    }
    return undefined;
}

function argsOf(entries: Entry[], left: Kept[], context: AdoptionContext): EndpointsPart {
    const existing: { [service: string]: string[] } = {};
    for (const { id, service, kind } of left) {
        if (service === undefined) continue;
        const ids = existing[service] ?? [];
        existing[service] = kind === "Gateway" ? [id, ...ids] : [...ids, id];
    }
    const services = [...entries.filter((one) => one.isService).map(({ key }) => key), ...Object.keys(existing)].sort();
    const endpoints = Object.fromEntries(
        entries.filter((one) => one.isService).map(({ key, members }) =>
            [key, serviceArgs(key, members.map(({ endpoint }) => endpoint), context)] as const
        ).filter(([, options]) => Object.keys(options).length > 0),
    );
    const endpointServices = Object.fromEntries(
        entries.filter((one) => !one.isService).map(({ key, members: [one] }) =>
            [key, connectionArgs(one!.endpoint, context)] as const
        ),
    );
    const tags = commonTags(entries.flatMap(({ members }) => members.map(({ endpoint }) => endpoint)));
    const isFilled = (map: object) => Object.keys(map).length > 0;
    return {
        services,
        ...(isFilled(endpoints) && { endpoints }),
        ...(isFilled(endpointServices) && { endpointServices }),
        ...(isFilled(existing) && {
            existing: Object.fromEntries(
                Object.entries(existing).sort().map(([key, ids]) => [key, ids.length === 1 ? ids[0]! : ids]),
            ),
        }),
        ...(isFilled(tags) && { tags }),
    };
}

function connectionArgs(endpoint: DescribedEndpoint, context: AdoptionContext): ConnectionArgs {
    const ports = portsOf(endpoint, context);
    return {
        serviceName: endpoint.ServiceName,
        ...(ports.length > 0 && ports.join() !== "443" && { ports }),
        ...(endpoint.PrivateDnsEnabled && { privateDns: true }),
        ...interfaceArgs(endpoint, context),
    };
}

/** Whether a problem is about the options of an entry. */
function isAbout(path: string, { key, isService }: Entry, { services = [] }: EndpointsPart): boolean {
    const start = isService ? `endpoints.${key}` : `endpointServices.${key}`;
    const listed = isService && path === `services[${services.indexOf(key)}]`;
    return listed || path === start || path.startsWith(`${start}.`) || path.startsWith(`${start}[`);
}
