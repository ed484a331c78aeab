import { isUnsigned } from "../../unusualRequests";
import { actionsOf, isKnownAction, isWildcardOnly, knownPrefixes } from "./actionTable";
import { type Fault, Severity } from "./finding";
import { type Check, eachStatement } from "./lintedPolicy";
import { meant, reference } from "./meant";
import { operations } from "./operations";
import { isAnything, isOpen } from "./patterns";
import type { Value } from "./view";

const form = /^[a-z0-9-]+:[a-z0-9*?]+$/i;

/** An action that does not exist in IAM has no effect, unless it is one of the unsigned actions. */
export const unknownAction: Check = eachStatement(({ actions }) =>
    actions.flatMap(({ path, text }): Fault[] => {
        if (isEvery(text) || isOpen(text) || isUnsigned(text)) return [];
        if (!form.test(text)) {
            const hint = "write <prefix>:<name>, e.g. s3:GetObject, or *";
            return [{ path, message: `"${text}" is not the name of an action`, hint, severity: Severity.error }];
        }
        const [prefix = "", name = ""] = text.split(":");
        if (!knownPrefixes().has(prefix.toLowerCase())) {
            const known = meant(prefix, [...knownPrefixes()]);
            const hint = known ? `did you mean ${known}:${name}?` : reference;
            return [{ path, message: `no IAM action begins with ${prefix}:`, hint }];
        }
        if (isKnownAction(text) !== false) return [];
        return [{ path, message: `${text} is not an IAM action`, hint: meantBy(prefix, name) }];
    })
);

function meantBy(prefix: string, name: string): string {
    const permission = operations[`${prefix}:${name}`.toLowerCase()];
    if (permission) return `the permission for this operation is ${permission}`;
    const known = meant(name, actionsOf(prefix.toLowerCase())!.map((action) => action.name));
    return known ? `did you mean ${prefix}:${known}?` : reference;
}

/** Only actions of the endpoint's own service go through it. */
export const foreignAction: Check = eachStatement(({ actions }, { iamPrefixes, service }) => {
    if (!iamPrefixes?.length) return [];
    return actions.filter(({ text }) => form.test(text) && !iamPrefixes.includes(text.split(":")[0]!.toLowerCase()))
        .map(({ path, text }) => ({
            path,
            message: `${text} is not an action of ${service ?? iamPrefixes[0]}, the service of the endpoint`,
            hint: `leave it to the endpoint of its own service; here actions begin with ${
                iamPrefixes.map((one) => `${one}:`).join(" or ")
            }`,
        }));
});

/**
 * An action without resource-level permissions is neither allowed nor denied by a statement that names resources.
 * Unsigned actions are not checked: the service authorization reference covers IAM principals only.
 */
export const wildcardOnlyAction: Check = eachStatement(({ actions, resources, written }) => {
    if (written.Action === undefined || written.Resource === undefined || resources.length === 0) return [];
    const names = actions.filter(({ text }) =>
        form.test(text) && !/[*?]/.test(text) && !isUnsigned(text) && isWildcardOnly(text)
    );
    if (names.length === 0 || resources.some(isWide)) return [];
    return names.map(({ path, text }) => ({
        path,
        message: `${text} does not support resource-level permissions, so this statement does not apply to it`,
        hint: `move it to a separate statement with "Resource": "*"`,
    }));
});

/** Whether a resource is `*`, or an ARN of all resources of a service; the value of a placeholder is unknown. */
function isWide({ text }: Value): boolean {
    return isAnything(text) || /^(<|\$\{)/.test(text) || isAnything(text.split(":").slice(5).join(":"));
}

function isEvery(text: string): boolean {
    return isAnything(text) || text === "*:*";
}
