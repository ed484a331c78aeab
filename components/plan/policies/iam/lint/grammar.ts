import { isMap } from "../../../isMap";
import { operatorOf, operators } from "../operators";
import type { Fault } from "./finding";
import type { Check } from "./lintedPolicy";
import { fix, meant } from "./meant";
import { itemsOf } from "./view";

/** Checks a document against the policy grammar, except Principal, which has its own rules. */
export const grammar: Check = ({ document }) => {
    if (!isMap(document)) {
        const hint = `a policy is {"Version": "2012-10-17", "Statement": [{ … }]}`;
        return [{ path: "", message: "a policy must be an object", hint }];
    }
    const statements = itemsOf("Statement", document.Statement);
    if (document.Statement === undefined) return [...misspeltElements(document), noStatement];
    return [
        ...unknownElements("", document, topElements),
        ...oneOf("Version", document.Version ?? "2012-10-17", ["2012-10-17", "2008-10-17"]),
        ...statements.flatMap(({ path, item }) => (isMap(item) ? statement(path, item) : [notAStatement(path)])),
        ...(statements.length === 0 ? [noStatement] : []),
    ];
};

const noStatement = {
    path: "Statement",
    message: "the policy has no Statement",
    hint: "add one that allows something",
};

const topElements = ["Version", "Id", "Statement"];

/** A document without Statement may be any JSON file, with secrets: only what is near an element's name is quoted. */
function misspeltElements(document: object): Fault[] {
    return unknownElements("", document, topElements).filter(({ path }) => meant(path, topElements) !== undefined);
}

const elements = [
    ...["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction"],
    ...["Resource", "NotResource", "Condition"],
];

function statement(path: string, written: { [element: string]: unknown }): Fault[] {
    return [
        ...unknownElements(`${path}.`, written, elements),
        ...(written.Sid === undefined ? [] : text(`${path}.Sid`, written.Sid)),
        ...(written.Effect === undefined
            ? [{ path, message: "the statement has no Effect", hint: "write Allow or Deny" }]
            : oneOf(`${path}.Effect`, written.Effect, ["Allow", "Deny"])),
        ...either(path, written, "Action"),
        ...either(path, written, "Resource"),
        ...(written.Condition === undefined ? [] : condition(`${path}.Condition`, written.Condition)),
    ];
}

function notAStatement(path: string): Fault {
    return { path, message: "a statement must be an object", hint: `write {"Effect": "Allow", …}` };
}

function unknownElements(prefix: string, written: object, known: string[]): Fault[] {
    return Object.keys(written).filter((name) => !known.includes(name)).map((name) => ({
        path: prefix + name,
        message: `"${name}" is not an element`,
        hint: fix(name, known, "elements"),
    }));
}

function oneOf(path: string, value: unknown, known: string[]): Fault[] {
    if (known.includes(value as string)) return [];
    return [{
        path,
        message: `${JSON.stringify(value)} is not a valid value`,
        hint: fix(typeof value === "string" ? value : "", known, "use one of"),
    }];
}

function text(path: string, value: unknown): Fault[] {
    return typeof value === "string" ? [] : [{ path, message: "must be a string", hint: "quote it" }];
}

/** `Action` or `NotAction`, and `Resource` or `NotResource`: exactly one of the two, with at least one string. */
function either(path: string, written: { [element: string]: unknown }, element: string): Fault[] {
    const present = [element, `Not${element}`].filter((name) => written[name] !== undefined);
    if (present.length !== 1) {
        const message = `the statement has ${present.length === 0 ? `no ${element}` : present.join(" and ")}`;
        return [{ path, message, hint: `set ${element} or Not${element}` }];
    }
    return list(`${path}.${present[0]}`, written[present[0]!], text);
}

function list(path: string, value: unknown, check: (path: string, item: unknown) => Fault[]): Fault[] {
    const items = itemsOf(path, value);
    if (items.length === 0) return [{ path, message: "the list is empty", hint: "list at least one, or remove it" }];
    return items.flatMap(({ path: place, item }) => check(place, item));
}

function condition(path: string, written: unknown): Fault[] {
    if (!isMap(written)) {
        return [{
            path,
            message: "a Condition must be an object",
            hint: `write {"StringEquals": {"key": "value"}}`,
        }];
    }
    return Object.entries(written).flatMap(([name, keys]): Fault[] => {
        const place = `${path}.${name}`;
        if (operatorOf(name) === undefined) {
            const message = `"${name}" is not a condition operator`;
            return [{ path: place, message, hint: fix(name, Object.keys(operators), "operators") }];
        }
        if (!isMap(keys)) {
            return [{
                path: place,
                message: "a condition operator must be an object of keys and values",
                hint: `write {"key": "value"}`,
            }];
        }
        return Object.entries(keys).flatMap(([key, value]) => list(`${place}.${key}`, value, plain));
    });
}

function plain(path: string, value: unknown): Fault[] {
    if (["string", "number", "boolean"].includes(typeof value)) return [];
    return [{
        path,
        message: "the value of a condition key must be a string, a number or a boolean",
        hint: "list the values",
    }];
}

/**
 * Sids must be unique within a policy:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html
 */
export const repeatedSid: Check = ({ statements }) => {
    const sids = statements.map(({ written }) => written.Sid);
    return statements.filter((_, index) => sids[index] !== undefined && sids.indexOf(sids[index]) !== index).map((
        { path, written },
    ) => ({
        path: `${path}.Sid`,
        message: `another statement also has the Sid ${JSON.stringify(written.Sid)}`,
        hint: "use each Sid once",
    }));
};

/** JSON parsers keep the last of two equal keys; AWS rejects both. */
export const repeatedKey: Check = ({ places }) =>
    (places?.repeated ?? []).map(({ path, key }) => ({
        path,
        message: `"${key}" appears twice in one object; AWS rejects this`,
        hint: "merge the two, e.g. both lists of keys under one operator",
    }));
