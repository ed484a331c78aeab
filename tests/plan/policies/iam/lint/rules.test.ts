import * as assert from "node:assert/strict";

import { lintEndpointPolicy, type RuleCode, ruleCodes, rules } from "../../../../../components/plan/policies/iam/lint";
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

const cases: { [code in RuleCode]: Case[] } = {
    "pol.not-json": documents.notJsonCases,
    "pol.repeated-key": grammar.repeatedKeyCases,
    "pol.grammar": grammar.grammarCases,
    "pol.repeated-sid": grammar.repeatedSidCases,
    "pol.unsupported": documents.unsupportedCases,
    "quota.policy-size": documents.tooLongCases,
    "pol.principal": principals.principalCases,
    "pol.principal-wildcard": principals.principalWildcardCases,
    "gw.policy-principal": principals.gatewayPrincipalCases,
    "pol.no-allow": effect.noAllowCases,
    "pol.statement-without-effect": effect.withoutEffectCases,
    "pol.unknown-action": actions.unknownActionCases,
    "pol.foreign-action": actions.foreignActionCases,
    "pol.wildcard-only-action": actions.wildcardOnlyCases,
    "pol.unsigned-action": unsigned.unsignedCases,
    "pol.arn-form": arns.arnFormCases,
    "pol.arn-account": arns.arnAccountCases,
    "pol.arn-partition": arns.arnPartitionCases,
    "pol.lambda-arns": arns.bothArnsCases,
    "pol.unknown-condition-key": keys.unknownKeyCases,
    "pol.absent-condition-key": keys.absentKeyCases,
    "pol.no-wildcard-ids": conditions.systemIdentifierCases,
    "pol.malformed-identifier": conditions.malformedIdentifierCases,
    "pol.six-chars": conditions.sixCharactersCases,
    "pol.literal-wildcard": conditions.literalWildcardCases,
    "pol.literal-variable": conditions.literalVariableCases,
    "pol.set-operator": keys.setOperatorCases,
};

/** Rules that the whole of [pol.grammar] is about. */
const ofGrammar: RuleCode[] = [
    "pol.not-json",
    "pol.repeated-key",
    "pol.grammar",
    "pol.principal",
    "pol.principal-wildcard",
];

for (const code of ruleCodes) {
    describe(`the rule ${code}${ofGrammar.includes(code) ? " [pol.grammar]" : ""}: ${rules[code].says}`, () => {
        for (const { title, context, fault, legal, finding } of cases[code]) {
            it(title, () => {
                const places = typeof fault === "string" ? { line: 1, column: 1 } : {};
                const expected = { code, severity: rules[code].severity, ...places, ...finding };
                const found = lintEndpointPolicy(fault, context).map((one) =>
                    code === "pol.not-json" ? { ...one, ...places } : one
                );
                assert.deepEqual(found, [expected]);
                const supported = code === "pol.unsupported" ? { ...context, policySupport: null } : context;
                assert.deepEqual(lintEndpointPolicy(legal, supported), []);
            });
        }
    });
}
