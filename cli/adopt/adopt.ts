import { type VpcEndpointsArgs } from "../../components/args/vpcEndpointsArgs";
import { blocksOf } from "../../components/plan/endpoints/vpcRanges";
import type { Problem } from "../../components/plan/problem";
import { planVpcEndpoints } from "../../components/planner";
import type { Registration } from "../../emulator/runProgram";
import type { StackRecord } from "../recover/stackRecord";
import type { Kept } from "./adoptable";
import { chooseEndpoints, type Chosen, type EndpointsPart } from "./chooseEndpoints";
import { choosePrivateVpc } from "./choosePrivateVpc";
import { type Component, declaredBy, type StackNames } from "./declared";
import { type AdoptedResource, endpointResource, networkResources } from "./describedInputs";
import { type ExpectedChange, expectedChanges } from "./expectedChanges";
import { importEntries, type ImportEntry } from "./importFile";
import { compareWithState, otherwiseInState } from "./inState";
import type { Placement } from "./placedTogether";
import type { DescribedVpc } from "./readVpc";

/** What a stack can adopt of a VPC. */
export interface Adoption {
    stack: string;
    region: string;
    vpcId: string;
    component: Component;
    /** The resources of AWS that the component owns afterwards. */
    adopted: Pick<AdoptedResource, "type" | "name" | "id">[];
    /** The endpoints that it does not own, each with the reason. */
    kept: Kept[];
    /** Why the VPC itself is not adopted, in sentences without their end. Empty if it is. */
    obstacles: string[];
    /** What else is in an adopted VPC and prevents its deletion: security groups, network interfaces. */
    others: string[];
    /** CloudFormation stacks that still have adopted resources, by ID. */
    cloudFormation: { [id: string]: string };
    /** The entries of the import file: what the state does not have yet. */
    entries: ImportEntry[];
    /** What the next `pulumi up` changes, and nothing else. */
    changes: ExpectedChange[];
}

/** How to adopt. */
export interface AdoptOptions extends StackNames {
    /** The component's name in the program. */
    name: string;
    /** Whether the VPC itself is not adopted, even if it could be. @default false */
    endpointsOnly?: boolean;
    /** Whether interface endpoints change to the component's security groups. @default false */
    ownGroups?: boolean;
}

/** Finds out what a component can own of a VPC, without a replacement. */
export async function adopt(
    vpc: DescribedVpc,
    record: StackRecord,
    options: AdoptOptions,
): Promise<{ adoption?: Adoption; problems: Problem[] }> {
    const { name, project, stack, ownGroups = false } = options;
    const refused = otherwiseInState(record, name);
    for (;;) {
        const problemsWith = (args: EndpointsPart, place: Placement) =>
            planVpcEndpoints(endpointsArgs(vpc, args, place)).problems;
        const chosen = chooseEndpoints(vpc, { owner: `${project}/${stack}`, refused, ownGroups }, problemsWith);
        if (chosen.problems.length > 0) return { problems: chosen.problems };
        const { component, adopted, obstacles } = componentFor(vpc, chosen, options, refused);
        const declared = await declaredBy(component, vpc, adopted, chosen.kept, options);
        const { changes, unexplained } = expectedChanges(declared, adopted, ownGroups);
        // A change without an explanation must not happen: the resource is not adopted.
        for (const { id, input } of unexplained) refused.set(id, `the component would change its ${input}`);
        if (unexplained.length > 0) continue;
        const { urns, problems } = compareWithState(record, declared, adopted, vpc.id);
        if (problems.length > 0) return { problems };
        const isNew = ({ type, name }: { type: string; name: string }) =>
            !urns.has(declared.find((one) => one.type === type && one.name === name)!.urn);
        return {
            adoption: {
                stack,
                region: vpc.region,
                vpcId: vpc.id,
                component,
                adopted: adopted.map(({ type, name, id }) => ({ type, name, id })),
                kept: chosen.kept,
                obstacles,
                others: component.type === "PrivateVpc" ? othersIn(vpc, record) : [],
                cloudFormation: cloudFormation(vpc, adopted),
                entries: entriesFor(declared, adopted, urns),
                changes: changes.filter((change) => change.operation === "update" || isNew(change)),
            },
            problems: [],
        };
    }
}

/** The component, and what it adopts: the whole VPC if it can, otherwise the endpoints. */
function componentFor(
    vpc: DescribedVpc,
    chosen: Chosen,
    { name, endpointsOnly = false }: AdoptOptions,
    refused: ReadonlyMap<string, string>,
): { component: Component; adopted: AdoptedResource[]; obstacles: string[] } {
    const endpoints = Object.entries(chosen.adopted).map(([key, one]) => endpointResource(`${name}-${key}`, one));
    const { args, obstacles } = endpointsOnly
        ? { obstacles: ["--endpoints-only is set"] }
        : choosePrivateVpc(vpc, chosen);
    const network = args ? networkResources(name, vpc) : [];
    const others = network.filter(({ id }) => refused.has(id)).map(({ id }) => `${id}: ${refused.get(id)}`);
    if (args && others.length === 0) {
        return { component: { type: "PrivateVpc", name, args }, adopted: [...network, ...endpoints], obstacles };
    }
    const component = { type: "VpcEndpoints", name, args: endpointsArgs(vpc, chosen.args, chosen.place) } as const;
    return { component, adopted: endpoints, obstacles: [...obstacles, ...others] };
}

function endpointsArgs(
    { id: vpcId, cidrBlocks }: DescribedVpc,
    args: EndpointsPart,
    place: Placement,
): VpcEndpointsArgs {
    const [first, ...others] = cidrBlocks;
    return { vpcId, vpcCidrBlock: blocksOf(first!, others), ...place, ...args };
}

/** The entries of what the state does not have, and of the components, which `pulumi import` skips if it has them. */
function entriesFor(
    declared: Registration[],
    adopted: AdoptedResource[],
    urns: ReadonlySet<string>,
): ImportEntry[] {
    const missing = declared.filter(({ custom, urn }) => !custom || !urns.has(urn));
    const entries = importEntries(missing, adopted);
    return entries.some(({ component }) => !component) ? entries : [];
}

/** Security groups and network interfaces that AWS does not delete with a VPC, and that the stack does not have. */
function othersIn(
    { inventory: { securityGroups, networkInterfaces } }: DescribedVpc,
    { resources }: StackRecord,
): string[] {
    const ids = [
        ...securityGroups.filter(({ GroupName }) => GroupName !== "default").map(({ GroupId }) => GroupId),
        ...networkInterfaces.filter(({ InterfaceType }) => InterfaceType !== "vpc_endpoint")
            .map(({ NetworkInterfaceId }) => NetworkInterfaceId),
    ];
    return ids.filter((id) => !resources.some((one) => one.id === id)).sort();
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-resource-tags.html */
function cloudFormation({ inventory }: DescribedVpc, adopted: AdoptedResource[]): { [id: string]: string } {
    const { vpcs, subnets, routeTables, endpoints } = inventory;
    const tagged = [
        ...vpcs.map(({ VpcId: id, Tags }) => ({ id, Tags })),
        ...subnets.map(({ SubnetId: id, Tags }) => ({ id, Tags })),
        ...routeTables.map(({ RouteTableId: id, Tags }) => ({ id, Tags })),
        ...endpoints.map(({ VpcEndpointId: id, Tags }) => ({ id, Tags })),
    ];
    return Object.fromEntries(
        tagged.filter(({ id }) => adopted.some((one) => one.id === id)).flatMap(({ id, Tags }) =>
            Tags.filter(({ Key }) => Key === "aws:cloudformation:stack-name").map(({ Value }) => [id, Value])
        ),
    );
}
