import { changeRows, type Changes, costChange, interruptions } from "./changes";
import { policyChangeLines } from "./policyChanges";
import { protectionLines } from "./protection";
import type { RecordedResource } from "./reportedPlan";
import { hasContent, type Section } from "./section";
import { kindOf } from "./tree";

/** The changes since an earlier plan. */
export function changesSection(changes: Changes): Section {
    const rows = changeRows(changes);
    const title = "Changes";
    const protection = protectionLines(changes.refused);
    const older = changes.withoutPerimeter
        ? ["An older release wrote the earlier plan, without its perimeter: this plan's is assumed for both."]
        : [];
    if (rows.length === 0) {
        const lines = ["No changes to the network or the endpoints.", ...older, costChange(changes), ...protection];
        return { title, lines };
    }
    return {
        title,
        table: { columns: ["resource", "change", "before", "after"].map((column) => ({ title: column })), rows },
        lines: [
            ...policyChangeLines(changes.policies),
            ...older,
            costChange(changes),
            ...interruptions(changes),
            ...protection,
        ],
    };
}

/** A section with what an earlier plan also has set apart. Lines get the sign of their change. */
export function compared(section: Section, earlier: Section | undefined): Section {
    if (!earlier || section.tree) return section;
    if (equal(section.table, earlier.table) && equal(section.lines ?? [], earlier.lines ?? [])) {
        return { ...section, same: true };
    }
    if (section.whole) return section;
    const { table, lines = [], ...rest } = section;
    const split = <T>(list: T[], other: T[] = []) => {
        const known = new Set(other.map((one) => JSON.stringify(one)));
        const isOld = (one: T) => known.has(JSON.stringify(one));
        return { old: list.filter(isOld), fresh: list.filter((one) => !isOld(one)) };
    };
    const rows = split(table?.rows ?? [], earlier.table?.rows);
    const sentences = split(lines, earlier.lines);
    const gone = split(earlier.lines ?? [], lines).fresh;
    const withRows = (some: string[][]) => (table && some.length > 0 ? { table: { ...table, rows: some } } : {});
    const unchanged = { ...withRows(rows.old), lines: sentences.old };
    return {
        ...rest,
        ...withRows(rows.fresh),
        lines: [...sentences.fresh.map((line) => `+ ${line}`), ...gone.map((line) => `- ${line}`)],
        ...(hasContent({ title: "", ...unchanged }) && { unchanged }),
    };
}

/** Resources that only one of two plans has, with the sign of the change. */
export function resourceChanges(before: RecordedResource[], after: RecordedResource[]): string[] {
    const name = (resource: RecordedResource) => `${kindOf(resource)} ${resource.name}`;
    const [earlier, later] = [new Set(before.map(name)), new Set(after.map(name))];
    return [
        ...[...later].filter((one) => !earlier.has(one)).map((one) => `+ ${one}`),
        ...[...earlier].filter((one) => !later.has(one)).map((one) => `- ${one}`),
    ];
}

function equal(one: unknown, other: unknown): boolean {
    return JSON.stringify(one) === JSON.stringify(other);
}
