import type { AccessArgs } from "../../args/accessArgs";
import type { Known } from "../../args/contract";
import type { Service } from "../facts/services";
import type { Problem } from "../problem";
import { factsOf } from "../services/serviceNames";
import { matches } from "./iam/lint/patterns";
import { ownAccount } from "./policyDocument";
import {
    byLimit,
    isUnowned,
    isUnsigned,
    type MadeStatement,
    unownedThrough,
    unresourcedThrough,
    unsigned,
} from "./unusualRequests";

/** One entry of `access`: these actions on these resources, for these principals of the perimeter. */
export type AccessRequest = Known<AccessArgs>;

/** Problems in the `access` option of a service. */
export function checkAccess(service: string, access: AccessRequest[]): Problem[] {
    const path = `endpoints.${service}.access`;
    if (access.length === 0) {
        return [{
            code: "list.empty",
            path,
            message: "is empty, so the endpoint would allow nothing",
            hint: "list what is needed, or remove it",
        }];
    }
    return access.flatMap(({ principals, ...lists }, index) => [
        ...Object.entries(lists).flatMap(([name, list]) => emptyList(`${path}[${index}].${name}`, name, list)),
        ...wrongPrincipals(`${path}[${index}].principals`, principals),
        ...foreignActions(`${path}[${index}].actions`, service, lists.actions),
    ]);
}

/** The problem of an empty list that must not be empty, e.g. actions. */
export function emptyList(path: string, what: string, list: string[]): Problem[] {
    if (list.length > 0) return [];
    return [{ code: "list.empty", path, message: "is empty", hint: `list at least one of the ${what}` }];
}

const principalArn = /^arn:[a-z-]+:(iam|sts)::(\d{12}|\*):[\w+=,.@*?/-]+$/;

function wrongPrincipals(path: string, principals: string[] | undefined): Problem[] {
    if (principals?.length === 0) {
        const hint = "list at least one, or remove it to allow all trusted principals";
        return [{ code: "list.empty", path, message: "is empty", hint }];
    }
    return (principals ?? []).flatMap((arn, index) => {
        if (principalArn.test(arn)) return [];
        const hint = "list ARNs of users and roles, e.g. arn:aws:iam::123456789012:role/app";
        const message = `"${arn}" is not the ARN of a principal`;
        return [{ code: "access.invalid-principal", path: `${path}[${index}]`, message, hint }];
    });
}

function foreignActions(path: string, service: string, actions: string[]): Problem[] {
    const { iamPrefixes } = factsOf(service);
    if (!iamPrefixes) return [];
    return actions.flatMap((action, index) => {
        const prefix = action.split(":")[0]!.toLowerCase();
        if (action === "*" || iamPrefixes.includes(prefix)) return [];
        const hint = iamPrefixes.length > 0
            ? `its actions begin with ${iamPrefixes.map((known) => `${known}:`).join(" or ")}`
            : "it has no IAM actions: use *";
        return [{
            code: "pol.foreign-action",
            path: `${path}[${index}]`,
            message: `${action} is not an action of ${service}`,
            hint,
        }];
    });
}

/**
 * Statements that allow exactly these requests, inside the perimeter: trusted principals, trusted resources. Actions
 * without a resource owner get no owner condition. Actions that may be unsigned are also allowed unsigned, to trusted
 * resources.
 */
export function accessStatements(service: Service, access: AccessRequest[], name: string): MadeStatement[] {
    return access.flatMap(({ principals, actions, resources }, index) => {
        const sid = `${name}${access.length > 1 ? index + 1 : ""}`;
        const statement = (Sid: string, Action: string[], keys: string[], limit = {}): MadeStatement[] => {
            const StringEquals = Object.fromEntries(keys.map((key) => [key, ownAccount]));
            const Condition: MadeStatement["Condition"] = { StringEquals, ...limit };
            if (principals) Condition.ArnLike = { "aws:PrincipalArn": principals };
            if (Action.length === 0) return [];
            return [{ Sid, Effect: "Allow", Principal: "*", Action, Resource: resources, Condition }];
        };
        // Patterns keep the owner condition; the actions they match that have no owner are listed separately.
        const patterned = [...unownedThrough(service), ...unresourcedThrough(service)].filter((known) =>
            actions.some((action) => matches(action, known))
        );
        const unowned = [...new Set([...actions.filter(isUnowned), ...patterned])];
        const ownUnsigned = (action: string) => isUnsigned(action, service);
        return [
            ...statement(sid, actions.filter((action) => !isUnowned(action)), [
                "aws:PrincipalAccount",
                "aws:ResourceAccount",
            ]),
            ...byLimit(unowned).flatMap(({ actions: limited, condition }, at, { length }) =>
                statement(`${sid}Unowned${length > 1 ? at + 1 : ""}`, limited, ["aws:PrincipalAccount"], condition)
            ),
            ...(principals ? [] : unsigned(service, actions.filter(ownUnsigned), `${sid}Unsigned`, resources)),
        ];
    });
}
