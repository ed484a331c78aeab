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
    const [{ cidrBlock }, subnets] = [after.network, after.network.subnets];
    if (before.network.cidrBlock !== cidrBlock) return deployed.map(nameOf);
    const moved = before.network.subnets.filter((one) =>
        subnets.some(({ zone, cidrBlock: block }) => zone === one.zone && block !== one.cidrBlock)
    );
    const isMoved = ({ type, name }: RecordedResource) =>
        type.endsWith(":Subnet") && moved.some(({ zone }) => name.endsWith(`-${zone}`));
    return deployed.filter((one) => !later.has(nameOf(one)) || isMoved(one)).map(nameOf);
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
