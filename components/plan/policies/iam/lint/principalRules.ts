import { factsOfKind } from "../../../facts/endpointKind";
import { isMap } from "../../../isMap";
import type { Fault } from "./finding";
import { type Check, eachStatement } from "./lintedPolicy";
import { hasWildcard } from "./patterns";
import { wrongNames } from "./principalForm";
import { itemsOf, type StatementView, valuesOf } from "./view";

const types = ["AWS", "Service", "Federated", "CanonicalUser"];

/** Whether a statement applies to everyone: `"*"` and `{"AWS": "*"}` are equivalent. */
export function isForEverybody({ written }: StatementView): boolean {
    const { Principal } = written;
    const aws = isMap(Principal) && Object.keys(Principal).length === 1 ? Principal.AWS : Principal;
    return itemsOf("", aws).length === 1 && itemsOf("", aws)[0]!.item === "*";
}

/** Problems in a statement's Principal. */
export const principal: Check = eachStatement((statement) => {
    const { path, written, effect } = statement;
    const { Principal, NotPrincipal } = written;
    if (Principal === undefined && NotPrincipal === undefined) {
        return [{
            path,
            message: "the statement has no Principal, which endpoint policies require",
            hint: `add "Principal": "*"`,
        }];
    }
    if (Principal !== undefined && NotPrincipal !== undefined) {
        return [{ path, message: "the statement has both Principal and NotPrincipal", hint: "remove one" }];
    }
    const name = Principal === undefined ? "NotPrincipal" : "Principal";
    const hint =
        `use "Principal": "*" with an ArnNotEquals condition on aws:PrincipalArn, and leave the rest unchanged`;
    if (name === "NotPrincipal" && effect === "Allow") {
        return [{ path: `${path}.${name}`, message: "AWS supports NotPrincipal only with Deny", hint }];
    }
    return [...wrongPrincipals(`${path}.${name}`, written[name]), ...wrongNames(statement)];
});

function wrongPrincipals(path: string, value: unknown): Fault[] {
    if (value === "*") return [];
    if (!isMap(value) || Object.keys(value).length === 0) {
        const message = `${JSON.stringify(value)} is no principal`;
        return [{ path, message, hint: `write "*", or {"AWS": "arn:…"}` }];
    }
    return Object.entries(value).flatMap(([type, ids]): Fault[] => {
        const place = `${path}.${type}`;
        if (!types.includes(type)) {
            return [{
                path: place,
                message: `"${type}" is not a type of principal`,
                hint: `use one of ${types.join(", ")}`,
            }];
        }
        const items = itemsOf(place, ids);
        if (items.length === 0) {
            return [{ path: place, message: "the list is empty", hint: "list a principal, or remove it" }];
        }
        return items.filter(({ item }) => typeof item !== "string").map(({ path: own }) => ({
            path: own,
            message: "must be a string",
            hint: "quote it",
        }));
    });
}

/** A wildcard in a principal matches nothing, except the one that means everyone. */
export const principalWildcard: Check = eachStatement(({ path, written }) =>
    ["Principal", "NotPrincipal"].flatMap((name) => named(`${path}.${name}`, written[name]))
        .filter(({ text }) => text !== "*" && hasWildcard(text))
        .map(({ path: place, text }) => ({
            path: place,
            message: `AWS does not support wildcards within a principal: ${text}`,
            hint: `use "Principal": "*" with "Condition": {"ArnLike": {"aws:PrincipalArn": "${text}"}}`,
        }))
);

function named(path: string, value: unknown) {
    return isMap(value) ? Object.entries(value).flatMap(([type, ids]) => valuesOf(`${path}.${type}`, ids)) : [];
}

/** A gateway endpoint supports only the principal `*`; restrict it with a condition. */
export const gatewayPrincipal: Check = ({ statements }, { kind }) => {
    if (!factsOfKind(kind)?.accountIsRootUser) return [];
    return statements.flatMap((statement): Fault[] => {
        const { path, written: { Principal, NotPrincipal } } = statement;
        if (NotPrincipal !== undefined) {
            const hint = `use "Principal": "*" with an ArnNotEquals condition on aws:PrincipalArn`;
            return [{ path: `${path}.NotPrincipal`, message: "gateway endpoints do not support NotPrincipal", hint }];
        }
        if (!isMap(Principal) || isForEverybody(statement)) return [];
        return named(`${path}.Principal`, Principal).map(({ path: place, text }) => ({
            path: place,
            message: onlyRoot(text)
                ? `gateway endpoints support no principal except *, and this one would be the root user of ${
                    accountOf(text)
                } only`
                : "gateway endpoints support no principal except *",
            hint: `use "Principal": "*" with "Condition": ${rewritten(place, text)}`,
        }));
    });
};

function onlyRoot(text: string): boolean {
    return /^(\d{12}|<[^>]+>)$/.test(text) || text.endsWith(":root");
}

function accountOf(text: string): string {
    return text.split(":").at(text.endsWith(":root") ? -2 : 0)!;
}

/** The condition that is equivalent to a principal. */
function rewritten(path: string, text: string): string {
    const condition = (operator: string, key: string, value: string) =>
        JSON.stringify({ [operator]: { [key]: value } });
    if (onlyRoot(text)) return condition("StringEquals", "aws:PrincipalAccount", accountOf(text));
    if (/\.Service\b/.test(path)) return condition("StringEquals", "aws:PrincipalServiceName", text);
    // The key contains the role, never a session of it.
    const session = /^arn:([^:]+):sts::([^:]+):assumed-role\/([^/]+)/.exec(text);
    return condition(
        "ArnEquals",
        "aws:PrincipalArn",
        session ? `arn:${session[1]}:iam::${session[2]}:role/${session[3]}` : text,
    );
}
