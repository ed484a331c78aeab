import type { PrivateVpcArgs } from "../../components/args/privateVpcArgs";
import type { VpcEndpointsArgs } from "../../components/args/vpcEndpointsArgs";
import { childUrn, partsOf } from "../../components/plan/urns";
import { PrivateVpc } from "../../components/privateVpc";
import { VpcEndpoints } from "../../components/vpcEndpoints";
import type { Made } from "../../emulator/aws/emulatedAws";
import { type Registration, runUntraced } from "../../emulator/runProgram";
import { tokens } from "../recover/found";
import type { Kept } from "./adoptable";
import type { AdoptedResource } from "./describedInputs";
import { endpointResource } from "./describedInputs";
import type { DescribedVpc } from "./readVpc";

/** The component that is to own what is adopted. */
export type Component =
    | { type: "PrivateVpc"; name: string; args: PrivateVpcArgs }
    | { type: "VpcEndpoints"; name: string; args: VpcEndpointsArgs };

/** The stack that the component is deployed in. */
export interface StackNames {
    project: string;
    stack: string;
}

/**
 * The resources that a component declares, with the inputs that it would send to AWS. The component runs on the emulated AWS, in
 * which the adopted resources have the IDs and outputs that AWS reports.
 */
export async function declaredBy(
    { type, name, args }: Component,
    { region, accountId, inventory }: DescribedVpc,
    adopted: AdoptedResource[],
    kept: Kept[],
    { project, stack }: StackNames,
): Promise<Registration[]> {
    const known = new Map(adopted.map((one) => [`${one.type}::${one.name}`, one]));
    const others = inventory.endpoints.filter((one) => kept.some(({ id }) => id === one.VpcEndpointId));
    const resources = others.map((one): Made => ({
        id: one.VpcEndpointId,
        type: tokens.endpoint,
        name: one.VpcEndpointId,
        attributes: {
            ...endpointResource("", one).inputs,
            // A table that an existing endpoint lacks is reported in a deployment, and changes no resource.
            routeTableIds: "routeTableIds" in args ? args.routeTableIds : [],
            state: "available",
            prefixListId: prefixListOf(one.ServiceName),
        },
    }));
    const program = () => type === "PrivateVpc" ? new PrivateVpc(name, args) : new VpcEndpoints(name, args);
    const { resources: declared } = await runUntraced(() => void program(), {
        project,
        stack,
        config: { "aws:region": region },
        context: { accountId, resources },
        newResource(asked) {
            const one = known.get(`${asked.type}::${asked.name}`);
            if (!one) return undefined;
            const prefixListId = prefixListOf(String(one.inputs.serviceName));
            return { id: one.id, state: { ...asked.inputs as object, ...one.inputs, prefixListId } };
        },
    });
    return withStateUrns(declared, { project, stack });
}

/** The registrations with the URNs that the engine gives them; those of mocks lack some of the parents. */
function withStateUrns(declared: Registration[], names: StackNames): Registration[] {
    const urns = new Map<string, string>();
    return declared.filter(({ type }) => type !== "pulumi:pulumi:Stack").map((one) => {
        const parent = urns.get(one.parent) ?? "";
        const urn = childUrn({ ...names, qualifiedType: partsOf(parent).qualifiedType }, one.type, one.name);
        urns.set(one.urn, urn);
        return { ...one, urn, parent };
    });
}

/** A service has one prefix list, on which only the names of the declared resources do not depend. */
function prefixListOf(serviceName: string): string {
    return `pl-${serviceName}`;
}
