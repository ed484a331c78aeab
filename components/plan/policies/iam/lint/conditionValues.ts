import { Address4, Address6 } from "ip-address";

import { booleanIn, dateIn } from "../values";
import type { Fault } from "./finding";
import { type Check, eachStatement } from "./lintedPolicy";
import { isOpen } from "./patterns";

interface Form {
    what: string;
    example: string;
    holds: (text: string) => boolean;
}

/** The values of the types that operators compare. */
const forms: { [family: string]: Form } = {
    Bool: { what: "true or false", example: "true", holds: (text) => booleanIn(text.toLowerCase()) !== undefined },
    Null: { what: "true or false", example: "true", holds: (text) => booleanIn(text.toLowerCase()) !== undefined },
    Numeric: { what: "a number", example: "300", holds: (text) => text.trim() !== "" && !Number.isNaN(Number(text)) },
    Date: {
        what: "a date",
        example: "2026-01-01T00:00:00Z",
        holds: (text) => /^\d+$/.test(text) || dateIn(text) !== undefined,
    },
    IpAddress: {
        what: "an IP address or CIDR range",
        example: "10.0.0.0/16",
        holds: (text) => Address4.isValid(text) || Address6.isValid(text),
    },
    Arn: { what: "an ARN", example: "arn:aws:iam::123456789012:role/app", holds: (text) => /^(arn:|[*?])/.test(text) },
};

/** A value that the operator's type does not have never matches. */
export const impossibleValue: Check = eachStatement(({ tests }) =>
    tests.flatMap(({ name, operator, values }): Fault[] => {
        const form = operator && forms[operator.family];
        if (!form) return [];
        return values.filter(({ text }) => !isOpen(text) && !form.holds(text)).map(({ path, text }) => ({
            path,
            message: `${name} compares with ${form.what}, which "${text}" is not`,
            hint: `write a value such as ${form.example}`,
        }));
    })
);
