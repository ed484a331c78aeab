import { isMap } from "../../../isMap";
import { operatorOf, operators } from "../operators";
import type { Fault } from "./finding";
import type { Check } from "./lintedPolicy";
import { fix } from "./meant";
import { itemsOf } from "./view";

/** Checks a document against the policy grammar, except Principal, which has its own rules. */
export const grammar: Check = ({ document }) => {
    if (!isMap(document)) {
        const hint = `a policy is {"Version": "2012-10-17", "Statement": [{ … }]}`;
        return [{ path: "", message: "a policy is an object, and this is not", hint }];
    }
    const statements = itemsOf("Statement", document.Statement);
    return [
        ...unknownElements("", document, ["Version", "Id", "Statement"]),
        ...oneOf("Version", document.Version ?? "2012-10-17", ["2012-10-17", "2008-10-17"]),
        ...statements.flatMap(({ path, item }) => (isMap(item) ? statement(path, item) : [notAStatement(path)])),
        ...(statements.length === 0
            ? [{ path: "Statement", message: "the policy has no Statement", hint: "add one that allows something" }]
            : []),
    ];
};

const elements = [
    ...["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction"],
    ...["Resource", "NotResource", "Condition"],
];

function statement(path: string, written: { [element: string]: unknown }): Fault[] {
    return [
        ...unknownElements(`${path}.`, written, elements),
        ...(written.Sid === undefined ? [] : text(`${path}.Sid`, written.Sid)),
        ...(written.Effect === undefined
            ? [{ path, message: "the statement has no Effect", hint: "say Allow or Deny" }]
            : oneOf(`${path}.Effect`, written.Effect, ["Allow", "Deny"])),
        ...either(path, written, "Action"),
        ...either(path, written, "Resource"),
        ...(written.Condition === undefined ? [] : condition(`${path}.Condition`, written.Condition)),
    ];
}

function notAStatement(path: string): Fault {
    return { path, message: "a statement is an object, and this is not", hint: `write {"Effect": "Allow", …}` };
}

function unknownElements(prefix: string, written: object, known: string[]): Fault[] {
    return Object.keys(written).filter((name) => !known.includes(name)).map((name) => ({
        path: prefix + name,
        message: `there is no element "${name}"`,
        hint: fix(name, known, "the elements are"),
    }));
}

function oneOf(path: string, value: unknown, known: string[]): Fault[] {
    if (known.includes(value as string)) return [];
    return [{
        path,
        message: `${JSON.stringify(value)} is none of its values`,
        hint: fix(String(value), known, "use one of"),
    }];
}

function text(path: string, value: unknown): Fault[] {
    return typeof value === "string" ? [] : [{ path, message: "it is not a text", hint: "put it in quotation marks" }];
}

/** `Action` or `NotAction`, and `Resource` or `NotResource`: exactly one of the two, with at least one string. */
function either(path: string, written: { [element: string]: unknown }, element: string): Fault[] {
    const present = [element, `Not${element}`].filter((name) => written[name] !== undefined);
    if (present.length !== 1) {
        const message = `the statement has ${present.length === 0 ? `no ${element}` : present.join(" and ")}`;
        return [{ path, message, hint: `give it ${element}, or else Not${element}` }];
    }
    return list(`${path}.${present[0]}`, written[present[0]!], text);
}

function list(path: string, value: unknown, check: (path: string, item: unknown) => Fault[]): Fault[] {
    const items = itemsOf(path, value);
    if (items.length === 0) return [{ path, message: "the list is empty", hint: "name at least one, or take it out" }];
    return items.flatMap(({ path: place, item }) => check(place, item));
}

function condition(path: string, written: unknown): Fault[] {
    if (!isMap(written)) {
        return [{
            path,
            message: "a Condition is an object, and this is not",
            hint: `write {"StringEquals": {"key": "value"}}`,
        }];
    }
    return Object.entries(written).flatMap(([name, keys]): Fault[] => {
        const place = `${path}.${name}`;
        if (operatorOf(name) === undefined) {
            const message = `there is no operator "${name}"`;
            return [{ path: place, message, hint: fix(name, Object.keys(operators), "the operators are") }];
        }
        if (!isMap(keys)) {
            return [{
                path: place,
                message: "an operator holds keys and values, and this does not",
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
        message: "the value of a key is a text, a number or a boolean",
        hint: "give each value by itself",
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
        message: `another statement has the Sid ${JSON.stringify(written.Sid)}`,
        hint: "give each statement its own",
    }));
};

/** JSON parsers keep the last of two equal keys; AWS rejects both. */
export const repeatedKey: Check = ({ places }) =>
    (places?.repeated ?? []).map(({ path, key }) => ({
        path,
        message: `"${key}" stands twice in one object, so one of the two is lost`,
        hint: "merge the two, e.g. the keys of one operator under one name",
    }));
