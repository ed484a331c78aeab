import type { EndpointOverrides } from "../endpoints/endpointOverrides";
import { uniqueBy } from "../endpoints/securityGroups";
import type { Service } from "../facts/services";
import type { PlannedEndpoint } from "../kinds/endpointKinds";
import type { Problem } from "../problem";
import { Severity } from "./iam/lint/finding";
import type { EndpointContext, Finding } from "./iam/lint/lintEndpointPolicy";
import type { PerimeterRequest } from "./perimeter";
import { parsePolicy } from "./policyDocument";
import { changesOf, type PolicyOverrides, sourceOf } from "./statements";

/** Loaded on demand: most stacks have no policy of their own, and the linter is a large part of what a plan loads. */
const linter = () => require("./iam/lint/lintEndpointPolicy") as typeof import("./iam/lint/lintEndpointPolicy");

/** The endpoint that a policy is for. */
export type PolicyPlace = Pick<EndpointContext, "kind" | "partition">;

/** The linter's findings: what AWS would reject, and what allows less, or more, than it seems to. */
export interface Linted {
    problems: Problem[];
    warnings: Problem[];
}

/** The linter's findings in a policy that a caller writes. */
export function lintPolicy(path: string, service: Service, text: string, place: PolicyPlace): Linted {
    const { contextOf, lintEndpointPolicy } = linter();
    return linted(lintEndpointPolicy(text, contextOf(service, place)).map((finding) => ({ ...finding, in: path })));
}

/**
 * The linter's findings in planned policies that the caller's options change. One that is known only during a
 * deployment is linted then. The tests lint the shipped policies, for every service.
 */
export function lintPlanned(
    endpoints: PlannedEndpoint[],
    overrides: EndpointOverrides,
    perimeter: PerimeterRequest | undefined,
    partition: string,
): Linted {
    const found = endpoints.flatMap((endpoint) => {
        const options = overrides[endpoint.askedAs] ?? {};
        const own = endpoint.policy.from === "custom" || perimeter !== undefined || changesOf(options).length > 0;
        return own ? [lintEndpoint(endpoint, options, partition)] : [];
    });
    // A gateway and an interface of one service have the same policy.
    const once = (problems: Problem[]) => uniqueBy(problems, ({ path, message }) => `${path} ${message}`);
    return {
        problems: once(found.flatMap(({ problems }) => problems)),
        warnings: once(found.flatMap(({ warnings }) => warnings)),
    };
}

/** The linter's findings in the policy of one endpoint, by the arguments that its statements come from. */
export function lintEndpoint(
    { service, askedAs, kind, policy }: Pick<PlannedEndpoint, "service" | "askedAs" | "kind" | "policy">,
    options: PolicyOverrides,
    partition: string,
): Linted {
    const path = `endpoints.${askedAs}`;
    if (policy.document === null) return { problems: [], warnings: [] };
    if (policy.from === "custom") {
        // Lint the string as written, because the planned document has its lists sorted.
        const text = typeof options.policy === "string" ? options.policy : policy.document;
        return lintPolicy(`${path}.policy`, service, text, { kind, partition });
    }
    const { contextOf, lintEndpointPolicy } = linter();
    const context = contextOf(service, { kind, partition });
    const document = JSON.parse(policy.document) as { Statement: { Sid?: string }[] };
    const added = statementsIn(options.additionalPolicy);
    const first = document.Statement.length - added.length;
    // Lint the appended statements as written, too. They do not have to allow anything by themselves.
    const inAdded = lintEndpointPolicy({ ...document, Statement: added }, context).filter(isInStatement);
    const known = new Set(inAdded.map((finding) => keyOf(placeIn(finding))));
    const inMerged = lintEndpointPolicy(document, context).flatMap((finding): Placed[] => {
        if (!isInStatement(finding)) return [{ ...finding, in: path }];
        const { index, element, ...place } = placeIn(finding);
        // Several entries of a caller, or several documents, may allow the same.
        const isGenerated = sourceOf(document.Statement[index]!, path) !== undefined;
        if (finding.code === "pol.covered-statement" && index < first && isGenerated) return [];
        if (index < first) return [withSource(finding, element, path, document.Statement[index]!)];
        if (known.has(keyOf({ index: index - first, element }))) return [];
        return [{ ...finding, in: `${path}.additionalPolicy`, path: `Statement[${index - first}]${place.rest}` }];
    });
    return linted([...inMerged, ...inAdded.map((finding) => ({ ...finding, in: `${path}.additionalPolicy` }))]);
}

/** The rules about statements that do not change what the policy allows. */
const noEffect: string[] = ["pol.statement-without-effect", "pol.covered-statement"];

/** A finding, and the path of the argument it is in. */
interface Placed extends Finding {
    in: string;
}

function withSource(finding: Finding, element: string, path: string, statement: { Sid?: string }): Placed {
    const source = sourceOf(statement, path);
    if (source !== undefined) return { ...finding, in: source, path: element };
    // Appended statements that allow what the perimeter limits are a mistake, not only redundant.
    return noEffect.includes(finding.code)
        ? { ...finding, in: path, severity: Severity.error }
        : { ...finding, in: path };
}

function linted(findings: Placed[]): Linted {
    const problemsOf = (wanted: Severity) =>
        findings.filter(({ severity }) => severity === wanted).map(({ code, in: path, path: at, message, hint }) => ({
            code,
            path,
            message: at ? `${at}: ${message}` : message,
            hint,
        }));
    return { problems: problemsOf(Severity.error), warnings: problemsOf(Severity.warning) };
}

function statementsIn(policy: unknown): unknown[] {
    const document = typeof policy === "string" ? parsePolicy("", policy).document : undefined;
    return document ? [document.Statement].flat() : [];
}

const inStatement = /^Statement\[(\d+)\](\.?(.*?)(?:\[\d+\])?)$/;

function isInStatement({ path }: Finding): boolean {
    return inStatement.test(path);
}

/** The index of the statement that a finding is in, the rest of its path, and the element it leads to. */
function placeIn({ path }: Finding): { index: number; rest: string; element: string } {
    const [, index, rest, element] = inStatement.exec(path)!;
    return { index: Number(index), rest: rest!, element: element! };
}

function keyOf({ index, element }: { index: number; element: string }): string {
    return `${index} ${element}`;
}
