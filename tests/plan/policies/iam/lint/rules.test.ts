import * as assert from "node:assert/strict";

import { lintEndpointPolicy, type RuleName, ruleNames, rules } from "../../../../../components/plan/policies/iam/lint";
import * as actions from "./cases/actions";
import * as arns from "./cases/arns";
import type { Case } from "./cases/case";
import * as conditions from "./cases/conditions";
import * as documents from "./cases/documents";
import * as effect from "./cases/effect";
import * as grammar from "./cases/grammar";
import * as keys from "./cases/keys";
import * as principals from "./cases/principals";
import * as unsigned from "./cases/unsigned";

const cases: { [rule in RuleName]: Case[] } = {
    "not-json": documents.notJsonCases,
    "repeated-key": grammar.repeatedKeyCases,
    "grammar": grammar.grammarCases,
    "repeated-sid": grammar.repeatedSidCases,
    "policy-unsupported": documents.unsupportedCases,
    "too-long": documents.tooLongCases,
    "principal": principals.principalCases,
    "principal-wildcard": principals.principalWildcardCases,
    "gateway-principal": principals.gatewayPrincipalCases,
    "no-allow": effect.noAllowCases,
    "statement-without-effect": effect.withoutEffectCases,
    "unknown-action": actions.unknownActionCases,
    "foreign-action": actions.foreignActionCases,
    "wildcard-only-action": actions.wildcardOnlyCases,
    "unsigned-action": unsigned.unsignedCases,
    "arn-form": arns.arnFormCases,
    "arn-account": arns.arnAccountCases,
    "arn-partition": arns.arnPartitionCases,
    "both-arns": arns.bothArnsCases,
    "unknown-condition-key": keys.unknownKeyCases,
    "absent-condition-key": keys.absentKeyCases,
    "system-identifier": conditions.systemIdentifierCases,
    "malformed-identifier": conditions.malformedIdentifierCases,
    "six-characters": conditions.sixCharactersCases,
    "literal-wildcard": conditions.literalWildcardCases,
    "literal-variable": conditions.literalVariableCases,
    "set-operator": keys.setOperatorCases,
};

/** Rules that the whole of [pol.grammar] is about. */
const ofGrammar: RuleName[] = ["not-json", "repeated-key", "grammar", "principal", "principal-wildcard"];

for (const rule of ruleNames) {
    describe(`the rule ${rule}${ofGrammar.includes(rule) ? " [pol.grammar]" : ""}: ${rules[rule].says}`, () => {
        for (const { title, context, fault, legal, finding } of cases[rule]) {
            it(title, () => {
                const places = typeof fault === "string" ? { line: 1, column: 1 } : {};
                const expected = { rule, severity: rules[rule].severity, ...places, ...finding };
                const found = lintEndpointPolicy(fault, context).map((one) =>
                    rule === "not-json" ? { ...one, ...places } : one
                );
                assert.deepEqual(found, [expected]);
                const supported = rule === "policy-unsupported" ? { ...context, policySupport: null } : context;
                assert.deepEqual(lintEndpointPolicy(legal, supported), []);
            });
        }
    });
}
