import { partsOf } from "../../components/plan/urns";
import type { Inventory } from "../../inventory/readInventory";
import { type Found, tokens } from "./found";
import { Owned } from "./owned";
import type { Recorded, StackRecord } from "./stackRecord";

/** A difference between a stack's state and AWS, and what to do about it. */
export type Finding =
    & Pick<Recorded, "urn" | "type" | "name">
    & (
        /** AWS has it, the state does not. */
        | { kind: "import"; id: string; parent: string; provider?: string }
        /**
         * AWS has it, and it is not imported: the state has the resource that it was to replace, or others that were replaced and
         * are still to be deleted; or AWS failed to create it.
         */
        | { kind: "delete"; id: string; deletion: string[]; because: "half-replaced" | "replacing" | "failed" }
        /** AWS is deleting it. */
        | { kind: "wait"; id: string }
        /** An interrupted deployment was creating it, and AWS does not have it. */
        | { kind: "not-created" }
        /** An interrupted deployment was creating it, and it was not compared: its type, or its Region, is another. */
        | { kind: "not-compared" }
        /** The state has it, AWS does not. */
        | { kind: "gone"; id: string }
    );

/**
 * Types whose creation may be repeated, because AWS keeps no new resource: accepting a connection, changing the DNS firewall's
 * setting of a VPC, adopting its default security group, and starting a verification.
 */
const repeatable: string[] = [
    tokens.accepter,
    tokens.firewallConfig,
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
    "aws:vpc/endpointServicePrivateDnsVerification:EndpointServicePrivateDnsVerification",
];

/** Compares a stack's state with what AWS has. Resources that the stack does not own are in no finding. */
export function findingsOf(record: StackRecord, found: Found[], inventory: Inventory): Finding[] {
    const owned = new Owned(record, found, inventory);
    const recordedUrns = new Set(record.resources.map(({ urn }) => urn));
    // An import moves what was replaced to the state's end. Pulumi would then delete a security group before its endpoint.
    const isReplacing = record.resources.some((one) => one.delete);
    const unrecorded = owned.unrecorded.flatMap(({ found: one, resource }): Finding[] => {
        const { urn, type, name, parent = "" } = resource;
        const base = { urn, type, name, id: one.id };
        if (one.state === "deleting") return [{ ...base, kind: "wait" }];
        const { deletion } = one;
        if (isFailed(one)) return [{ ...base, kind: "delete", deletion, because: "failed" }];
        if (recordedUrns.has(urn)) {
            return repeatable.includes(type) ? [] : [{ ...base, kind: "delete", deletion, because: "half-replaced" }];
        }
        if (isReplacing && !repeatable.includes(type)) {
            return [{ ...base, kind: "delete", deletion, because: "replacing" }];
        }
        // Of two that were created for one URN, the state can have only one.
        recordedUrns.add(urn);
        const provider = ownProvider(resource, record);
        return [{ ...base, kind: "import", id: one.importId ?? one.id, parent, ...(provider && { provider }) }];
    });
    const handled = new Set(unrecorded.map(({ urn }) => urn));
    const comparable = new Set<string>(Object.values(tokens));
    const missing = record.creating.filter(({ urn, type }) => !handled.has(urn) && !repeatable.includes(type));
    return [
        ...unrecorded,
        ...missing.map(({ urn, type, name }): Finding => {
            const isCompared = comparable.has(type) && !record.elsewhere.includes(urn);
            return { kind: isCompared ? "not-created" : "not-compared", urn, type, name };
        }),
        ...owned.gone.map(({ urn, type, name, id }): Finding => ({ kind: "gone", urn, type, name, id: id! })),
    ];
}

// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html
function isFailed({ state }: Found): boolean {
    return state !== undefined && ["failed", "rejected", "expired"].includes(state);
}

/** The URN of a provider that the program passes; undefined for the default one, which `pulumi import` uses anyway. */
function ownProvider({ provider, parent }: Recorded, { resources }: StackRecord): string | undefined {
    const used = provider ?? resources.find((one) => one.parent === parent && one.provider)?.provider;
    const urn = used?.split("::").slice(0, -1).join("::");
    return urn === undefined || /^default/.test(partsOf(urn).name) ? undefined : urn;
}
