import type { ResourceRemediation } from "@pulumi/policy";

import type { Remediation } from "../guardrail";
import { allArePrivate } from "../privateVpcs";
import { type PublicAddressType, publicAddressTypes, subnetTypes } from "./publicAddressTypes";

/** Changes the property that gives a resource public addresses. */
export const withoutPublicAddress: Remediation = {
    says: "If every VPC must be private, EC2 instances and ECS services get no public address.",
    remedy: (settings) => ({ type, props }) => {
        const row = Object.hasOwn(publicAddressTypes, type) ? publicAddressTypes[type]! : undefined;
        if (!row?.mayBeChanged || !allArePrivate(settings)) return undefined;
        return changed(props, row.flag, row.isPublicIf);
    },
};

/** Changes `mapPublicIpOnLaunch` of subnets. */
export const withoutAddressesAtLaunch: Remediation = {
    says: "If every VPC must be private, subnets do not assign public addresses at launch.",
    remedy: (settings) => ({ type, props }) => {
        if (!subnetTypes.includes(type) || !allArePrivate(settings)) return undefined;
        return changed(props, ["mapPublicIpOnLaunch"], true);
    },
};

type Props = Parameters<ResourceRemediation>[0]["props"];

/** The properties with the opposite value at a path; undefined if it has another one, or one that is not known yet. */
function changed(props: Props, path: PublicAddressType["flag"], from: boolean): Props | undefined {
    try {
        const inside = path.slice(0, -1).reduce<Props | undefined>(
            (value, step) => value?.[step] as Props | undefined,
            props,
        );
        const last = path.at(-1)!;
        if (inside?.[last] !== from) return undefined;
        inside[last] = !from;
        return props;
    } catch {
        return undefined;
    }
}
