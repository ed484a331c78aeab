import { isUnknown, unknown } from "../../../components/plan/policies/iam/truth";
import type { Role, RolePolicy } from "../../model/accessModel";
import { given, type Maybe } from "../../model/maybe";
import { resourceTypes as types } from "../resourceTypes";
import type { Path } from "../resourceValues";
import type { StackResource, StackResources } from "../stackResources";
import { managedPolicyNamed } from "./managedPolicies";

/** The IAM roles of a stack, with the policies that the stack gives them. */
export class StackRoles {
    private readonly made = new Map<StackResource, Role>();
    private readonly given = new Map<StackResource, RolePolicy[]>();
    /** Policies of roles that are not known, which may be any role's. */
    private readonly open: string[] = [];

    constructor(private readonly stack: StackResources) {
        for (const one of stack.of(...types.rolePolicy)) {
            this.give(one, ["role"], { name: one.name, document: this.document(one, ["policy"]) });
        }
        for (const one of stack.of(...types.rolePolicyAttachment)) {
            this.give(one, ["role"], this.attached(one, ["policyArn"]));
        }
        for (const one of stack.of(...types.policyAttachment)) {
            const roles = stack.items(one, "roles");
            if (isUnknown(roles)) this.open.push(...roles.unknown);
            else roles.forEach((_, at) => this.give(one, ["roles", at], this.attached(one, ["policyArn"])));
        }
    }

    /** Every role of the stack. */
    all(): Role[] {
        return this.stack.of(...types.role).map((one) => this.of(one));
    }

    /** The role that a property names, directly or by its instance profile. */
    at(resource: StackResource, path: Path): Maybe<Role> {
        const found = this.stack.resource([...types.role, ...types.instanceProfile], resource, ...path);
        if (found === undefined) return unknown(`${path.join(".")} of ${resource.name}`);
        if (!isUnknown(found)) {
            return types.role.includes(found.type as never) ? this.of(found) : this.at(found, ["role"]);
        }
        const written = this.stack.text(resource, ...path);
        if (typeof written !== "string" || !written.includes(":role/")) return found;
        return {
            id: written,
            arn: written,
            policies: unknown(`the policies of ${written}, which is not in the stack`),
        };
    }

    private of(one: StackResource): Role {
        const known = this.made.get(one);
        if (known) return known;
        const boundary = this.stack.text(one, "permissionsBoundary");
        const role: Role = {
            id: this.stack.idOf(one),
            name: one.name,
            arn: given(this.stack.text(one, "arn"), (arn) => arn ?? unknown(`the ARN of role ${one.name}`)),
            policies: this.policiesOf(one),
            ...(boundary !== undefined && { boundary: this.attached(one, ["permissionsBoundary"]) }),
        };
        this.made.set(one, role);
        return role;
    }

    private policiesOf(one: StackResource): Maybe<RolePolicy[]> {
        const inline = given(this.stack.items(one, "inlinePolicies"), (items) =>
            items.map((_, at) => ({
                name: `inline policy ${at + 1} of ${one.name}`,
                document: this.document(one, ["inlinePolicies", at, "policy"]),
            })));
        const managed = given(
            this.stack.items(one, "managedPolicyArns"),
            (items) => items.map((_, at) => this.attached(one, ["managedPolicyArns", at])),
        );
        if (isUnknown(inline)) return inline;
        if (isUnknown(managed)) return managed;
        if (this.open.length > 0) return { unknown: this.open };
        const all = [...inline, ...managed, ...this.given.get(one) ?? []];
        return [...new Map(all.map((policy) => [JSON.stringify(policy), policy])).values()];
    }

    private give(one: StackResource, path: Path, policy: RolePolicy): void {
        const role = this.stack.resource(types.role, one, ...path);
        // A role that is not in the stack is none of those that are.
        if (role === undefined || (isUnknown(role) && typeof this.stack.text(one, ...path) === "string")) return;
        if (isUnknown(role)) this.open.push(...role.unknown);
        else this.given.set(role, [...this.given.get(role) ?? [], policy]);
    }

    /** A managed policy by its ARN: one of the stack's, or AWS's own. */
    private attached(one: StackResource, path: Path): RolePolicy {
        const policy = this.stack.resource(types.policy, one, ...path);
        if (policy !== undefined && !isUnknown(policy)) {
            return { name: policy.name, document: this.document(policy, ["policy"]) };
        }
        const arn = this.stack.text(one, ...path);
        if (typeof arn !== "string") {
            return { name: `${path.join(".")} of ${one.name}`, document: arn ?? unknown("a policy") };
        }
        return managedPolicyNamed(arn);
    }

    private document(one: StackResource, path: Path): Maybe<string> {
        return given(
            this.stack.text(one, ...path),
            (text) => text ?? unknown(`${path.join(".")} of ${one.name}`),
        );
    }
}
