import { ownerTag } from "../../../../components/plan/facts/ownerTag";
import type { RequestContext } from "../../../../components/plan/policies/iam/request";
import { arnOf, existing, fresh, request, requestTags, type Subject } from "../apiRequests";
import type { Target } from "../rolePolicies";
import { serviceAuthorization } from "../serviceAuthorization";

/** A request that would give the deploy role, or who controls it, more than its stack. */
export interface Escalation {
    title: string;
    /** What it would gain. */
    gain: string;
    action: string;
    targets: Target[];
    /** Whether it is denied only once up.vpc.json has replaced up.new-vpc.json. */
    withVpcOnly?: boolean;
}

export const ownVpc = "vpc-0123456789abcdef0";
export const otherVpc = "vpc-0123456789abcdef1";
export const own = { [ownerTag]: "private-vpc/prod", Name: "prod-app" };
export const ofOtherStack = { [ownerTag]: "private-vpc/dev", Name: "dev-app" };
/** Made by hand, or by a version without owner tags, with a Name that begins as the stack's own. */
export const unowned = { Name: "prod-app-2" };
export const untagged = {};

export const boundary = "arn:aws:iam::123456789012:policy/prod-app-flow-logs-boundary";
export const administrator = "arn:aws:iam::aws:policy/AdministratorAccess";

export const placed = ["security-group", "subnet", "route-table"];
export const one = (kind: string, tags: object, vpc = ownVpc): Subject =>
    existing(kind, kind === "vpc" ? vpc : "1", tags, placed.includes(kind) ? vpc : undefined);
export const foreign = (kind: string) => one(kind, ofOtherStack, otherVpc);
export const mine = (kind: string) => one(kind, own);
export const plain = (arn: string): Subject => ({ kind: arn.split(/[:/]/)[5]!, arn, keys: {} });
export const role = (name: string, tags: object = {}, limit?: string): Subject => {
    const { kind, arn, keys } = existing("role", name, tags);
    return { kind, arn, keys: { ...keys, ...(limit !== undefined && { "iam:PermissionsBoundary": limit }) } };
};
export const flowLogsRole = "app-flow-logs-1a2b3c4";
export const logGroup = (name: string, tags: object) => existing("log-group", name, tags);
export const zone = (id: string, keys: RequestContext = {}): Subject => ({
    kind: "hostedzone",
    arn: arnOf("hostedzone", id),
    keys,
});
export const vpcs = (...ids: string[]) => ({ "route53:VPCs": ids.map((id) => `VPCId=${id},VPCRegion=eu-central-1`) });
export const record = (name: string, type: string) => ({
    "route53:ChangeResourceRecordSetsActions": ["UPSERT"],
    "route53:ChangeResourceRecordSetsNormalizedRecordNames": [name],
    "route53:ChangeResourceRecordSetsRecordTypes": [type],
});
export const ownZone = "Z0123456789ABCDEFGHIJ";
export const endpointTo = (owner: string, tags: object = own) =>
    fresh("vpc-endpoint", tags, { "ec2:VpceServiceOwner": owner, "ec2:VpceServiceName": "any" });

/** A row: without documented keys if no policy names the action. */
export function row(
    title: string,
    gain: string,
    action: string,
    subjects: Subject[],
    given: RequestContext = {},
): Escalation {
    const isListed = Object.hasOwn(serviceAuthorization, action);
    const { targets } = isListed
        ? request(action, subjects, given)
        : { targets: subjects.map(({ arn }) => ({ arn, context: { "ec2:Region": "eu-central-1" } })) };
    return { title, gain, action, targets };
}

export const later = (escalation: Escalation): Escalation => ({ ...escalation, withVpcOnly: true });
export const elsewhere = (escalation: Escalation, from: string, to: string): Escalation => ({
    ...escalation,
    targets: escalation.targets.map(({ arn, context }) => ({ arn: arn.replace(from, to), context })),
});

export const claim = requestTags(own);
export const claimAsDefault = requestTags({ ...own, Name: "prod-app-default" });
export const control = "every permission that the stack has on its own resources";
