import * as assert from "node:assert/strict";

import {
    lintEndpointPolicy,
    type RuleCode,
    ruleCodes,
    rules,
} from "../../../../../components/plan/policies/iam/lint/lintEndpointPolicy";
import { problemCodes } from "../../../../../components/plan/problemCodes";
import { lintCases } from "./cases/lintCases";

/** Rules that the whole of [pol.grammar] is about. */
const ofGrammar: RuleCode[] = [
    "pol.not-json",
    "pol.repeated-key",
    "pol.grammar",
    "pol.principal",
    "pol.principal-wildcard",
];

for (const code of ruleCodes) {
    describe(`the rule ${code}${ofGrammar.includes(code) ? " [pol.grammar]" : ""}: ${problemCodes[code].says}`, () => {
        for (const { title, context, fault, legal, finding } of lintCases[code]) {
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
