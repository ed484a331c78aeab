import type { Request } from "../request";
import { signedBy } from "./callers";

/** What a request is made of to be easily read. */
export interface Examples {
    /** Actions, e.g. those that go through the endpoint. */
    actions?: string[];
    resources?: string[];
    /** The partition of the ARNs. @default aws */
    partition?: string;
}

const account = "111122223333";

/** The same request with examples of AWS's documentation in place of arbitrary values, wherever it stays what it is. */
export function readable(request: Request, examples: Examples, stays: (request: Request) => boolean): Request {
    const { actions = [], resources = [], partition = "aws" } = examples;
    let best = request;
    const tryEach = (variants: ((known: Request) => Request)[]) => {
        const found = variants.map((variant) => variant(best)).find((one) => stays(one));
        if (found) best = found;
    };
    tryEach(["111122223333", accountOf(request)].map((id) => (known) => withCaller(known, id, partition)));
    tryEach(actions.map((action) => (known) => ({ ...known, action })));
    const owner = request.context["aws:ResourceAccount"];
    const owners = owner === undefined ? [undefined] : [account, String(owner)];
    tryEach(
        [...resources, request.resource].flatMap((resource) =>
            owners.map((id) => (known: Request) => withTarget(known, resource, id))
        ),
    );
    return best;
}

function accountOf({ context }: Request): string {
    return String(context["aws:PrincipalAccount"]);
}

function withCaller(request: Request, id: string, partition: string): Request {
    if (request.principal.type !== "AWS" || !/^\d{12}$/.test(id)) return request;
    const { principal, context } = signedBy(`arn:${partition}:iam::${id}:role/app`, "session");
    return { ...request, principal, context: { ...request.context, ...context } };
}

/** An ARN with an account names its owner. */
function withTarget(request: Request, resource: string, owner: string | undefined): Request {
    const { "aws:ResourceAccount": _, ...context } = request.context;
    const named = resource.split(":")[4];
    const filled = named === account && owner !== undefined ? resource.replace(account, owner) : resource;
    return {
        ...request,
        resource: filled,
        context: owner === undefined ? context : { ...context, "aws:ResourceAccount": owner },
    };
}
