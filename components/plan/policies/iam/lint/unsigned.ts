import { unsignedRequests } from "../../../facts/unsignedRequests";
import { isMap } from "../../../isMap";
import type { Fault } from "./finding";
import { globalKey } from "./globalKeys";
import { type Check, eachStatement } from "./lintedPolicy";
import { isForEverybody } from "./principalRules";
import { type StatementView } from "./view";

/** Actions without an IAM signature, in lower case: they have no principal and none of its condition keys. */
const unsigned = new Map(
    unsignedRequests.filter(({ someSigned }) => !someSigned).flatMap((requests) =>
        requests.actions.map((action) => [action.toLowerCase(), requests] as const)
    ),
);

/** A statement for specific principals does not allow unsigned requests. */
export const unsignedAction: Check = eachStatement((statement) => {
    const obstacle = statement.effect === "Allow" && statement.written.Action !== undefined && asksWhoSigned(statement);
    if (!obstacle) return [];
    return statement.actions.flatMap(({ path, text }): Fault[] => {
        const requests = unsigned.get(text.toLowerCase());
        if (!requests) return [];
        const { accountKeys: keys = ["aws:ResourceAccount"] } = requests;
        const limit = keys.length > 0 ? `use ${keys.join(" or ")} instead` : "limit the statement by Resource instead";
        return [{
            path,
            message: `requests for ${text} are unsigned, so ${obstacle} never matches them`,
            hint: `move it to a separate statement with "Principal": "*"; ${limit}`,
        }];
    });
});

/** The part of a statement that only a signed request can satisfy. */
function asksWhoSigned(statement: StatementView): string | undefined {
    if (isMap(statement.written.Principal) && !isForEverybody(statement)) return "the Principal";
    const test = statement.tests.find(({ operator, key }) =>
        operator && operator.family !== "Null" && !operator.negated && !operator.ifExists
        && operator.set !== "ForAllValues" && globalKey(key)?.signedOnly
    );
    return test && `the condition on ${test.key}`;
}
