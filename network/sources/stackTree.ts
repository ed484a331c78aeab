/** A resource of a stack, as a preview, a deployment or a policy pack describes it. */
export interface StackResource {
    urn: string;
    type: string;
    name: string;
    parent?: string;
    /** Its ID in AWS; undefined before it is created. */
    id?: string;
    /** Its inputs and, where they are known, its outputs. */
    properties: { [name: string]: unknown };
    /** The URNs of the resources that each property comes from. */
    dependencies: { [property: string]: string[] };
}

/** The resources of a stack by type and by parent, and where their properties come from. */
export class StackTree {
    private readonly byUrn: Map<string, StackResource>;
    private readonly byType = new Map<string, StackResource[]>();
    private readonly children = new Map<string, StackResource[]>();

    constructor(readonly all: StackResource[]) {
        this.byUrn = new Map(all.map((one) => [one.urn, one]));
        for (const one of this.byUrn.values()) {
            push(this.byType, one.type, one);
            if (one.parent !== undefined) push(this.children, one.parent, one);
        }
    }

    /** The resources of some types. */
    of(...types: string[]): StackResource[] {
        return types.flatMap((type) => this.byType.get(type) ?? []);
    }

    /** The ID of a resource in the model: AWS's, or its URN before it is created. */
    idOf({ id, urn }: StackResource): string {
        return id ?? urn;
    }

    /** The resources of some types that a property comes from: directly, or as parts of a component. */
    sourcesOf(types: readonly string[], resource: StackResource, property: string): StackResource[] {
        const found = (resource.dependencies[property] ?? []).flatMap((urn) => {
            const source = this.byUrn.get(urn);
            if (!source) return [];
            if (types.includes(source.type)) return [source];
            return isCustom(source) ? this.linkedBy(source, types) : this.within(source, types);
        });
        return [...new Set(found)];
    }

    /** The resources of some types that an association names: its own property returns the same ID. */
    private linkedBy(source: StackResource, types: readonly string[]): StackResource[] {
        const properties = Object.hasOwn(associations, source.type) ? associations[source.type]! : [];
        return properties.flatMap((property) => this.sourcesOf(types, source, property));
    }

    /** The resources that a property comes from, of any type. */
    originsOf(resource: StackResource, property: string): StackResource[] {
        return (resource.dependencies[property] ?? []).flatMap((urn) => this.byUrn.get(urn) ?? []);
    }

    private within({ urn }: StackResource, types: readonly string[]): StackResource[] {
        return (this.children.get(urn) ?? []).flatMap((child) =>
            types.includes(child.type) ? [child] : this.within(child, types)
        );
    }
}

/** The properties with which associations name other resources, e.g. awsx's VPC, which returns those of its route tables. */
const associations: { [type: string]: string[] } = {
    "aws:ec2/routeTableAssociation:RouteTableAssociation": ["routeTableId", "subnetId"],
};

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
    const list = map.get(key);
    if (list) list.push(item);
    else map.set(key, [item]);
}

/** Whether a provider manages a resource: components have no ID, and no type of AWS's provider. */
function isCustom({ type }: StackResource): boolean {
    return type.startsWith("aws:");
}
