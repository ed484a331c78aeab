import type { RecordedResource, ReportedPlan } from "./reportedPlan";

const shown = 3;

/**
 * The resources of a protected stack that a change deletes or replaces, which the engine refuses. The protection that
 * counts is the deployed one, so that of the earlier plan.
 */
export function refusedByProtection(before: ReportedPlan, after: ReportedPlan): string[] {
    if (!(before.protect ?? after.protect)) return [];
    const later = new Set((after.resources ?? []).map(nameOf));
    const deployed = (before.resources ?? []).filter(({ type }) => type.startsWith("aws:"));
    const range = ({ network: { cidrBlock, ipam } }: ReportedPlan) => JSON.stringify([cidrBlock, ipam]);
    if (range(before) !== range(after)) return deployed.map(nameOf);
    const [earlier, blocks] = [subnetBlocks(before), subnetBlocks(after)];
    const ends = Object.keys(earlier);
    const moved = ends.filter((end) => end in blocks && earlier[end] !== blocks[end]);
    // A subnet in a secondary range has a longer end, of which the first range's for the same zone is a part.
    const byLength = (one: string, other: string) => other.length - one.length;
    const isMoved = ({ type, name }: RecordedResource) =>
        type.endsWith(":Subnet") && moved.includes(ends.filter((end) => name.endsWith(end)).sort(byLength)[0]!);
    return deployed.filter((one) => !later.has(nameOf(one)) || isMoved(one)).map(nameOf);
}

/** The subnets' blocks by the end of their names: the zone, after the secondary range if it is in one. */
function subnetBlocks({ network: { subnets, secondaryCidrBlocks = [] } }: ReportedPlan) {
    const ranges = [{ cidrBlock: "", subnets }, ...secondaryCidrBlocks];
    return Object.fromEntries(
        ranges.flatMap((range) =>
            range.subnets.map((
                { zone, cidrBlock },
            ) => [`-${range.cidrBlock && `${range.cidrBlock}-`}${zone}`, cidrBlock])
        ),
    ) as { [end: string]: string | null };
}

/** What to do about a change that the engine refuses. */
export function protectionLines(refused: string[]): string[] {
    if (refused.length === 0) return [];
    const names = refused.length > shown
        ? `${refused.slice(0, shown).join(", ")} and ${refused.length - shown} more`
        : refused.join(", ");
    return [
        `The stack is protected: pulumi up will fail, because this change deletes or replaces ${names}. `
        + "First run pulumi up with protect: false and no other change, then with this change, then with protect: true.",
    ];
}

function nameOf({ type, name }: RecordedResource): string {
    return `${type.split(":").at(-1)} ${name}`;
}
