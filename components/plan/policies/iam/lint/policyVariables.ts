import { isKnown } from "./conditionKeys";
import type { Fault } from "./finding";
import { globalKey } from "./globalKeys";
import { type Check, eachStatement } from "./lintedPolicy";
import { reference } from "./meant";

const variable = /\$\{([^{}]*)\}/g;

/** A variable that is not a key of requests has no value, so that what contains it matches nothing. */
export const unknownVariable: Check = eachStatement(({ resources, tests }) =>
    [...resources, ...tests.flatMap(({ values }) => values)].filter(({ text }) => text.includes("${")).flatMap((
        { path, text },
    ) => [
        ...(text.replace(variable, "").includes("${")
            ? [{ path, message: "a variable does not end", hint: "close it with }, or write ${$} for the character $" }]
            : []),
        ...[...text.matchAll(variable)].flatMap(([whole, inner = ""]): Fault[] => {
            const key = inner.replace(/,\s*'[^']*'$/, "").trim();
            const wrong = (message: string, hint: string) => [{ path, message, hint }];
            // Templates of CloudFormation replace its pseudo parameters, e.g. ${AWS::Partition}.
            if (/^[*?$]$/.test(inner) || key.includes("::")) return [];
            if (!key.includes(":")) {
                return wrong(`${whole} is not a policy variable`, "write ${<key>}, e.g. ${aws:username}");
            }
            if (globalKey(key)?.many) {
                return wrong(`${whole} has several values, and a variable takes one`, "compare the key in a Condition");
            }
            // Identity providers have keys of their own, and so has each thing of AWS IoT.
            if (/^[^:]*\.|^iot:/.test(key) || isKnown(key, {})) return [];
            return wrong(`no request is known to have ${key}, the variable in "${text}"`, reference);
        }),
    ])
);
