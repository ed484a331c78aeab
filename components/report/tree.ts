import type { RecordedResource } from "./reportedPlan";

/** Resources as a tree, each below its parent, in order of declaration. */
export function tree(resources: RecordedResource[]): string[] {
    const below = (parent: string | null) => resources.filter((resource) => resource.parent === parent);
    const branch = (resource: RecordedResource, lead: string, last: boolean): string[] => {
        const children = below(`${resource.type}::${resource.name}`);
        const inside = lead + (last ? "   " : "│  ");
        return [
            `${lead}${last ? "└─ " : "├─ "}${kindOf(resource)} ${resource.name}`,
            ...children.flatMap((child, index) => branch(child, inside, index === children.length - 1)),
        ];
    };
    const roots = below(null);
    return roots.flatMap((root, index) => branch(root, "", index === roots.length - 1));
}

/** The last part of a resource's type, e.g. `Vpc`. */
export function kindOf({ type }: RecordedResource): string {
    return type.split(":").at(-1)!;
}
