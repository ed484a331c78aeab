import * as v from "valibot";

import { list, maybe, text } from "./shapeParts";

// Roles and managed policies with their documents, in AWS's spelling.
// Source: https://docs.aws.amazon.com/cli/latest/reference/iam/get-account-authorization-details.html

/** The AWS CLI decodes policies to JSON; other tools leave them URL-encoded. */
const document = v.unknown();

export const roleAuthorization = v.object({
    RoleName: text,
    Arn: text,
    RolePolicyList: list(v.object({ PolicyName: text, PolicyDocument: document })),
    AttachedManagedPolicies: list(v.object({ PolicyName: text, PolicyArn: text })),
    PermissionsBoundary: v.nullish(v.object({ PermissionsBoundaryArn: maybe })),
});

export const policyAuthorization = v.object({
    PolicyName: text,
    Arn: text,
    PolicyVersionList: list(v.object({ Document: document, IsDefaultVersion: v.nullish(v.boolean()) })),
});
