import { ownerTag } from "../../components/plan/facts/ownerTag";
import type { Problem } from "../../components/plan/problem";
import { suggest } from "../../components/plan/suggest";
import { tokens } from "../recover/found";
import { type Recorded, type StackRecord, stringOf } from "../recover/stackRecord";

/** How to drop a component's resources from the state without a change in AWS. */
export interface Release {
    stack: string;
    region?: string;
    /** The component's type, e.g. `VpcEndpoints`. */
    type: string;
    name: string;
    /** What leaves the state, in an order in which that is possible: children and dependents first. */
    resources: { urn: string; id?: string }[];
    /** The commands, each as its words. */
    commands: string[][];
    /**
     * The commands that delete the tag of the owner, each as its words. They are run first: until the program changes, `private-vpc
     * recover` would take a resource with the tag that is not in the state for the stack's.
     */
    untag: string[][];
}

const components = ["PrivateVpc", "VpcEndpoints", "EndpointService"];

/** Finds out how to release a component, or why that is not possible. */
export function release(record: StackRecord, name: string | undefined): { release?: Release; problems: Problem[] } {
    const { stack, resources } = record;
    const byUrn = new Map(resources.map((one) => [one.urn, one]));
    const top = resources.filter((one) => isComponent(one) && !ancestors(one, byUrn).some(isComponent));
    const named = top.filter((one) => name === undefined || one.name === name);
    const [component] = named;
    if (!component || named.length > 1) return { problems: [notOne(name, top, named.length)] };
    const urns = descendants(component.urn, resources);
    const owned = resources.filter(({ urn }) => urns.has(urn));
    const dependents = resources.filter(({ urn, dependencies, parent }) =>
        !urns.has(urn) && [...dependencies ?? [], parent ?? ""].some((one) => urns.has(one))
    );
    if (dependents.length > 0) return { problems: dependents.map((one) => dependedOn(one, owned)) };
    // The state lists a resource after those that it depends on.
    const ordered = [...owned].reverse();
    const words = [
        ...["pulumi", "state", "delete", ...ordered.map(({ urn }) => urn)],
        ...(owned.some(({ protect }) => protect) ? ["--force"] : []),
        ...["--stack", stack],
    ];
    const region = regionOf(ordered);
    return {
        release: {
            stack,
            region,
            type: component.type.split(":").at(-1)!,
            name: component.name,
            resources: ordered.map(({ urn, id }) => ({ urn, ...(id !== undefined && { id }) })),
            commands: [words],
            untag: untag(ordered.filter(isTagged), region),
        },
        problems: [],
    };
}

function isComponent({ type }: Recorded): boolean {
    return components.some((name) => type === `private-vpc:index:${name}`);
}

function ancestors({ parent }: Recorded, byUrn: ReadonlyMap<string, Recorded>): Recorded[] {
    const found = new Set<Recorded>();
    for (let above = byUrn.get(parent ?? ""); above && !found.has(above); above = byUrn.get(above.parent ?? "")) {
        found.add(above);
    }
    return [...found];
}

/** The URNs of a resource and of everything below it. */
function descendants(urn: string, resources: Recorded[]): Set<string> {
    const children = new Map<string, string[]>();
    for (const one of resources) {
        const siblings = children.get(one.parent ?? "");
        if (siblings) siblings.push(one.urn);
        else children.set(one.parent ?? "", [one.urn]);
    }
    const found = new Set([urn]);
    // What is added to a set while it is iterated is iterated, too.
    for (const one of found) for (const child of children.get(one) ?? []) found.add(child);
    return found;
}

function notOne(name: string | undefined, top: Recorded[], count: number): Problem {
    const names = [...new Set(top.map((one) => one.name))].sort();
    const path = name ?? "the state";
    const code = "release.no-component";
    if (count > 1 && name !== undefined) {
        const message = `the state has ${count} components of this name: ${top.map(({ urn }) => urn).join(", ")}`;
        return { code, path, message, hint: "rename one of them, with an alias, and deploy" };
    }
    if (names.length === 0) {
        return {
            code,
            path,
            message: "the state has no component of private-vpc",
            hint: "check the stack: --stack NAME",
        };
    }
    if (name === undefined) {
        const message = `the state has several components: ${names.join(", ")}`;
        return { code, path, message, hint: "name one: npx private-vpc release NAME" };
    }
    return {
        code,
        path,
        message: "the state has no component of this name",
        hint: suggest(name, names, "the components are"),
    };
}

/** The resource that prevents the release: Pulumi drops nothing from the state that another resource depends on. */
function dependedOn({ urn, dependencies, parent }: Recorded, owned: Recorded[]): Problem {
    const used = owned.filter((one) => [...dependencies ?? [], parent].includes(one.urn));
    const ids = used.map(({ id, name }) => id ?? name).join(", ");
    const hint = "write the IDs in the program in place of the component's outputs, deploy, and run this command again";
    return { code: "release.depended-on", path: urn, message: `it depends on ${ids}`, hint };
}

function isTagged({ inputs }: Recorded): boolean {
    const { tags } = inputs as { tags?: { [key: string]: unknown } };
    return tags?.[ownerTag] !== undefined;
}

function regionOf(resources: Recorded[]): string | undefined {
    const regions = resources.flatMap(({ outputs: { arn } }) => typeof arn === "string" ? arn.split(":")[3] || [] : []);
    return regions[0];
}

function untag(tagged: Recorded[], region: string | undefined): string[][] {
    const where = region === undefined ? [] : ["--region", region];
    const ids = tagged.flatMap(({ id }) => (id !== undefined && isOfEc2.test(id) ? id : []));
    const others = tagged.flatMap((one) => othersUntagged[one.type]?.(one) ?? []);
    return [
        ...(ids.length > 0 ? [["ec2", "delete-tags", "--resources", ...ids, "--tags", `Key=${ownerTag}`]] : []),
        ...others.map((words) => [...words, "--tag-keys", ownerTag]),
    ].map((words) => ["aws", ...words, ...where]);
}

/** The IDs of EC2 resources: aws ec2 delete-tags accepts no others. */
const isOfEc2 = /^(vpc|subnet|rtb|sg|sgr|vpce|vpce-svc|fl)-[0-9a-f]+$/;

const byArn = (service: string, option: string) => (one: Recorded) => {
    // The ARN of a log group may end in `:*`, which its tags do not.
    const arn = stringOf(one, "arn")?.replace(/:\*$/, "");
    return arn === undefined ? [] : [[service, "untag-resource", option, arn]];
};

/** How the tags of resources of other services are deleted. */
const othersUntagged: { [type: string]: (resource: Recorded) => string[][] } = {
    [tokens.role]: ({ id }) => (id === undefined ? [] : [["iam", "untag-role", "--role-name", id]]),
    [tokens.logGroup]: byArn("logs", "--resource-arn"),
    ...Object.fromEntries(
        [tokens.firewallDomains, tokens.firewallGroup, tokens.firewallAssociation, tokens.queryLog]
            .map((type) => [type, byArn("route53resolver", "--resource-arn")]),
    ),
};
