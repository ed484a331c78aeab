import type { ResourceRemediation } from "@pulumi/policy";

import { isUnknown, type Truth } from "../components/plan/policies/iam/truth";
import type { OptionName, Settings } from "./guardrailOptions";
import type { StackView } from "./stackView";

/** Something that breaks a rule, and the fix. */
export interface Finding {
    /** The resource. @default - the stack */
    urn?: string;
    /** What is wrong, in a sentence without its full stop. */
    message: string;
    hint: string;
}

/** A resource of which a rule cannot decide anything, by the names of what is not known. */
export interface Undecided {
    undecided: string[];
}

/** What a rule finds. */
export type Found = (Finding | Undecided)[];

/** A change to a resource with which it follows a rule. */
export interface Remediation {
    /** The change, in a sentence. */
    says: string;
    /** Makes the change, if the settings alone show that the rule applies to the resource. */
    remedy(settings: Settings): ResourceRemediation;
}

/** A policy. Its sentence and AWS's page are those of its problem code. */
export type Guardrail = Described & (OfRegion | OfStack);

interface Described {
    /** What happens unless the policy's configuration says otherwise. */
    enforcementLevel: "mandatory" | "advisory";
    /** The options that it reads, which are its configuration. */
    options: OptionName[];
    remediation?: Remediation;
}

interface OfRegion {
    /** What it finds in the part of a stack that is in one Region. */
    check(view: StackView, settings: Settings): Found;
}

interface OfStack {
    /** What it finds in a stack, which it is given by Region. */
    checkStack(views: StackView[], settings: Settings): Found;
}

/** What a policy finds in a stack, which is given by Region. */
export function foundBy(guardrail: Guardrail, views: StackView[], settings: Settings): Found {
    if ("checkStack" in guardrail) return guardrail.checkStack(views, settings);
    return views.flatMap((view) => guardrail.check(view, settings));
}

/** A finding if something is true; what is not known if that is not decided. */
export function findingIf(truth: Truth, finding: () => Finding): Found {
    if (isUnknown(truth)) return [{ undecided: truth.unknown }];
    return truth ? [finding()] : [];
}
