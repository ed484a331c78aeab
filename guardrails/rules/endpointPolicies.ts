import { isDeepStrictEqual } from "node:util";

import { regions } from "../../components/plan/facts/regions";
import { contextOf, lintEndpointPolicy, Severity } from "../../components/plan/policies/iam/lint/lintEndpointPolicy";
import { isUnknown } from "../../components/plan/policies/iam/truth";
import { factsOf } from "../../components/plan/services/serviceNames";
import { policyExit } from "../../network/exits/endpointExits";
import { ExitVerdict } from "../../network/exits/exit";
import type { Endpoint } from "../../network/model/accessModel";
import { knownOr } from "../../network/model/maybe";
import { NetworkIndex } from "../../network/model/networkIndex";
import type { Found } from "../guardrail";
import type { Settings } from "../guardrailOptions";
import type { StackView } from "../stackView";

/** Endpoints without a policy of their own, which allow everything. One that is not known yet is set. */
export function missingPolicies(view: StackView): Found {
    const missing = ofPolicies(view, ({ id }, policy) =>
        policy === undefined
            ? [{
                urn: view.urnOf(id),
                message: `${view.label("endpoints", id)} has AWS's default policy, which allows everything`,
                hint: "set its policy, e.g. to one that trusts your own account only",
            }]
            : []);
    return missing.filter((one) => !("undecided" in one));
}

/** What AWS rejects or ignores in the policies of endpoints. */
export function faultyPolicies(view: StackView): Found {
    return ofPolicies(
        view,
        (endpoint, policy) =>
            policy === undefined ? [] : errorsIn(view, endpoint, policy).map(({ code, path, message, hint }) => ({
                urn: view.urnOf(endpoint.id),
                message: `the policy of ${view.label("endpoints", endpoint.id)}: ${path || "it"} ${message} [${code}]`,
                hint,
            })),
    );
}

/** What AWS would reject or ignore in a policy. */
function errorsIn({ region, index }: StackView, { id, kind, service }: Endpoint, policy: string) {
    return index.memo.of(["lint", id], () => {
        const context = contextOf(service!, { kind: knownOr(kind, undefined), partition: regions[region]!.partition });
        return lintEndpointPolicy(policy, context).filter(({ severity }) => severity === Severity.error);
    });
}

/** Policies of endpoints that are not proven to allow only trusted principals and resources. */
export function unprovenPolicies(view: StackView, settings: Settings): Found {
    const { perimeter } = settings;
    const accountId = settings.accountId ?? view.network.accountId;
    const verdictFor = (endpoint: Endpoint, account: string | undefined) =>
        policyExit(new NetworkIndex({ ...view.network, accountId: account, perimeter }), endpoint);
    return ofPolicies(view, (endpoint, policy) => {
        // What is not valid has no meaning that could be proven.
        if (policy === undefined || errorsIn(view, endpoint, policy).length > 0) return [];
        const label = view.label("endpoints", endpoint.id);
        const { verdict, because, unknown } = verdictFor(endpoint, accountId);
        if (verdict === ExitVerdict.closed) return [];
        const own = accountId === undefined
            ? accountsIn(policy).find((one) => verdictFor(endpoint, one).verdict === ExitVerdict.closed)
            : undefined;
        if (own !== undefined) {
            return [{ undecided: [`whether ${own} is the account of the stack; the option accountId sets it`] }];
        }
        if (verdict === ExitVerdict.unknown) return [{ undecided: unknown }];
        return [{
            urn: view.urnOf(endpoint.id),
            message: `the policy of ${label} lets data out: ${because[0]!.replace(/\.$/, "")}`,
            hint:
                "allow only your own principals and resources, or add to the option perimeter whom and what you trust",
        }];
    });
}

/** What a rule finds in endpoints that AWS supports policies for; `undefined` is AWS's default policy. */
function ofPolicies(view: StackView, check: (endpoint: Endpoint, policy: string | undefined) => Found): Found {
    const { endpoints } = view.network;
    if (isUnknown(endpoints)) return [{ undecided: endpoints.unknown }];
    return endpoints.flatMap((endpoint) => {
        const { policy, service } = endpoint;
        if (service === undefined || factsOf(service).policySupport === false) return [];
        if (isUnknown(policy)) return [{ undecided: policy.unknown }];
        return check(endpoint, policy === null || isDefault(policy) ? undefined : policy);
    });
}

const everything = { Action: "*", Effect: "Allow", Principal: "*", Resource: "*" };

/** Whether a policy is the one that AWS returns for an endpoint that was created without. */
function isDefault(policy: string): boolean {
    try {
        const { Statement } = JSON.parse(policy) as { Statement?: unknown };
        return isDeepStrictEqual([Statement].flat(), [everything]);
    } catch {
        return false;
    }
}

/** The accounts that a policy mentions. */
function accountsIn(policy: string): string[] {
    return [...new Set(policy.match(/(?<!\d)\d{12}(?!\d)/g) ?? [])];
}
