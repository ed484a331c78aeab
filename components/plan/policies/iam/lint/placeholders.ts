import { arnsOf } from "./arnFields";
import type { Fault } from "./finding";
import { identifierOf } from "./identifiers";
import { type Check, eachStatement } from "./lintedPolicy";
import { hasWildcard, isOpen, isPlaceholder } from "./patterns";
import { isUniqueId, principalsOf } from "./principalForm";

/** A part that is still as in the example that it was copied from. */
export const placeholder: Check = eachStatement((statement) => {
    const { tests } = statement;
    const inArns = arnsOf(statement).flatMap(({ path, fields: [, , , region = "", account = ""] }) =>
        [region, account].filter((part) => part !== "" && !/^[\d*?]{12}$/.test(part)).map((text) => ({ path, text }))
    );
    const inIds = tests.filter(identifierOf).flatMap((test) =>
        test.values.filter(({ text }) => !identifierOf(test)!.form.test(text))
    );
    const inPrincipals = principalsOf(statement).filter(({ text }) => !isUniqueId(text)).map(({ path, text }) => {
        const [account = ""] = text.startsWith("arn:") ? text.split(":").slice(4, 5) : [text];
        return { path, text: account };
    });
    return [...inPrincipals, ...inArns, ...inIds].filter(({ text }) =>
        !isOpen(text) && !hasWildcard(text) && isPlaceholder(text)
    ).map((
        { path, text },
    ): Fault => ({
        path,
        message: `"${text}" is a placeholder of an example, so it matches no request`,
        hint: "replace it with your own",
    }));
});
