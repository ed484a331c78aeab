import * as v from "valibot";

import type { Problem } from "../components/plan/problem";
import type { Call } from "./calls";

/** A valid answer, or why it is not one. */
export type Parsed<T> = { value: T; problems: [] } | { value?: undefined; problems: Problem[] };

/** Parses the answer to a call: JSON of the expected shape, and all of it. */
export function parseAnswer<Schema extends v.GenericSchema>(
    [service, operation]: Call,
    path: string,
    schema: Schema,
    answer: unknown,
): Parsed<v.InferOutput<Schema>> {
    const parsed = v.safeParse(schema, answer);
    const again = `save the output of: aws ${service} ${operation} --output json`;
    if (!parsed.success) {
        const [issue] = parsed.issues;
        const where = v.getDotPath(issue);
        const message = `it is not an answer to aws ${service} ${operation}: ${
            where ? `${where}: ` : ""
        }${issue.message}`;
        return { problems: [{ code: "inventory.not-an-answer", path, message, hint: again }] };
    }
    if (isPartial(answer)) {
        const message = "it is only the first page of the answer";
        const hint = `${again}, without --max-items and --no-paginate`;
        return { problems: [{ code: "inventory.partial-answer", path, message, hint }] };
    }
    return { value: parsed.output, problems: [] };
}

// The tokens with which the AWS CLI and the services mark an answer that goes on.
const pageTokens = ["NextToken", "nextToken", "Marker", "NextMarker", "NextRecordName"];

function isPartial(answer: unknown): boolean {
    return pageTokens.some((token) => Boolean((answer as { [key: string]: unknown })[token]));
}
