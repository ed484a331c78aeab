import type {
    PolicyConfigSchema,
    PolicyPackArgs,
    ReportViolation,
    ResourceValidationArgs,
    StackValidationPolicy,
} from "@pulumi/policy";

import { describeProblems, type Problem, type ProblemCode } from "../components/plan/problem";
import { type CodeFacts, problemCodes } from "../components/plan/problemCodes";
import { checkOptions } from "./checkOptions";
import { type Found, foundBy, type Guardrail } from "./guardrail";
import {
    guardrailOptionRows,
    type GuardrailOptions,
    jsonSchemaOf,
    type Settings,
    settingsOf,
} from "./guardrailOptions";
import { type GuardrailName, guardrailTable } from "./guardrailTable";
import { resourcesOf } from "./policyResources";
import { type StackView, viewsOf } from "./stackView";

export type { GuardrailOptions } from "./guardrailOptions";
export type { GuardrailName } from "./guardrailTable";

/** The name of the policy that reports what no other policy could decide. */
const undecided = "undecided";

/**
 * The policies for private networks, to be run by Pulumi on any stack in a preview and in an update, e.g.
 * `new PolicyPack("guardrails", guardrails({ privateVpcs: ["*"] }))`. The configuration of a policy overrides the options.
 *
 * @throws Error if an option is not valid
 */
export function guardrails(options: GuardrailOptions = {}): PolicyPackArgs {
    const { options: known, problems } = checkOptions(options);
    if (problems.length > 0) throw optionsError(problems);
    const pack = new Pack(settingsOf(known));
    const names = Object.keys(guardrailTable) as GuardrailName[];
    return {
        description: "Policies for private networks and their VPC endpoints.",
        policies: [...names.map((name) => pack.policy(name)), pack.undecidedPolicy()],
    };
}

/** The problems of the options. Pulumi prints the stack of an error, which has nothing that helps to fix an option. */
function optionsError(problems: Problem[]): Error {
    const error = new Error(describeProblems(problems, "guardrails", "no policy was loaded"));
    error.stack = error.message;
    return error;
}

/** What the policies of a pack share while Pulumi runs one after another on the same stack. */
class Pack {
    private views: StackView[] | undefined;
    /** Whether the stack is in no Region that is known. */
    private isElsewhere = false;
    /** What each policy could not decide, by policy. */
    private readonly open = new Map<GuardrailName, string[]>();

    constructor(private readonly defaults: Settings) {}

    policy(name: GuardrailName): StackValidationPolicy {
        const row: Guardrail = guardrailTable[name];
        const { enforcementLevel, options, remediation } = row;
        const code = `guardrails.${name}` as const;
        return {
            ...described(name, code),
            enforcementLevel,
            configSchema: schemaOf(options, this.defaults),
            validateStack: (args, report) => {
                const { options: config, problems } = checkOptions(args.getConfig(), options);
                // Pulumi checks the types, but accepts any key.
                if (problems.length > 0) {
                    return report(describeProblems(problems, `the configuration of ${name}`, "nothing was checked"));
                }
                const settings = { ...this.defaults, ...config };
                this.report(name, code, foundBy(row, this.viewsOf(args.resources), settings), report);
            },
            ...(remediation && {
                remediateResource: (args: ResourceValidationArgs) =>
                    remediation.remedy({ ...this.defaults, ...args.getConfig<Partial<Settings>>() })(args),
            }),
        };
    }

    /** Reports, as advice, what is not known and therefore neither right nor wrong. */
    undecidedPolicy(): StackValidationPolicy {
        const code = `guardrails.${undecided}` as const;
        return {
            ...described(undecided, code),
            enforcementLevel: "advisory",
            validateStack: (_, report) => {
                if (this.isElsewhere) report(`nothing is decided. Not known: the Region of the stack [${code}]`);
                for (const [name, reasons] of this.open) {
                    for (const reason of reasons) report(`${name} is not decided. Not known: ${reason} [${code}]`);
                }
                this.open.clear();
            },
        };
    }

    /** The stack by Region. Pulumi runs all policies of a stack before it reads its next message. */
    private viewsOf(resources: Parameters<typeof resourcesOf>[0]): StackView[] {
        if (!this.views) setImmediate(() => this.views = undefined);
        if (!this.views) {
            const all = resourcesOf(resources);
            this.views = viewsOf(all);
            this.isElsewhere = this.views.length === 0 && all.some(({ type }) => type.startsWith("aws:ec2/"));
        }
        return this.views;
    }

    private report(name: GuardrailName, code: ProblemCode, found: Found, report: ReportViolation): void {
        const reported = new Set<string>();
        const reasons = new Set<string>();
        for (const one of found) {
            if ("undecided" in one) {
                one.undecided.forEach((reason) => reasons.add(reason));
                continue;
            }
            const text = `${one.message} [${code}]\n→ ${one.hint}`;
            if (!reported.has(`${one.urn} ${text}`)) report(text, one.urn);
            reported.add(`${one.urn} ${text}`);
        }
        this.open.set(name, [...reasons]);
    }
}

function described(name: string, code: ProblemCode): { name: string; description: string; url?: string } {
    const { says, source }: CodeFacts = problemCodes[code];
    return { name, description: says, ...(source !== undefined && { url: source }) };
}

function schemaOf(options: Guardrail["options"], defaults: Settings): PolicyConfigSchema | undefined {
    if (options.length === 0) return undefined;
    return {
        properties: Object.fromEntries(options.map((option) => {
            const value = defaults[option];
            return [option, {
                ...jsonSchemaOf(guardrailOptionRows[option].is),
                ...(value !== undefined && { default: value }),
            }];
        })),
    } as PolicyConfigSchema;
}
