import type { Problem } from "../../components/plan/problem";
import { partsOf } from "../../components/plan/urns";
import type { Registration } from "../../emulator/runProgram";
import type { StackRecord } from "../recover/stackRecord";
import type { AdoptedResource } from "./describedInputs";

/** Why resources are not adopted, by ID: the state has them, but not as children of a component of this name. */
export function otherwiseInState({ resources }: StackRecord, component: string): Map<string, string> {
    const isOwn = (urn: string) => {
        const { qualifiedType, name } = partsOf(urn);
        return qualifiedType.startsWith("private-vpc:index:")
            && (name === component || name.startsWith(`${component}-`));
    };
    const others = resources.filter(({ id, urn, type }) => id !== undefined && type.startsWith("aws:") && !isOwn(urn));
    return new Map(others.map(({ id, urn }) => [
        id!,
        `this stack has it as ${urn}; to adopt it, remove its declaration, and drop it from the state: pulumi state delete '${urn}'`,
    ]));
}

/** What the state has already, and the problems if it has something else by the same names. */
export function compareWithState(
    { resources }: StackRecord,
    declared: Registration[],
    adopted: AdoptedResource[],
    vpcId: string,
): { urns: ReadonlySet<string>; problems: Problem[] } {
    const known = new Map(resources.map((one) => [one.urn, one]));
    const problems = declared.flatMap(({ urn, type, name, custom }): Problem[] => {
        const recorded = known.get(urn);
        if (!recorded) return [];
        const one = adopted.find((other) => other.type === type && other.name === name);
        const others = custom
            ? one && recorded.id !== one.id && recorded.id
            : [recorded.inputs.vpcId].find((id) => typeof id === "string" && id !== vpcId);
        if (!others) return [];
        const message = `the state has it already, ${custom ? "as" : "in"} ${others as string}`;
        return [{ code: "adopt.name-taken", path: recorded.urn, message, hint: "choose another name: --name NAME" }];
    });
    return { urns: new Set(declared.map(({ urn }) => urn).filter((urn) => known.has(urn))), problems };
}
