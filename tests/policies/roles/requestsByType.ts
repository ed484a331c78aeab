import type { Made } from "../../../emulator/aws/emulatedAws";
import { types } from "../../run";
import {
    type ApiRequest,
    arnOf,
    isOfResolver,
    kinds,
    type KnownAccount,
    request,
    type RequestsOfType,
    requestTags,
    type Subject,
    tagsOf,
} from "./apiRequests";
import { endpointRequests } from "./endpointRequests";
import { endpointServiceRequests } from "./endpointServiceRequests";
import { firewallReads, firewallRequests } from "./firewallRequests";
import { flowLogRequests } from "./flowLogRequests";
import { networkRequests } from "./networkRequests";
import { calls, type ProviderCalls, serviceCalls } from "./providerCalls";
import { serviceAuthorization } from "./serviceAuthorization";

/** The requests of every type that the components create, by type token. */
export const requestsByType: { [type: string]: RequestsOfType } = {
    ...networkRequests,
    ...endpointRequests,
    ...flowLogRequests,
    ...firewallRequests,
    ...endpointServiceRequests,
};

const reads = Object.entries<ProviderCalls>({ ...calls, ...serviceCalls }).map(([key, { read }]) =>
    [key, read] as const
);

const readsByType = Object.fromEntries(
    [...reads, ...Object.entries(firewallReads)].map(([key, read]) => [types[key as keyof typeof types], read]),
);

/** The requests that read a resource, after it is created or updated, during a refresh, and while it is deleted. */
export function reading(made: Made, account: KnownAccount): ApiRequest[] {
    return (readsByType[made.type] ?? []).map((action) => request(action, [readBy(action, made, account)]));
}

function readBy(action: string, made: Made, account: KnownAccount): Subject {
    const rows = Object.keys(serviceAuthorization[action] ?? {}).flatMap((kinds) => kinds.split(" "));
    if (rows.includes("*")) return { kind: "*", arn: "*", keys: {} };
    if (rows.includes("change")) return { kind: "change", arn: arnOf("change", "C0123456789ABCDEFGHIJ"), keys: {} };
    const { zoneId, role, firewallRuleGroupId } = made.attributes;
    if (made.type === types.record) return { kind: "hostedzone", arn: arnOf("hostedzone", zoneId), keys: {} };
    if (made.type === types.firewallRule) return account.byId(firewallRuleGroupId);
    return made.type === types.rolePolicy ? account.byId(role) : account.subject(made);
}

const tagging: { [kind: string]: [add: string, remove: string] } = {
    "log-group": ["logs:TagResource", "logs:UntagResource"],
    role: ["iam:TagRole", "iam:UntagRole"],
};

/** The requests that change a resource's tags: the provider first removes some, and then adds or changes others. */
export function taggingRequests(before: Made, after: Made, account: KnownAccount): ApiRequest[] {
    const [had, has] = [tagsOf(before), tagsOf(after)];
    const removed = Object.entries(had).filter(([key]) => !(key in has));
    const set = Object.entries(has).filter(([key, value]) => had[key] !== value);
    const kind = kinds[before.type] ?? "";
    const [add, remove] = isOfResolver(kind)
        ? ["route53resolver:TagResource", "route53resolver:UntagResource"]
        : tagging[kind] ?? ["ec2:CreateTags", "ec2:DeleteTags"];
    const changes: [string, [string, string][]][] = [[remove, removed], [add, set]];
    return changes.filter(([, tags]) => tags.length > 0).map(([action, tags]) =>
        // IAM and CloudWatch Logs take only the keys of tags to remove.
        request(action, [account.subject(before)], requestTags(Object.fromEntries(tags)))
    );
}
