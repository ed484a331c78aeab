import { isUnknown } from "../../components/plan/policies/iam/truth";
import type { Section } from "../../components/report/section";
import { listOf } from "../../components/report/wording";
import { type Hop, steps } from "../../network/reach/hop";
import type { MatrixRow } from "../../network/reach/matrix";
import { type Answer, ReachVerdict } from "../../network/reach/question";
import { configLine } from "./configLine";

/** An answer with every decision on the way. */
export function answerSection(answer: Answer, isStack: boolean): Section {
    const columns = ["", "decision", "by"].map((title) => ({ title }));
    const rows = answer.hops.map((hop) => [mark(hop), steps[hop.step], hop.says]);
    const title = `${answer.from} -> ${answer.to}: ${answer.verdict}`;
    return { title, table: { columns, rows }, lines: reasonLines(answer, isStack) };
}

function mark({ passes }: Hop): string {
    return isUnknown(passes) ? "unknown" : passes ? "yes" : "no";
}

/** Why something is not reachable, the smallest change, and the line for the stack's config; or what is not known. */
export function reasonLines({ reason, unknown, verdict }: Answer, isStack: boolean): string[] {
    if (reason) {
        const { option, sentence } = reason.fix;
        return [
            `${reason.says} [${reason.code}]`,
            `Smallest change: ${sentence}.`,
            ...(isStack && option ? [`In the stack's config: ${configLine(option)}`] : []),
        ];
    }
    return verdict === ReachVerdict.unknown ? [`Not known: ${unknown.join("; ")}.`] : [];
}

/** Whether workloads reach what they need: a row for each of them and each service. */
export function matrixSection(rows: MatrixRow[], isStack: boolean): Section {
    const columns = ["workload", "service", "verdict", "because"].map((title) => ({ title }));
    const cells = rows.map(({ workload, need, answer }) => [workload, need.service, answer.verdict, because(answer)]);
    const different = [...new Map(cells.map((row) => [JSON.stringify(row), row])).values()];
    const failing = rows.flatMap(({ workload, need, answer }) =>
        reasonLines(answer, isStack).slice(1).map((line) => `${workload} -> ${need.service}: ${line}`)
    );
    const title = "Reachability";
    if (rows.length === 0) return { title, lines: ["No workload needs a service."] };
    const lines = [...isStack ? [] : whatWorkloadsDo(rows), ...new Set(failing)];
    return { title, table: { columns, rows: different }, lines };
}

/** A sentence for each workload of which it is known what it does, e.g. `ecs:app: task definition app pulls images …`. */
function whatWorkloadsDo(rows: MatrixRow[]): string[] {
    const workloads = [...new Set(rows.map(({ workload }) => workload))];
    return workloads.flatMap((workload) => {
        const does = new Map<string, Set<string>>();
        for (const { need: { by = "it", why, source } } of rows.filter((row) => row.workload === workload)) {
            if (source !== undefined) does.set(by, (does.get(by) ?? new Set()).add(why));
        }
        const parts = [...does].map(([by, whys]) => `${by} ${listOf([...whys])}`);
        return parts.length === 0 ? [] : [`${workload}: ${parts.join("; ")}.`];
    });
}

function because(answer: Answer): string {
    if (answer.reason) return answer.hops.find(({ failure }) => failure)!.says;
    return answer.unknown.length > 0 ? `not known: ${answer.unknown.join("; ")}` : "";
}
