import type { ProblemCode } from "../../../problemCodes";
import { foreignAction, unknownAction, wildcardOnlyAction } from "./actions";
import { arnAccount, arnForm, arnPartition, bothArns } from "./arns";
import { absentKey, setOperator, unknownKey } from "./conditionKeys";
import { noAllow, withoutEffect } from "./effect";
import { Severity } from "./finding";
import { grammar, repeatedKey, repeatedSid } from "./grammar";
import { literalVariable, literalWildcard, malformedIdentifier, sixCharacters, systemIdentifier } from "./identifiers";
import type { Check } from "./lintedPolicy";
import { gatewayPrincipal, principal, principalWildcard } from "./principalRules";
import { tooLong, unsupported } from "./size";
import { unsignedAction } from "./unsigned";

interface Rule {
    severity: Severity;
    check: Check;
}

const { error, warning } = Severity;

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
    "pol.unknown-action": { severity: warning, check: unknownAction },
    "pol.foreign-action": { severity: warning, check: foreignAction },
    "pol.wildcard-only-action": { severity: warning, check: wildcardOnlyAction },
    "pol.unsigned-action": { severity: warning, check: unsignedAction },
    "pol.arn-form": { severity: error, check: arnForm },
    "pol.arn-account": { severity: error, check: arnAccount },
    "pol.arn-partition": { severity: error, check: arnPartition },
    "pol.lambda-arns": { severity: warning, check: bothArns },
    "pol.unknown-condition-key": { severity: warning, check: unknownKey },
    "pol.absent-condition-key": { severity: warning, check: absentKey },
    "pol.no-wildcard-ids": { severity: error, check: systemIdentifier },
    "pol.malformed-identifier": { severity: error, check: malformedIdentifier },
    "pol.six-chars": { severity: error, check: sixCharacters },
    "pol.literal-wildcard": { severity: warning, check: literalWildcard },
    "pol.literal-variable": { severity: warning, check: literalVariable },
    "pol.set-operator": { severity: warning, check: setOperator },
} satisfies { [code in ProblemCode]?: Rule };

/** The code of a rule. */
export type RuleCode = keyof typeof rules;

/** The codes of all rules. */
export const ruleCodes = Object.keys(rules) as RuleCode[];
