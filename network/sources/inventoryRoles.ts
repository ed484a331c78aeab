import { isUnknown } from "../../components/plan/policies/iam/truth";
import type { Inventory } from "../../inventory/readInventory";
import type { Role, RolePolicy } from "../model/accessModel";
import { given, type Maybe } from "../model/maybe";
import { managedPolicyNamed } from "./workloads/managedPolicies";

/** The roles of an account, with the documents of their policies. */
export function rolesOf(
    roles: Maybe<Inventory["roleAuthorizations"]>,
    policies: Maybe<Inventory["policyAuthorizations"]>,
): Maybe<Role[]> {
    const byArn = new Map(isUnknown(policies) ? [] : policies.map((one) => [one.Arn, one]));
    const managed = (arn: string): RolePolicy => {
        const found = byArn.get(arn);
        const version = found?.PolicyVersionList.find(({ IsDefaultVersion }) => IsDefaultVersion);
        if (!found || !version) return managedPolicyNamed(arn);
        return { ...managedPolicyNamed(arn), name: found.PolicyName, document: textOf(version.Document) };
    };
    return given(
        roles,
        (all) =>
            all.map(({ RoleName, Arn, RolePolicyList, AttachedManagedPolicies, PermissionsBoundary }) => {
                const boundary = PermissionsBoundary?.PermissionsBoundaryArn;
                return {
                    id: RoleName,
                    name: RoleName,
                    arn: Arn,
                    policies: [
                        ...RolePolicyList.map((one) => ({
                            name: one.PolicyName,
                            document: textOf(one.PolicyDocument),
                        })),
                        ...AttachedManagedPolicies.map(({ PolicyArn }) => managed(PolicyArn)),
                    ],
                    ...(boundary && { boundary: managed(boundary) }),
                };
            }),
    );
}

/** A policy's JSON text: AWS's API encodes it, and the AWS CLI parses it. */
function textOf(document: unknown): string {
    if (typeof document !== "string") return JSON.stringify(document);
    return document.startsWith("%7B") ? decodeURIComponent(document) : document;
}
