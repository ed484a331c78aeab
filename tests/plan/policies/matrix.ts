import { evaluate } from "../../../components/plan/policies/iam/evaluate";
import type { PerimeterRequest } from "../../../components/plan/policies/perimeter";
import type { PolicyDocument } from "../../../components/plan/policies/policyDocument";
import { planOf } from "../fixtures";
import { type By, byNobody, byService, foreign, keysOf, own, signedBy } from "./askers";

/**
 * A built-in policy and the requests evaluated against it: an action, its resource in an account, and an AWS-owned resource.
 */
interface Asked {
    service: string;
    /** @default - the service's built-in policy */
    policy?: string;
    /** The workloads requested in addition to the service. */
    workloads?: string[];
    action: string;
    resource(account: string): string;
    /** A read and a write action on an AWS-owned resource, who signs them, and the resource. */
    owned?: { read: string; write: string; signer: "aws" | "own"; resource: string };
}

const queue = (account: string) => `arn:aws:sqs:us-east-1:${account}:orders`;
const image = (account: string) => `arn:aws:ecr:us-east-1:${account}:repository/app`;

/** Each built-in policy, with a service that uses it. */
const policies: Asked[] = [
    { service: "sqs", action: "sqs:SendMessage", resource: queue },
    { service: "sqs", policy: "full-access", action: "sqs:SendMessage", resource: queue },
    {
        service: "dynamodb",
        action: "dynamodb:GetItem",
        resource: (account) => `arn:aws:dynamodb:us-east-1:${account}:table/orders`,
    },
    { service: "ecr.api", action: "ecr:BatchGetImage", resource: image },
    { service: "ecr.dkr", action: "ecr:BatchGetImage", resource: image },
    {
        service: "s3",
        workloads: ["ecs-fargate"],
        action: "s3:GetObject",
        resource: (account) => `arn:aws:s3:::data-of-${account}/key`,
        owned: {
            ...{ read: "s3:GetObject", write: "s3:PutObject", signer: "aws" },
            resource: "arn:aws:s3:::prod-us-east-1-starport-layer-bucket/layer",
        },
    },
    {
        service: "ssm",
        action: "ssm:GetParameter",
        resource: (account) => `arn:aws:ssm:us-east-1:${account}:parameter/app`,
        owned: {
            ...{ read: "ssm:GetDocument", write: "ssm:DeleteDocument", signer: "own" },
            resource: "arn:aws:ssm:us-east-1::document/AWS-RunShellScript",
        },
    },
    { service: "sts", action: "sts:AssumeRole", resource: (account) => `arn:aws:iam::${account}:role/app` },
];

// An AWS account, outside the caller's organization.
const byAws = signedBy(foreign);

/** The requests by name; `undefined` if a request does not apply to a policy. */
const requests: { [request: string]: (asked: Asked) => object | undefined } = {
    "own principal, own resource": (asked) => on(asked, signedBy(own), own),
    "own principal, resource elsewhere": (asked) => on(asked, signedBy(own), foreign),
    "principal from elsewhere, own resource": (asked) => on(asked, signedBy(foreign), own),
    "principal from elsewhere, resource elsewhere": (asked) => on(asked, signedBy(foreign), foreign),
    "AWS service, own resource": (asked) => on(asked, byService, own),
    "AWS service, resource elsewhere": (asked) => on(asked, byService, foreign),
    "unsigned request, own resource": (asked) => on(asked, byNobody, own),
    "federated sign-in, own role": (asked) => signIn(asked, own),
    "federated sign-in, role elsewhere": (asked) => signIn(asked, foreign),
    "AWS-owned resource, read": ({ owned }) => owned && { action: owned.read, ...ofAws(owned) },
    "AWS-owned resource, write": ({ owned }) => owned && { action: owned.write, ...ofAws(owned) },
};

function on({ action, resource }: Asked, by: By, account: string) {
    return {
        principal: by.principal,
        action,
        resource: resource(account),
        context: { ...by.context, ...keysOf("Resource", account) },
    };
}

function signIn({ service, resource, ...rest }: Asked, account: string) {
    if (service !== "sts") return undefined;
    return on({ ...rest, service, resource, action: "sts:AssumeRoleWithWebIdentity" }, byNobody, account);
}

function ofAws({ signer, resource }: NonNullable<Asked["owned"]>) {
    const by = signer === "aws" ? byAws : signedBy(own);
    return { principal: by.principal, resource, context: { ...by.context, ...keysOf("Resource", foreign) } };
}

/** The decisions of each built-in policy on each request, as table rows: `yes`, `no` or `-`. */
export function matrix(perimeter: PerimeterRequest = {}): { titles: string[]; rows: string[][] } {
    const documents = policies.map((asked) => {
        const { service, workloads, policy: override } = asked;
        const endpointsSaid = override ? { [service]: { policy: override } } : {};
        const { endpoints } = planOf({ services: [service], workloads, perimeter, endpoints: endpointsSaid });
        const { policy } = endpoints.find((endpoint) => endpoint.service === service)!;
        return { asked, from: policy.from, document: JSON.parse(policy.document!.replaceAll("<accountId>", own)) };
    });
    const decide = (document: PolicyDocument, request: object | undefined) => {
        if (!request) return "-";
        const { decision, why } = evaluate(document, request as Parameters<typeof evaluate>[1]);
        if (decision === "CannotTell") throw new Error(why.join("; "));
        return decision === "Allowed" ? "yes" : "no";
    };
    return {
        titles: ["", ...documents.map(({ from }) => from)],
        rows: Object.entries(requests).map(([name, requestOf]) => [
            name,
            ...documents.map(({ asked, document }) => decide(document, requestOf(asked))),
        ]),
    };
}
