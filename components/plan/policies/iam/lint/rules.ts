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
<<<<<<< HEAD
=======
    /** The rule's requirement, in a sentence. */
    says: string;
    /** The AWS page that documents it. */
    source: string;
>>>>>>> 9350a1e (Describe the plan in the terms AWS and IAM use)
    check: Check;
}

const { error, warning } = Severity;

<<<<<<< HEAD
/**
 * Every rule, by the code of its findings, in the order of the findings. What each asks for, and the page of AWS's that says
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
=======
/** Every rule, by the code of its findings, in the order of the findings. */
export const rules: { [code in RuleCode]: Rule } = {
    "pol.not-json": {
        severity: error,
        says: "A policy is JSON.",
        source: `${iam}/reference_policies_grammar.html`,
        // Invalid JSON never becomes a document to check.
        check: () => [],
    },
    "pol.repeated-key": {
        severity: error,
        says: "No object has a key twice.",
        source: `${iam}/reference_policies_grammar.html`,
        check: repeatedKey,
    },
    "pol.grammar": {
        severity: error,
        says: "A policy follows the grammar of IAM's policies.",
        source: `${iam}/reference_policies_grammar.html`,
        check: grammar,
    },
    "pol.repeated-sid": {
        severity: warning,
        says: "Each Sid is used once in a policy.",
        source: `${iam}/reference_policies_elements_sid.html`,
        check: repeatedSid,
    },
    "pol.unsupported": {
        severity: error,
        says: "AWS takes a policy on the endpoint of the service.",
        source: `${endpoints}#vpc-endpoint-policy-considerations`,
        check: unsupported,
    },
    "quota.policy-size": {
        severity: error,
        says: "A policy has at most 20,480 characters when minified.",
        source: `${endpoints}#vpc-endpoint-policy-considerations`,
        check: tooLong,
    },
    "pol.principal": {
        severity: error,
        says: "Each statement says whom it is for.",
        source: `${endpoints}#vpc-endpoint-policy-considerations`,
        check: principal,
    },
    "pol.principal-wildcard": {
        severity: error,
        says: "A principal has no wildcard within it.",
        source: `${iam}/reference_policies_elements_principal.html`,
        check: principalWildcard,
    },
    "gw.policy-principal": {
        severity: error,
        says: "The Principal of a gateway endpoint's policy is *.",
        source: `${endpoints}#vpc-endpoint-policies-gateway`,
        check: gatewayPrincipal,
    },
    "pol.no-allow": {
        severity: error,
        says: "A policy allows something.",
        source: `${iam}/reference_policies_evaluation-logic.html`,
        check: noAllow,
    },
    "pol.statement-without-effect": {
        severity: error,
        says: "Each statement changes what the policy lets through.",
        source: `${iam}/reference_policies_evaluation-logic.html`,
        check: withoutEffect,
    },
    "pol.unknown-action": {
        severity: warning,
        says: "IAM knows each action.",
        source: authorization,
        check: unknownAction,
    },
    "pol.foreign-action": {
        severity: warning,
        says: "Each action goes through the endpoint.",
        source: authorization,
        check: foreignAction,
    },
    "pol.wildcard-only-action": {
        severity: warning,
        says: "An action that no resource can be named for is allowed on every resource.",
        source: authorization,
        check: wildcardOnlyAction,
    },
    "pol.unsigned-action": {
        severity: warning,
        says: "What is asked for without a signature is allowed to everybody.",
        source: "https://docs.aws.amazon.com/cognito/latest/developerguide/vpc-interface-endpoints.html",
        check: unsignedAction,
    },
    "pol.arn-form": {
        severity: error,
        says: "Each resource is * or an ARN.",
        source: `${iam}/reference-arns.html`,
        check: arnForm,
    },
    "pol.arn-account": {
        severity: error,
        says: "The account of an ARN is an id or a wildcard, never a mix.",
        source: `${endpoints}#vpc-endpoint-policy-considerations`,
        check: arnAccount,
    },
    "pol.arn-partition": {
        severity: error,
        says: "ARNs are of the endpoint's partition.",
        source: `${iam}/reference-arns.html`,
        check: arnPartition,
    },
    "pol.lambda-arns": {
        severity: warning,
        says: "A function is named with and without its qualifier.",
        source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-endpoints.html",
        check: bothArns,
    },
    "pol.unknown-condition-key": {
        severity: warning,
        says: "Requests to the service have each condition key.",
        source: `${iam}/reference_policies_condition-keys.html`,
        check: unknownKey,
    },
    "pol.absent-condition-key": {
        severity: warning,
        says: "Requests through an endpoint have each condition key.",
        source: `${iam}/reference_policies_condition-keys.html#condition-keys-sourceip`,
        check: absentKey,
    },
    "pol.no-wildcard-ids": {
        severity: error,
        says: "Keys that hold an identifier made by AWS take no wildcard and no numeric operator.",
        source: `${endpoints}#vpc-endpoint-policy-considerations`,
        check: systemIdentifier,
    },
    "pol.malformed-identifier": {
        severity: error,
        says: "Identifiers made by AWS have AWS's form.",
        source: `${iam}/reference_policies_condition-keys.html`,
        check: malformedIdentifier,
    },
    "pol.six-chars": {
        severity: error,
        says: "A wildcard in a condition on a string stands beside six or more characters.",
        source: `${endpoints}#vpc-endpoint-policy-considerations`,
        check: sixCharacters,
    },
    "pol.literal-wildcard": {
        severity: warning,
        says: "Only operators that know wildcards are given some.",
        source: `${iam}/reference_policies_elements_condition_operators.html`,
        check: literalWildcard,
    },
    "pol.literal-variable": {
        severity: warning,
        says: "Variables are used in policies of the version 2012-10-17.",
        source: `${iam}/reference_policies_variables.html`,
        check: literalVariable,
    },
    "pol.set-operator": {
        severity: warning,
        says: "Keys with many values are compared as sets, and not with sets that may be empty.",
        source: sets,
        check: setOperator,
    },
};
>>>>>>> 9350a1e (Describe the plan in the terms AWS and IAM use)

/** The codes of all rules. */
export const ruleCodes = Object.keys(rules) as RuleCode[];
