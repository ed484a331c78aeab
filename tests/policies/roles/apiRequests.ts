import { isDeepStrictEqual } from "node:util";

import type { RequestContext } from "../../../components/plan/policies/iam/request";
import type { Attributes, Made } from "../../../emulator/aws/emulatedAws";
import { types } from "../../run";
import type { Target } from "./rolePolicies";
import { serviceAuthorization } from "./serviceAuthorization";

/** A request that AWS authorizes: an action, and each resource that it is authorized on. */
export interface ApiRequest {
    action: string;
    targets: Target[];
}

/** A resource of a request, with every condition key that could be set for it. */
export interface Subject {
    /** The resource type in the service authorization reference, e.g. `route-table`. */
    kind: string;
    arn: string;
    keys: RequestContext;
}

/** The kinds of the emulated resources, by type token. */
export const kinds: { [type: string]: string } = {
    [types.vpc]: "vpc",
    [types.subnet]: "subnet",
    [types.routeTable]: "route-table",
    [types.defaultGroup]: "security-group",
    [types.group]: "security-group",
    [types.ingress]: "security-group-rule",
    [types.egress]: "security-group-rule",
    [types.endpoint]: "vpc-endpoint",
    [types.endpointService]: "vpc-endpoint-service",
    [types.flowLog]: "vpc-flow-log",
    [types.logGroup]: "log-group",
    [types.role]: "role",
    [types.firewallDomains]: "firewall-domain-list",
    [types.firewallGroup]: "firewall-rule-group",
    [types.firewallAssociation]: "firewall-rule-group-association",
    [types.firewallConfig]: "firewall-config",
    [types.queryLog]: "resolver-query-log-config",
};

/** Whether a kind is one of Route 53 Resolver. */
export const isOfResolver = (kind: string) => /^(firewall|resolver)-/.test(kind);

const region = "eu-central-1";
const accountId = "123456789012";

/** The ARN of a resource of the stack's account and Region; the ID is `*` before AWS creates it. */
export function arnOf(kind: string, id: string): string {
    if (kind === "role") return `arn:aws:iam::${accountId}:role/${id}`;
    if (kind === "log-group") return `arn:aws:logs:${region}:${accountId}:log-group:${id}`;
    if (kind === "hostedzone" || kind === "change") return `arn:aws:route53:::${kind}/${id}`;
    if (isOfResolver(kind)) return `arn:aws:route53resolver:${region}:${accountId}:${kind}/${id}`;
    // AWS-managed prefix lists belong to no account: https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html
    return `arn:aws:ec2:${region}:${kind === "prefix-list" ? "aws" : accountId}:${kind}/${id}`;
}

/** The tags that a resource has in AWS. */
export function tagsOf({ attributes }: Made): { [key: string]: string } {
    return (attributes.tagsAll ?? attributes.tags ?? {}) as { [key: string]: string };
}

const prefixed = (prefix: string, tags: object) =>
    Object.fromEntries(Object.entries(tags).map(([key, value]) => [`${prefix}/${key}`, value]));

/** The keys of the tags in a request. */
export function requestTags(tags: object): RequestContext {
    return { ...prefixed("aws:RequestTag", tags), "aws:TagKeys": Object.keys(tags) };
}

/** A resource that a request creates. */
export function fresh(kind: string, tags: object, keys: RequestContext = {}, id = "*"): Subject {
    return { kind, arn: arnOf(kind, id), keys: { ...requestTags(tags), ...keys } };
}

/** An existing resource. */
export function existing(kind: string, id: string, tags: object, vpcId?: string): Subject {
    const keys = {
        ...prefixed("aws:ResourceTag", tags),
        ...(kind === "vpc" && { "ec2:VpcID": id }),
        ...(vpcId !== undefined && { "ec2:Vpc": arnOf("vpc", vpcId) }),
    };
    return { kind, arn: arnOf(kind, id), keys };
}

/** A request with the condition keys that AWS documents for its action and resources. */
export function request(action: string, subjects: Subject[], given: RequestContext = {}): ApiRequest {
    const always = { "ec2:Region": region };
    const rows = Object.entries(serviceAuthorization[action] ?? {});
    const targets = subjects.map(({ kind, arn, keys }) => {
        const row = rows.find(([resourceTypes]) => resourceTypes.split(" ").includes(kind));
        if (!row) throw new Error(`AWS does not document that ${action} is authorized on ${kind}`);
        const documented = row[1].split(" ");
        const context = Object.entries({ ...always, ...keys, ...given }).filter(([key]) =>
            documented.some((one) => one === key || (one.endsWith("/*") && key.startsWith(one.slice(0, -1))))
        );
        // AWS sets this key for every request: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
        return { arn, context: { ...Object.fromEntries(context), "aws:RequestedRegion": region } };
    });
    return { action, targets };
}

/** A request that is authorized on no resource. */
export function without(action: string): ApiRequest {
    return request(action, [{ kind: "*", arn: "*", keys: {} }]);
}

/** The account in which requests are authorized. */
export class KnownAccount {
    constructor(private readonly find: (id: string) => Made | undefined, private readonly all: () => Made[]) {}

    /** An existing resource by its ID. */
    byId(id: string): Subject {
        const found = this.find(id);
        if (found) return this.subject(found);
        // AWS creates it with the VPC, without tags.
        const vpc = this.all().find(({ attributes }) => attributes.defaultSecurityGroupId === id);
        if (vpc) return existing("security-group", id, {}, vpc.id);
        throw new Error(`the emulated account has no ${id}`);
    }

    /** An existing resource with its keys; a role also has the key of its permissions boundary. */
    subject(made: Made): Subject {
        const kind = kinds[made.type];
        if (kind === undefined) throw new Error(`${made.type} is not a resource in IAM policies`);
        const subject = existing(kind, made.id, tagsOf(made), (made.attributes as Attributes).vpcId);
        if (kind !== "role") return subject;
        const { permissionsBoundary } = made.attributes;
        const keys: RequestContext = permissionsBoundary === undefined
            ? {}
            : { "iam:PermissionsBoundary": permissionsBoundary };
        return { ...subject, keys: { ...subject.keys, ...keys } };
    }

    /** The same resource, before it had tags. */
    untagged(made: Made): Subject {
        return this.subject({ ...made, attributes: { ...made.attributes, tags: {}, tagsAll: {} } });
    }
}

/** The requests with which the AWS provider creates, updates and deletes resources of a type, in order, without those that read. */
export interface RequestsOfType {
    create(made: Made, account: KnownAccount): ApiRequest[];
    /** In addition to the changes of tags. */
    update?(before: Made, after: Made, account: KnownAccount): ApiRequest[];
    delete?(made: Made, account: KnownAccount): ApiRequest[];
}

/** The request that creates a resource with tags, and the authorization of the tags that AWS adds to it. */
export function created(
    action: string,
    kind: string,
    tags: object,
    used: Subject[],
    keys?: RequestContext,
): ApiRequest[] {
    const tagging = { "ec2:CreateAction": action.replace("ec2:", "") };
    return [
        request(action, [fresh(kind, tags, keys), ...used]),
        ...(Object.keys(tags).length > 0 ? [request("ec2:CreateTags", [fresh(kind, tags)], tagging)] : []),
    ];
}

/** Whether any of these inputs differs. */
export function differ(before: Made, after: Made, ...inputs: string[]): boolean {
    return inputs.some((input) => !isDeepStrictEqual(before.attributes[input], after.attributes[input]));
}
