import type { OwnedResource } from "../facts/ownedResources";
import type { Service } from "../facts/services";
import type { PerimeterException, PerimeterRequest } from "./perimeter";
import { ownAccount as own } from "./policyDocument";

/** The Condition of a statement: values by key, by operator. */
export type Condition = { [operator: string]: { [key: string]: unknown } };

/** What decides who and what is trusted at an endpoint, and what may pass in addition. */
export interface Trust {
    service: Service;
    /** The Region, e.g. `us-east-1`. */
    region: string;
    /** The partition of the Region, e.g. `aws`. */
    partition: string;
    perimeter?: PerimeterRequest;
    /** The AWS-owned resources that the policy allows, by ID. */
    ownedResources?: OwnedResource[];
    /** The caller's exceptions, with reasons. */
    exceptions?: PerimeterException[];
}

/** The endpoint that a policy is for. */
export interface ProofContext extends Trust {
    /** `Gateway` or `Interface`. @default Interface */
    kind?: string;
    /** The stack's own account. @default - unknown, with the placeholder `<accountId>` in the answer */
    accountId?: string;
}

/** The conditions of which each one means that a principal, resource or endpoint is trusted. The own account always is. */
export function trusted(
    whose: "Principal" | "Resource" | "Vpce",
    { accountIds = [], organizationId, organizationPaths }: PerimeterRequest,
): Condition[] {
    const conditions: Condition[] = [{ StringEquals: { [`aws:${whose}Account`]: [own, ...accountIds] } }];
    if (organizationId !== undefined) conditions.push({ StringEquals: { [`aws:${whose}OrgID`]: organizationId } });
    if (organizationPaths) {
        conditions.push({ "ForAnyValue:StringLike": { [`aws:${whose}OrgPaths`]: organizationPaths } });
    }
    return conditions;
}
