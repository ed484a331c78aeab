import { conditionHolds } from "../conditions";
import { conditionKeysOf } from "../lint/actionTable";
import { globalKey } from "../lint/globalKeys";
import { matches } from "../lint/patterns";
import { operatorOf } from "../operators";
import { isUnknown } from "../truth";
import { samplesOf } from "./cells";
import { anyBut, inParts, type Language, languageOf, literal } from "./language";
import { Effort, tooLarge } from "./limit";
import { addressSamples, dateSamples, numberSamples } from "./scales";
import type { Test } from "./words";

/** A value of a context key: none, one, or several. */
export type KeyValue = string | string[] | undefined;

/** The most values of a key, lists included. */
const mostValues = 5_000;

const scales = { Numeric: numberSamples, Date: dateSamples, IpAddress: addressSamples };
type Scale = keyof typeof scales;

function scaleOf({ operator: { family } }: Pick<Test, "operator">): Scale | undefined {
    return Object.hasOwn(scales, family) ? family as Scale : undefined;
}

/** Whether an operator compares by size, not as text. */
export function isScale(name: string): boolean {
    const operator = operatorOf(name);
    return operator !== undefined && scaleOf({ operator }) !== undefined;
}

/** Whether a condition compares a key in the same way as the first one that is not Null: others are not decided. */
export function isDecided(test: Test, tests: Test[]): boolean {
    const scale = scaleOf(test);
    if (scale === undefined) return true;
    return tests.every((other) => other.operator.family === "Null" || scaleOf(other) === scale);
}

/** The languages of the texts that conditions compare a key with. */
export function languagesIn(tests: Test[]): Language[] {
    return tests.flatMap(({ operator: { family, name, wildcards }, values, variables }): Language[] => {
        if (family === "Bool") return [literal("true"), literal("false")];
        if (family === "Binary") return values.map(literal);
        if (family !== "String" && family !== "Arn") return [];
        const ignoreCase = name.endsWith("IgnoreCase");
        const languages = values.map((text) => languageOf(text, { wildcards, ignoreCase, variables }));
        return family === "Arn" ? [...languages, ...languages.map(inParts), anArn] : languages;
    });
}

/** An ARN of six parts. */
const anArn = languageOf("arn:*:*:*:*:*", { wildcards: true });

/** One value of a key for each combination of its conditions that can hold. */
export function valuesOf(tests: Test[], many: boolean | undefined, effort = new Effort()): KeyValue[] {
    const texts = singleValues(tests, effort);
    return [undefined, ...(many === true ? [] : texts), ...(many === false ? [] : lists(texts, tests))];
}

function singleValues(tests: Test[], effort: Effort): string[] {
    const scale = tests.map(scaleOf).find((one) => one !== undefined);
    if (scale !== undefined && tests.every((test) => isDecided(test, tests))) {
        return [...scales[scale](tests.flatMap(({ values }) => values)), ""];
    }
    // AWS's Boolean keys are compared with Bool: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean
    if (tests.every(({ operator: { family } }) => family === "Bool" || family === "Null")) return ["true", "false"];
    const within = arnKey.test(tests[0]!.key) ? anArn : [anyBut("")];
    return samplesOf([within], [[], ...languagesIn(tests)], effort);
}

/**
 * Keys of AWS's data type ARN
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html#amazonec2-policy-keys).
 */
const arnKey = /arn$|^ec2:(accepter|requester)?vpc$/i;

/**
 * Lists of values. What a set operator decides of a list follows from what its operator decides of each element, so
 * one list is enough for each combination of what elements can be.
 */
function lists(texts: string[], tests: Test[]): string[][] {
    const elements = texts.map((text) => {
        const results = tests.map(({ operator, key, values, variables }, index) => {
            const Condition = { [operator.name]: { [key]: values } };
            const truth = conditionHolds(Condition, { context: { [key]: text }, variables, anyValue: true });
            return 1n << BigInt(3 * index + (isUnknown(truth) ? 2 : truth ? 1 : 0));
        });
        const empty = text === "" ? 0n : 1n << BigInt(3 * tests.length);
        return { text, bits: results.reduce((all, bit) => all | bit, empty) };
    });
    const found = new Map<bigint, string[]>();
    let latest: [bigint, string[]][] = [[0n, []]];
    while (latest.length > 0) {
        const next: [bigint, string[]][] = [];
        for (const [bits, list] of latest) {
            for (const element of elements) {
                const all = bits | element.bits;
                if (found.has(all)) continue;
                const longer = [...list, element.text];
                next.push([all, longer]);
                found.set(all, longer);
                if (found.size > mostValues) throw tooLarge("lists of values combine in more ways than are tried");
            }
        }
        latest = next;
    }
    return [...found.values()];
}

/** Whether a request can have several values of a key; undefined if it is not known. */
export function canBeMany(key: string): boolean | undefined {
    if (key.toLowerCase().startsWith("aws:")) {
        const facts = globalKey(key);
        return facts && (facts.many ?? false);
    }
    const prefix = key.slice(0, key.indexOf(":")).toLowerCase();
    const known = conditionKeysOf(prefix.replace(/-(un)?auth$/, ""))?.find(({ name }) => matches(name, key));
    return known?.many;
}
