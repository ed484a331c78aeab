import type { Known } from "../../args/contract";
import type { PerimeterArgs, PerimeterExceptionArgs } from "../../args/perimeterArgs";
import { ownAccount as own, type PolicyDocument } from "./policyDocument";

/** Who is trusted, and which exceptions are allowed. */
export type PerimeterRequest = Known<PerimeterArgs>;

/** What trusted principals may do to resources that are not trusted. */
export type PerimeterException = PerimeterExceptionArgs;

const kinds = ["accountIds", "organizationId", "organizationPaths"] as const;

type Condition = { [operator: string]: { [key: string]: unknown } };

/** The condition keys with the account of a principal or resource, and those for an organization and its units. */
const keys: { [ofAccount: string]: { ofOrganization?: string; ofUnit?: string } } = {
    "aws:PrincipalAccount": { ofOrganization: "aws:PrincipalOrgID", ofUnit: "aws:PrincipalOrgPaths" },
    "aws:ResourceAccount": { ofOrganization: "aws:ResourceOrgID", ofUnit: "aws:ResourceOrgPaths" },
    "ssm:NodeAccountId": { ofOrganization: "ssm:NodeOrgId" },
    // Cognito has no key for organizations: only identity pools of the stack's own or the listed accounts are trusted.
    "cognito-identity-auth:AccountId": {},
    "cognito-identity-unauth:AccountId": {},
};

/**
 * A template with the perimeter instead of the stack's own account, in every condition on an account and in every ARN
 * with it. The stack's own account stays trusted in addition to listed accounts; with an organization, only if it
 * belongs to it. The resources of statements that are as the caller wrote them stay the same.
 */
export function withPerimeter(
    document: PolicyDocument,
    perimeter: PerimeterRequest,
    isAsWritten: (statement: PerimeterStatement) => boolean = () => false,
): PolicyDocument {
    if (kinds.every((kind) => perimeter[kind] === undefined)) return document;
    const statements = document.Statement as PerimeterStatement[];
    return {
        ...document,
        Statement: statements.flatMap((statement) => [
            trusting(statement, perimeter, isAsWritten(statement)),
            ...(isAsWritten(statement) ? [] : byName(statement, perimeter)),
        ]),
    };
}

/**
 * AWS does not document the organization of a resource for each unsigned request, so those to the own account are also
 * allowed by the ARN alone.
 */
function byName(statement: PerimeterStatement, { accountIds }: PerimeterRequest): PerimeterStatement[] {
    const unsigned = statement.Condition?.Null?.["aws:PrincipalArn"] === "true";
    if (!unsigned || accountIds || !namesAccount(statement)) return [];
    return [{ ...statement, Sid: `${statement.Sid}ByName` }];
}

/** Whether all resources have the own account in their ARNs. */
function namesAccount({ Resource }: PerimeterStatement): boolean {
    return [Resource].flat().every((arn) => String(arn).split(":")[4] === own);
}

/** The elements of a statement that say who and what is trusted. */
export interface PerimeterStatement {
    Sid?: string;
    Condition?: Condition;
    Resource?: unknown;
}

function trusting(statement: PerimeterStatement, perimeter: PerimeterRequest, isAsWritten: boolean) {
    const { StringEquals = {}, ...others } = statement.Condition ?? {};
    const condition: Condition = structuredClone(others);
    const add = (operator: string, key: string, value: unknown) => {
        condition[operator] = { ...condition[operator], [key]: value };
    };
    const trust = (key: string) => {
        const { accountIds, organizationId, organizationPaths } = perimeter;
        const { ofOrganization, ofUnit } = keys[key]!;
        if (!ofOrganization && !accountIds) return add("StringEquals", key, own);
        if (accountIds) return add("StringEquals", key, [...new Set([own, ...accountIds])]);
        if (organizationId !== undefined) return add("StringEquals", ofOrganization!, organizationId);
        if (ofUnit) return add("ForAnyValue:StringLike", ofUnit, organizationPaths);
        add("StringEquals", ofOrganization!, [...new Set(organizationPaths!.map((path) => path.split("/")[0]!))]);
    };
    for (const [key, value] of Object.entries(StringEquals)) {
        if (value === own && Object.hasOwn(keys, key)) trust(key);
        else add("StringEquals", key, value);
    }
    for (const [operator, tests] of Object.entries(others)) {
        for (const [key, value] of Object.entries(tests)) add(operator, key, withAccounts(value, perimeter));
    }
    // ARNs cannot name the accounts of an organization, so a condition on the owner is used for their resources. With
    // the account in another part of the ARN the owner is AWS, and only the own account is trusted.
    const arns = [statement.Resource].flat().map(String);
    const named = !isAsWritten
        && arns.some((arn) => (perimeter.accountIds ? arn : arn.split(":")[4] ?? "").includes(own));
    if (named && !perimeter.accountIds) trust("aws:ResourceAccount");
    return {
        ...statement,
        ...(named ? { Resource: resourcesOf(statement.Resource, perimeter) } : {}),
        ...(Object.keys(condition).length > 0 ? { Condition: condition } : {}),
    };
}

/** The values of another condition, for each account in place of the own one. */
function withAccounts(value: unknown, { accountIds }: PerimeterRequest): unknown {
    const values = [value].flat();
    if (!accountIds || !values.some((text) => typeof text === "string" && text.includes(own))) return value;
    const all = values.flatMap((text) => [own, ...accountIds].map((id) => String(text).replaceAll(own, id)));
    return [...new Set(all)];
}

function resourcesOf(resource: unknown, { accountIds }: PerimeterRequest): string[] {
    const accounts = accountIds ? [...new Set([own, ...accountIds])] : ["*"];
    const arns = [resource].flat().flatMap((arn) => accounts.map((account) => String(arn).replaceAll(own, account)));
    return [...new Set(arns)];
}
