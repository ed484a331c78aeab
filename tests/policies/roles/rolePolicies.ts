import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { Decision, evaluate } from "../../../components/plan/policies/iam/evaluate";
import type { RequestContext } from "../../../components/plan/policies/iam/request";
import type { PolicyDocument } from "../../../components/plan/policies/policyDocument";
import { root } from "../../run";

/** A statement of an identity policy, in the format of the files in policies/roles/. */
export interface RoleStatement {
    Sid: string;
    Effect: "Allow" | "Deny";
    Action?: string | string[];
    Resource: string | string[];
    Condition?: { [operator: string]: { [key: string]: unknown } };
}

/** The statements of files in policies/roles/, all attached to one role. */
export function statementsOf(...files: string[]): RoleStatement[] {
    return files.flatMap((file) =>
        JSON.parse(fs.readFileSync(path.join(root, "policies", "roles", file), "utf8")).Statement as RoleStatement[]
    );
}

/** The statements of files in policies/roles/, with the VPC's ID filled in as docs/deploy-role.md describes. */
export function statementsFor(vpcId = "vpc-0123456789abcdef0", ...files: string[]): RoleStatement[] {
    const text = JSON.stringify(statementsOf(...files)).replaceAll("vpc-0123456789abcdef0", vpcId);
    return JSON.parse(text) as RoleStatement[];
}

/** The actions that files allow, each once: what a role may do them on may take several statements. */
export function allowedActions(...files: string[]): string[] {
    const allowing = statementsOf(...files).filter(({ Effect }) => Effect === "Allow");
    return [...new Set(allowing.flatMap(({ Action = [] }) => Action))].sort();
}

/** A resource on which AWS authorizes an action, with the condition keys that AWS documents for it. */
export interface Target {
    arn: string;
    context?: RequestContext;
}

const everybody = { type: "AWS", arn: "arn:aws:sts::123456789012:assumed-role/any/session" } as const;

/** Whether a statement could apply to an action: evaluating the others would take most of the time. */
function mayName({ Action = "*" }: RoleStatement, action: string): boolean {
    return [Action].flat().some((one) => one.includes("*") || one === action);
}

/**
 * Whether a role with these statements is allowed the action: AWS authorizes each resource of a request, and all must be
 * allowed.
 */
export function allows(statements: unknown[], action: string, ...targets: Target[]): boolean {
    // The evaluator requires a principal. An identity policy has none: it applies to the role that it is attached to.
    const policy: PolicyDocument = {
        Version: "2012-10-17",
        Statement: statements.filter((statement) => mayName(statement as RoleStatement, action)).map((statement) => ({
            ...(statement as object),
            Principal: "*",
        })),
    };
    return targets.every(({ arn, context = {} }) => {
        const { decision, why } = evaluate(policy, { principal: everybody, action, resource: arn, context });
        assert.notEqual(decision, Decision.CannotTell, `${action} on ${arn}: ${why.join("; ")}`);
        return decision === Decision.Allowed;
    });
}
