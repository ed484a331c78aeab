import type { Warning } from "../components/plan/problem";

/**
 * Problems or warnings as tests compare them: code and path, e.g. `services.unknown services[0]`. Their sentences are
 * compared once each, by docs/problems.md.
 */
export function codesOf(problems: unknown): string[] {
    return (problems as Warning[]).map(({ code, path }) => `${code} ${path}`);
}
