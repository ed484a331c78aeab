import type { Warning } from "../components/plan/problem";

/**
 * Problems or warnings as tests compare them: code and path, e.g. `services.unknown services[0]`. Their messages are tested
 * once each, through docs/problems.md.
 */
export function codesOf(problems: unknown): string[] {
    return (problems as Warning[]).map(({ code, path }) => `${code} ${path}`);
}
