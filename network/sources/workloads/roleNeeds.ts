import { type Statement, statementsOf, textsOf } from "../../../components/plan/policies/iam/document";
import { isUnknown } from "../../../components/plan/policies/iam/truth";
import type { AwsRequest, Role, RolePolicy } from "../../model/accessModel";
import type { Maybe } from "../../model/maybe";
import { policyIn } from "../../model/policyText";
import { servicesOfAction } from "./actionServices";
import { managedPolicies, managedPolicyPage } from "./managedPolicies";
import { neededBy, type NeedsFound, nothing, together } from "./needsFound";

/** Actions that AWS itself calls with a role, outside the VPC, each with the page that says so. */
export type AwsCalls = readonly { actions: RegExp; source: string }[];

/**
 * Actions that are never requests of their own from a VPC: permissions that other requests check, and uses of keys, which
 * the services that encrypt with them call (https://docs.aws.amazon.com/kms/latest/developerguide/service-integration.html).
 */
const notRequests = /^(iam:PassRole|kms:(Decrypt|Encrypt|ReEncrypt.*|GenerateDataKey.*|DescribeKey|CreateGrant))$/i;

/** The services that a role's policies allow it to call. */
export function servicesAllowed(role: Maybe<Role>, calledByAws: AwsCalls): NeedsFound {
    if (isUnknown(role)) return { needs: [], open: role.unknown };
    const { policies = [] } = role;
    if (isUnknown(policies)) return { needs: [], open: policies.unknown };
    const isRequest = (action: string) =>
        !notRequests.test(action) && !calledByAws.some(({ actions }) => actions.test(action));
    return together(policies.map((policy) => allowedBy(policy, role, isRequest)));
}

function allowedBy(policy: RolePolicy, role: Role, isRequest: (action: string) => boolean): NeedsFound {
    const { name, document } = policy;
    const listed = policy.isAwsManaged ? managedPolicies[name] : undefined;
    if (listed) {
        const isUsed = listed.runsAs !== null && listed.actions.some(isRequest);
        const { needs } = isUsed ? neededBy(listed.runsAs!) : nothing;
        return { needs: needs.map((need) => ({ ...need, source: managedPolicyPage(name), role })), open: [] };
    }
    const policyName = `policy ${name} of role ${role.name ?? role.id}`;
    if (isUnknown(document)) return { needs: [], open: document.unknown };
    const parsed = policyIn(document);
    if (!parsed) return { needs: [], open: [`${policyName}, which is not a JSON policy`] };
    const statements = statementsOf(parsed).filter(({ Effect }) => Effect === "Allow");
    return together(statements.map((one) => allowedIn(one, role, policyName, isRequest)));
}

function allowedIn(
    statement: Statement,
    role: Role,
    policyName: string,
    isRequest: (action: string) => boolean,
): NeedsFound {
    const actions = textsOf(statement.Action);
    if (!actions || actions.includes("*")) {
        return { needs: [], open: [`which services are called with ${policyName}, which allows every action`] };
    }
    const requests = actions.filter(isRequest);
    const byService = new Map<string, { actions: string[]; source?: string }>();
    const open: string[] = [];
    for (const action of requests) {
        const found = servicesOfAction(action);
        if (!found) open.push(`which endpoint ${action} of ${policyName} uses`);
        for (const service of found?.services ?? []) {
            const known = byService.get(service)?.actions ?? [];
            byService.set(service, { actions: [...known, action], source: found!.source });
        }
    }
    const needs = [...byService].map(([service, { actions: its, source }]) => {
        const request = requestIn(statement, its);
        const why = `may call ${listed(its)} (role ${role.name ?? role.id})`;
        return { service, why, role, ...(source !== undefined && { source }), ...(request && { request }) };
    });
    return { needs, open };
}

const mostNamed = 3;

function listed(actions: string[]): string {
    const more = actions.length - mostNamed;
    return [...actions.slice(0, mostNamed), ...(more > 0 ? [`${more} more actions`] : [])].join(", ");
}

/** The request that a statement allows, if it names exactly one, without wildcards, variables and conditions. */
function requestIn({ Action, Resource, Condition }: Statement, actions: string[]): AwsRequest | undefined {
    const [resource, ...others] = textsOf(Resource) ?? [];
    const [action, ...more] = actions;
    const isOne = more.length === 0 && others.length === 0 && Condition === undefined && textsOf(Action)!.length === 1;
    if (!isOne || resource === undefined || /[*?$]/.test(`${action}${resource}`)) return undefined;
    return { action: action!, resource };
}
