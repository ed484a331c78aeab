import type { EndpointOverride } from "../../../../components/plan/endpoints/endpointOverrides";
import { evaluate, type Evaluation } from "../../../../components/plan/policies/iam/evaluate";
import type { Request, RequestContext } from "../../../../components/plan/policies/iam/request";
import type { PolicyDocument } from "../../../../components/plan/policies/policyDocument";
import { planOf } from "../../fixtures";
import { type By, keysOf, own, signedBy } from "../askers";

/** A request through an endpoint. */
export interface Ask {
    by: By;
    action: string;
    resource: string;
    /** The resource's owner. @default - an AWS account of which nothing else is known */
    owner?: string;
    context?: RequestContext;
}

/** A trusted principal. */
export const me = signedBy(own);
export const at = (action: string, resource: string, more: Partial<Ask> = {}): Ask => ({
    by: me,
    action,
    resource,
    ...more,
});
export const bucket = (name: string, more: Partial<Ask> = {}) => at("s3:GetObject", `arn:aws:s3:::${name}/key`, more);

/** Requests of trusted principals to their own resources, for each endpoint that has a sample. */
export const ownResource: { [service: string]: Ask } = Object.fromEntries(
    Object.entries({
        "cloudformation": at("cloudformation:DescribeStacks", `arn:aws:cloudformation:us-east-1:${own}:stack/app/1`),
        "ec2": at("ec2:StopInstances", `arn:aws:ec2:us-east-1:${own}:instance/i-1234567890abcdef0`),
        "ecr.api": at("ecr:PutImage", `arn:aws:ecr:us-east-1:${own}:repository/app`),
        "iam": at("iam:GetRole", `arn:aws:iam::${own}:role/app`),
        "imagebuilder": at("imagebuilder:GetImage", `arn:aws:imagebuilder:us-east-1:${own}:image/app/1.0.0/1`),
        "iot.api": at("iot:DescribeThing", `arn:aws:iot:us-east-1:${own}:thing/lamp`),
        "lambda": at("lambda:InvokeFunction", `arn:aws:lambda:us-east-1:${own}:function:app`),
        "s3": bucket("amzn-s3-demo-bucket"),
        "sqs": at("sqs:SendMessage", `arn:aws:sqs:us-east-1:${own}:orders`),
        "ssm": at("ssm:GetParameter", `arn:aws:ssm:us-east-1:${own}:parameter/app`),
    }).map(([service, ask]) => [service, { ...ask, owner: own }]),
);

const exceptions = [{
    service: "s3",
    actions: ["s3:GetObject"],
    resources: ["arn:aws:s3:::amzn-s3-demo-destination-bucket/*"],
    reason: "A partner's prices.",
}];

/** The request for the plans that are compared. */
const asked = {
    services: ["s3", "ecr.api", "lambda"],
    workloads: ["ecs-fargate", "ssm-managed-instance", "ssm-patching", "cloudformation-signals"],
    perimeter: {
        organizationId: "o-exampleorgid",
        awsOwnedResources: ["ecr-service-repos", "glue-studio", "lambda-layers"],
        exceptions,
    },
};

/** Returns a function that evaluates requests against the policy of a service's endpoint. */
export function decider(service: string, override?: EndpointOverride): (ask: Ask) => Evaluation {
    const endpoints = override ? { [service]: override } : {};
    const plan = planOf({ ...asked, services: [...new Set([...asked.services, service])], endpoints });
    const { policy } = plan.endpoints.find((endpoint) => endpoint.service === service)!;
    const document = JSON.parse(policy.document!.replaceAll("<accountId>", own)) as PolicyDocument;
    return (ask) => evaluate(document, requestOf(ask));
}

/** Completes a request with all its context keys. */
export function requestOf({ by, action, resource, owner, context = {} }: Ask): Request {
    const ofResource = owner ? keysOf("Resource", owner) : { "aws:ResourceAccount": "111122223333" };
    return { principal: by.principal, action, resource, context: { ...by.context, ...ofResource, ...context } };
}
