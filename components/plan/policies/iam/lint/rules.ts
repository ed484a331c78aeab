import type { ProblemCode } from "../../../problemCodes";
import { actionResource } from "./actionResources";
import { foreignAction, unknownAction, wildcardOnlyAction } from "./actions";
import { arnRegion, arnService } from "./arnNames";
import { arnAccount, arnForm, arnPartition, bothArns } from "./arns";
import { absentKey, setOperator, unknownKey } from "./conditionKeys";
import { impossibleValue } from "./conditionValues";
import { coveredStatement, denyWithoutEffect, noAllow, withoutEffect } from "./effect";
import { Severity } from "./finding";
import { grammar, repeatedKey, repeatedSid } from "./grammar";
import { literalVariable, literalWildcard, malformedIdentifier, sixCharacters, systemIdentifier } from "./identifiers";
import type { Check } from "./lintedPolicy";
import { placeholder } from "./placeholders";
import { unknownVariable } from "./policyVariables";
import { gatewayPrincipal, principal, principalWildcard } from "./principalRules";
import { tooLong, unsupported } from "./size";
import { unsignedAction } from "./unsigned";
import { anyAccount, ifExists, negatedAllow, weakGuard } from "./weakConditions";

interface Rule {
    severity: Severity;
    check: Check;
}

const { error, warning, note } = Severity;

/**
 * Every rule, by the code of its findings, in the order of the findings. What each requires, and the page of AWS's that says
 * so, is in the table of codes.
 */
export const rules = {
    // What is not JSON never becomes a document that could be asked.
    "pol.not-json": { severity: error, check: () => [] },
    "pol.repeated-key": { severity: error, check: repeatedKey },
    "pol.grammar": { severity: error, check: grammar },
    "pol.repeated-sid": { severity: warning, check: repeatedSid },
    "pol.unsupported": { severity: error, check: unsupported },
    "quota.policy-size": { severity: error, check: tooLong },
    "pol.principal": { severity: error, check: principal },
    "pol.principal-wildcard": { severity: error, check: principalWildcard },
    "gw.policy-principal": { severity: error, check: gatewayPrincipal },
    "pol.no-allow": { severity: error, check: noAllow },
    "pol.statement-without-effect": { severity: error, check: withoutEffect },
    "pol.covered-statement": { severity: warning, check: coveredStatement },
    "pol.deny-without-effect": { severity: note, check: denyWithoutEffect },
    "pol.unknown-action": { severity: warning, check: unknownAction },
    "pol.foreign-action": { severity: warning, check: foreignAction },
    "pol.wildcard-only-action": { severity: warning, check: wildcardOnlyAction },
    "pol.unsigned-action": { severity: warning, check: unsignedAction },
    "pol.action-resource": { severity: warning, check: actionResource },
    "pol.arn-form": { severity: error, check: arnForm },
    "pol.arn-account": { severity: error, check: arnAccount },
    "pol.arn-partition": { severity: error, check: arnPartition },
    "pol.arn-service": { severity: warning, check: arnService },
    "pol.arn-region": { severity: warning, check: arnRegion },
    "pol.lambda-arns": { severity: warning, check: bothArns },
    "pol.unknown-condition-key": { severity: warning, check: unknownKey },
    "pol.absent-condition-key": { severity: warning, check: absentKey },
    "pol.no-wildcard-ids": { severity: error, check: systemIdentifier },
    "pol.malformed-identifier": { severity: error, check: malformedIdentifier },
    "pol.six-chars": { severity: error, check: sixCharacters },
    "pol.literal-wildcard": { severity: warning, check: literalWildcard },
    "pol.literal-variable": { severity: warning, check: literalVariable },
    "pol.unknown-variable": { severity: warning, check: unknownVariable },
    "pol.placeholder": { severity: warning, check: placeholder },
    "pol.set-operator": { severity: warning, check: setOperator },
    "pol.impossible-value": { severity: error, check: impossibleValue },
    "pol.if-exists": { severity: warning, check: ifExists },
    "pol.negated-allow": { severity: warning, check: negatedAllow },
    "pol.weak-guard": { severity: warning, check: weakGuard },
    "pol.any-account": { severity: warning, check: anyAccount },
} satisfies { [code in ProblemCode]?: Rule };

/** The code of a rule. */
export type RuleCode = keyof typeof rules;

/** The codes of all rules. */
export const ruleCodes = Object.keys(rules) as RuleCode[];
