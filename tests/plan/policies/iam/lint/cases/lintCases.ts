import type { RuleCode } from "../../../../../../components/plan/policies/iam/lint/lintEndpointPolicy";
import * as actions from "./actions";
import * as arns from "./arns";
import type { Case } from "./case";
import * as conditions from "./conditions";
import * as documents from "./documents";
import * as effect from "./effect";
import * as grammar from "./grammar";
import * as guards from "./guards";
import * as keys from "./keys";
import * as principals from "./principals";
import * as resources from "./resourcesOfActions";
import * as unsigned from "./unsigned";

/** The cases of each rule. */
export const lintCases: { [code in RuleCode]: Case[] } = {
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
    "pol.covered-statement": effect.coveredCases,
    "pol.deny-without-effect": effect.denyCases,
    "pol.unknown-action": actions.unknownActionCases,
    "pol.foreign-action": actions.foreignActionCases,
    "pol.wildcard-only-action": actions.wildcardOnlyCases,
    "pol.unsigned-action": unsigned.unsignedCases,
    "pol.action-resource": resources.actionResourceCases,
    "pol.arn-form": arns.arnFormCases,
    "pol.arn-account": [...arns.arnAccountCases, ...resources.wholeAccountCases],
    "pol.arn-partition": arns.arnPartitionCases,
    "pol.arn-service": resources.arnServiceCases,
    "pol.arn-region": resources.arnRegionCases,
    "pol.lambda-arns": arns.bothArnsCases,
    "pol.unknown-condition-key": keys.unknownKeyCases,
    "pol.absent-condition-key": keys.absentKeyCases,
    "pol.no-wildcard-ids": conditions.systemIdentifierCases,
    "pol.malformed-identifier": conditions.malformedIdentifierCases,
    "pol.six-chars": conditions.sixCharactersCases,
    "pol.literal-wildcard": conditions.literalWildcardCases,
    "pol.literal-variable": conditions.literalVariableCases,
    "pol.unknown-variable": guards.unknownVariableCases,
    "pol.placeholder": resources.placeholderCases,
    "pol.set-operator": keys.setOperatorCases,
    "pol.impossible-value": guards.impossibleValueCases,
    "pol.if-exists": guards.ifExistsCases,
    "pol.negated-allow": guards.negatedAllowCases,
    "pol.weak-guard": guards.weakGuardCases,
    "pol.any-account": guards.anyAccountCases,
};
