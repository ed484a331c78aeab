import { plainText } from "../../components/plan/plainText";
import {
    type Finding,
    type RuleCode,
    ruleCodes,
    rules,
} from "../../components/plan/policies/iam/lint/lintEndpointPolicy";
import type { Problem } from "../../components/plan/problem";
import { problemCodes } from "../../components/plan/problemCodes";
import { jsonText } from "../guardedOutput";
import type { LintedFile } from "./findings";

/**
 * The findings as SARIF 2.1.0, for code scanning.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport(files: LintedFile[], problems: Problem[]): string {
    const log = {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [{
            tool: { driver: { name: "lint:policies", rules: ruleCodes.map(descriptor) } },
            invocations: [{
                executionSuccessful: problems.length === 0,
                toolExecutionNotifications: problems.map(({ code, path, message, hint }) => ({
                    descriptor: { id: code },
                    level: "error",
                    message: { text: textOf(`${path}: ${message}; ${hint}`) },
                })),
            }],
            results: files.flatMap(({ file, findings }) => findings.map((finding) => result(file, finding))),
        }],
    };
    return jsonText(log);
}

function descriptor(id: RuleCode) {
    const { says, source } = problemCodes[id];
    return {
        id,
        shortDescription: { text: says },
        helpUri: source,
        defaultConfiguration: { level: rules[id].severity },
    };
}

function result(file: string, { code, severity, path, message, hint, line, column }: Finding) {
    const place = path === "" ? "" : `${path}: `;
    return {
        ruleId: code,
        ruleIndex: ruleCodes.indexOf(code),
        level: severity,
        message: { text: textOf(`${place}${message}; ${hint}`) },
        locations: [{
            physicalLocation: {
                artifactLocation: { uri: uriOf(file) },
                region: { startLine: line, startColumn: column },
            },
        }],
    };
}

/** A message on one line. In SARIF, `[text](target)` would be a link: section 3.11.6. */
function textOf(message: string): string {
    return plainText(message).replaceAll("](", "] (");
}

/** The path as a relative URI reference, on every operating system. */
function uriOf(file: string): string {
    if (file === "-") return "stdin";
    return file.replace(/\p{Cs}/gu, "\ufffd").split(/[\\/]/).map(encodeURIComponent).join("/").replace(
        /^(?:\.\/)+/,
        "",
    );
}
