import { type OwnedResource, ownedResources } from "../facts/ownedResources";
import type { Problem } from "../problem";
import { unknownService } from "../services/find";
import { behindFips, isService } from "../services/services";
import { suggest } from "../suggest";
import { isReadOnly } from "./iam/lint/actionTable";
import type { PolicyDocument } from "./policy";

/** Who is trusted, and what may pass beside trusted principals reaching trusted resources. */
export interface PerimeterRequest {
    organizationId?: string;
    organizationPaths?: string[];
    accountIds?: string[];
    awsOwnedResources?: string[];
    exceptions?: PerimeterException[];
}

/** What trusted principals may do to resources that are not trusted. */
export interface PerimeterException {
    service: string;
    actions: string[];
    resources: string[];
    reason: string;
}

/** What may be said of one kind of perimeter, and what a right value looks like. */
const shapes = {
    accountIds: { pattern: /^\d{12}$/, example: "123456789012", what: "an account id" },
    organizationId: { pattern: /^o-[a-z0-9]{10,32}$/, example: "o-exampleorgid", what: "the id of an organization" },
    organizationPaths: {
        pattern: /^o-[a-z0-9]{10,32}\/r-[a-z0-9]{4,32}(\/ou-[a-z0-9]{4,32}-[a-z0-9]{8,32})*\/\*?$/,
        example: "o-exampleorgid/r-ab12/ou-ab12-11111111/*",
        what: "the path of an organizational unit",
    },
};

type Trusted = keyof typeof shapes;
const kinds = Object.keys(shapes) as Trusted[];

/** Everything wrong with a perimeter. */
export function checkPerimeter(perimeter: PerimeterRequest, asked: string[]): Problem[] {
    const said = kinds.filter((kind) => perimeter[kind] !== undefined);
    const problems: Problem[] = [];
    if (said.length > 1) {
        const message = `says who is trusted in ${said.length} ways: ${said.join(", ")}`;
        problems.push({ path: "perimeter", message, hint: "choose one; an organization has its accounts in it" });
    }
    for (const kind of said) problems.push(...wrongValues(kind, [perimeter[kind]!].flat()));
    for (const [index, id] of (perimeter.awsOwnedResources ?? []).entries()) {
        problems.push(...wrongOwned(`perimeter.awsOwnedResources[${index}]`, id, asked));
    }
    for (const [index, exception] of (perimeter.exceptions ?? []).entries()) {
        problems.push(...wrongException(`perimeter.exceptions[${index}]`, exception, asked));
    }
    return problems;
}

function wrongValues(kind: Trusted, values: string[]): Problem[] {
    const { pattern, example, what } = shapes[kind];
    if (values.length === 0) {
        const hint = `name at least one, e.g. ${example}, or leave it out for the stack's own account`;
        return [{ path: `perimeter.${kind}`, message: "trusts nobody", hint }];
    }
    return values.flatMap((value, index) => {
        if (pattern.test(value)) return [];
        const path = kind === "organizationId" ? `perimeter.${kind}` : `perimeter.${kind}[${index}]`;
        return [{ path, message: `"${value}" is not ${what}`, hint: `it looks like ${example}` }];
    });
}

function wrongOwned(path: string, id: OwnedResource, asked: string[]): Problem[] {
    if (!Object.hasOwn(ownedResources, id)) {
        const hint = suggest(id, Object.keys(ownedResources), "those that are known");
        return [{ path, message: `"${id}" names no resources of AWS's own that this version knows`, hint }];
    }
    const { endpoint } = ownedResources[id]!;
    return isAsked(endpoint, asked) ? [] : [notAsked(path, endpoint)];
}

function wrongException(path: string, exception: PerimeterException, asked: string[]): Problem[] {
    const { service, actions, resources, reason } = exception;
    const problems: Problem[] = [];
    if (!isService(service)) problems.push(unknownService(`${path}.service`, service));
    else if (!isAsked(service, asked)) problems.push(notAsked(`${path}.service`, service));
    if (reason.trim() === "") {
        problems.push({
            path: `${path}.reason`,
            message: "gives no reason",
            hint: "say why, for those who read the plan",
        });
    }
    for (const [name, list] of Object.entries({ actions, resources })) {
        if (list.length === 0) {
            problems.push({ path: `${path}.${name}`, message: `names no ${name}`, hint: "name at least one" });
        }
    }
    problems.push(...openWrites(path, exception));
    return problems;
}

/** Anybody may own what a name with a wildcard matches, so what is let through to it must change nothing. */
function openWrites(path: string, { actions, resources }: PerimeterException): Problem[] {
    const open = resources.find(isOpenName);
    if (open === undefined) return [];
    return actions.flatMap((action, index) => {
        if (isReadOnly(action)) return [];
        const message = `${action} may change what ${open} matches, which may be anybody's`;
        const hint = "name the resource in full, or only what reads it";
        return [{ path: `${path}.actions[${index}]`, message, hint }];
    });
}

/**
 * Whether an ARN may match what belongs to anybody: a wildcard in its account or its name, or a policy variable there, whose
 * value a request may bring along, as it does that of `${aws:UserAgent}`. What is in a bucket is its owner's, and what
 * stands under `aws` AWS's.
 */
export function isOpenName(arn: string): boolean {
    const [, , service, , account = "*", ...rest] = arn.replaceAll(/\$\{[^}]*\}/g, "*").split(":");
    if (account === "aws") return false;
    const name = rest.join(":");
    const inBucket = service === "s3" && account === "";
    return [account, inBucket ? name.split("/")[0]! : name].some((part) => /[*?]/.test(part));
}

/** Whether a service is asked for, or its FIPS endpoint, which has the same policy. */
function isAsked(service: string, asked: string[]): boolean {
    return asked.some((one) => behindFips(one) === behindFips(service));
}

function notAsked(path: string, service: string): Problem {
    return { path, message: `nothing asks for ${service}`, hint: `add ${service} to services, or remove this entry` };
}

type Condition = { [operator: string]: { [key: string]: unknown } };

/** The keys that say to which account somebody or something belongs, and those for an organization and its units. */
const keys: { [ofAccount: string]: { ofOrganization?: string; ofUnit?: string } } = {
    "aws:PrincipalAccount": { ofOrganization: "aws:PrincipalOrgID", ofUnit: "aws:PrincipalOrgPaths" },
    "aws:ResourceAccount": { ofOrganization: "aws:ResourceOrgID", ofUnit: "aws:ResourceOrgPaths" },
    "ssm:NodeAccountId": { ofOrganization: "ssm:NodeOrgId" },
    // Cognito tells no organization: identity pools stay the stack's own or those of accounts that are named.
    "cognito-identity-auth:AccountId": {},
    "cognito-identity-unauth:AccountId": {},
};
const own = "<accountId>";

/**
 * A template with the perimeter in place of the stack's own account: in every condition on an account, and in every ARN
 * that names it. The stack's own account stays trusted beside other accounts; in an organization, as far as it is in it.
 */
export function withPerimeter(document: PolicyDocument, perimeter: PerimeterRequest): PolicyDocument {
    if (kinds.every((kind) => perimeter[kind] === undefined)) return document;
    const statements = document.Statement as { Condition?: Condition; Resource?: unknown }[];
    return { ...document, Statement: statements.map((statement) => trusting(statement, perimeter)) };
}

function trusting(statement: { Condition?: Condition; Resource?: unknown }, perimeter: PerimeterRequest) {
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
    const named = [statement.Resource].flat().some((arn) => typeof arn === "string" && arn.includes(own));
    // No ARN can name the accounts of an organization, so their resources are told by who owns them.
    if (named && !perimeter.accountIds) trust("aws:ResourceAccount");
    return {
        ...statement,
        ...(named ? { Resource: resourcesOf(statement.Resource, perimeter) } : {}),
        ...(Object.keys(condition).length > 0 ? { Condition: condition } : {}),
    };
}

function resourcesOf(resource: unknown, { accountIds }: PerimeterRequest): string[] {
    const accounts = accountIds ? [...new Set([own, ...accountIds])] : ["*"];
    const arns = [resource].flat().flatMap((arn) => accounts.map((account) => String(arn).replaceAll(own, account)));
    return [...new Set(arns)];
}
