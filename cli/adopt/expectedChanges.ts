import { isDeepStrictEqual } from "node:util";

import type { Registration } from "../../emulator/runProgram";
import { tokens } from "../recover/found";
import type { AdoptedResource } from "./describedInputs";
import { isFullAccess, parsedPolicy } from "./endpointArgs";

/** What the next `pulumi up` does to a resource of AWS after the import. */
export interface ExpectedChange {
    operation: "create" | "update";
    type: string;
    name: string;
    /** The inputs that an update changes, each with what it means. @default - the resource is created */
    properties?: { [input: string]: string };
    /** Why it is created. @default - it is updated */
    because?: string;
}

/** An input that would change, and for which there is no explanation: the resource cannot be adopted as it is. */
export interface Unexplained {
    id: string;
    name: string;
    input: string;
}

/**
 * What the next `pulumi up` changes, if all of these resources were imported.
 *
 * @param ownGroups whether endpoints may change to the component's security groups
 */
export function expectedChanges(
    declared: Registration[],
    adopted: AdoptedResource[],
    ownGroups: boolean,
): { changes: ExpectedChange[]; unexplained: Unexplained[] } {
    const changes: ExpectedChange[] = [];
    const unexplained: Unexplained[] = [];
    for (const { type, name, inputs, custom } of declared) {
        if (!custom || !type.startsWith("aws:")) continue;
        const one = adopted.find((other) => other.type === type && other.name === name);
        if (!one) {
            changes.push({ operation: "create", type, name, because: purposeOf(type, name) });
            continue;
        }
        const changed = Object.keys(inputs).filter((input) => !isSame(input, one.inputs[input], inputs[input])).sort();
        const properties = Object.fromEntries(
            changed.map((input) => [input, explanation(input, one.inputs[input], inputs[input], ownGroups)]),
        );
        for (const input of changed.filter((input) => properties[input] === undefined)) {
            unexplained.push({ id: one.id, name, input });
        }
        if (changed.length > 0) {
            changes.push({ operation: "update", type, name, properties: properties as { [input: string]: string } });
        }
    }
    return { changes, unexplained };
}

function isSame(input: string, before: unknown, after: unknown): boolean {
    if (input === "policy" && typeof before === "string" && typeof after === "string") {
        return isDeepStrictEqual(parsedPolicy(before), parsedPolicy(after));
    }
    if (Array.isArray(before) && Array.isArray(after)) return isDeepStrictEqual([...before].sort(), [...after].sort());
    return isDeepStrictEqual(before, after);
}

function explanation(input: string, before: unknown, after: unknown, isOwnGroup: boolean): string | undefined {
    switch (input) {
        case "tags":
            return changedTags(Object(before) as Tags, Object(after) as Tags);
        case "policy":
            return isFullAccess(before as string | undefined) && isFullAccess(after as string)
                ? "AWS's default policy, which allows everything, is written out"
                : undefined;
        case "securityGroupIds":
            return isOwnGroup
                ? `the component's security group replaces ${(before as string[]).join(", ")}`
                : undefined;
        case "ingress":
        case "egress":
            return `removes the ${input} rules of the default security group (${
                (before as string[]).length
            }); what uses the `
                + "group loses this traffic";
        case "enableDnsSupport":
        case "enableDnsHostnames":
            return "private DNS of endpoints needs it";
        case "mapPublicIpOnLaunch":
            return "new network interfaces get no public address";
        default:
            return undefined;
    }
}

interface Tags {
    [key: string]: string;
}

function changedTags(before: Tags, after: Tags): string {
    const added = Object.keys(after).filter((key) => before[key] === undefined);
    const changed = Object.keys(after).filter((key) => before[key] !== undefined && before[key] !== after[key]);
    const removed = Object.keys(before).filter((key) => after[key] === undefined);
    return [
        ...added.map((key) => `adds ${key}: ${after[key]}`),
        ...changed.map((key) => `changes ${key} from ${before[key]} to ${after[key]}`),
        ...removed.map((key) => `removes ${key}: ${before[key]}`),
    ].join("; ");
}

function purposeOf(type: string, name: string): string {
    switch (type) {
        case tokens.group:
            return name.endsWith("-client")
                ? "for workloads: allows egress to the endpoints only"
                : "for interface endpoints that you add later";
        case tokens.egress:
            return "clients may reach an endpoint";
        case tokens.ingress:
            return "clients may reach endpoints that you add later";
        default:
            return "the component has it in addition";
    }
}
