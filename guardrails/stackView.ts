import { regions } from "../components/plan/facts/regions";
import { partsOf } from "../components/plan/urns";
import type { ContentKind, Network } from "../network/model/network";
import { NetworkIndex } from "../network/model/networkIndex";
import { accountIn, networkOfResources } from "../network/sources/fromResources";
import { StackResources } from "../network/sources/stackResources";
import type { RegionalResource } from "./policyResources";

/** The resources of a stack in one Region, and the network that they are. */
export class StackView {
    readonly stack: StackResources;
    readonly network: Network;
    readonly index: NetworkIndex;
    private readonly urns: Map<string, string>;

    constructor(readonly resources: RegionalResource[], readonly region: string) {
        this.stack = new StackResources(resources);
        // The account that policies trust may be another one than the stack's, which is what the guardrails find.
        this.network = { ...networkOfResources(resources, region), accountId: accountIn(resources) };
        this.index = new NetworkIndex(this.network);
        this.urns = new Map(resources.map((one) => [this.stack.idOf(one), one.urn]));
    }

    /** The URN of what has an ID in the network; undefined for what AWS creates. */
    urnOf(id: string): string | undefined {
        return this.urns.get(id);
    }

    /** Something of the network as sentences name it. */
    label(kind: ContentKind, id: Parameters<NetworkIndex["label"]>[1]): string {
        return this.index.label(kind, id);
    }

    /** The types of a resource and of the components that it is in. */
    typesOf(id: string): string[] {
        const urn = this.urnOf(id);
        return urn === undefined ? [] : partsOf(urn).qualifiedType.split("$");
    }
}

/**
 * A stack by Region. What is in no Region, such as components and IAM roles, is part of every one. Nothing is checked of
 * resources in a Region that is not in the catalogue.
 */
export function viewsOf(resources: RegionalResource[]): StackView[] {
    const isGlobal = ({ region, type }: RegionalResource) => region === undefined || type.startsWith("aws:iam/");
    return regionsOf(resources).map((region) =>
        new StackView(resources.filter((one) => isGlobal(one) || one.region === region), region)
    );
}

/** The Regions of the resources; if none has one, that of a zone or of the environment, from which the provider takes it, too. */
function regionsOf(resources: RegionalResource[]): string[] {
    const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
    const zones = resources.flatMap((
        { properties: { availabilityZone: zone } },
    ) => (typeof zone === "string" ? zone : []));
    const known = (names: (string | undefined)[]) =>
        [...new Set(names)].filter((name) => name !== undefined).filter((name) => Object.hasOwn(regions, name)).sort();
    const given = [
        resources.map(({ region }) => region),
        Object.keys(regions).filter((region) => zones.some((zone) => zone.replace(/[a-z]$/, "") === region)),
        [AWS_REGION ?? AWS_DEFAULT_REGION],
    ];
    return given.map(known).find((names) => names.length > 0) ?? [];
}
