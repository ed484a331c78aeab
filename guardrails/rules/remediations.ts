import type { ResourceRemediation } from "@pulumi/policy";

import { resourceTypes } from "../../network/sources/resourceTypes";
import type { Path } from "../../network/sources/resourceValues";
import type { Remediation } from "../guardrail";
import { allArePrivate } from "../privateVpcs";

/**
 * The properties that give public addresses and that Pulumi's AWS provider changes in place. It replaces EC2 instances
 * (https://github.com/hashicorp/terraform-provider-aws/issues/37238), load balancers and most databases.
 */
export const changedInPlace: { [type: string]: Path } = {
    "aws:ecs/service:Service": ["networkConfiguration", "assignPublicIp"],
    "aws:rds/clusterInstance:ClusterInstance": ["publiclyAccessible"],
    "aws:rds/instance:Instance": ["publiclyAccessible"],
};

/** Changes the property that gives a resource public addresses. */
export const withoutPublicAddress: Remediation = {
    says: "If every VPC must be private, ECS services and RDS instances get no public address.",
    remedy: (settings) => ({ type, props }) => {
        const flag = Object.hasOwn(changedInPlace, type) ? changedInPlace[type] : undefined;
        return flag && allArePrivate(settings) ? changed(props, flag, true) : undefined;
    },
};

/** Changes `mapPublicIpOnLaunch` of subnets. */
export const withoutAddressesAtLaunch: Remediation = {
    says: "If every VPC must be private, subnets do not assign public addresses at launch.",
    remedy: (settings) => ({ type, props }) => {
        if (!isSubnet(type) || !allArePrivate(settings)) return undefined;
        return changed(props, ["mapPublicIpOnLaunch"], true);
    },
};

function isSubnet(type: string): boolean {
    return (resourceTypes.subnet as readonly string[]).includes(type);
}

type Props = Parameters<ResourceRemediation>[0]["props"];

/** The properties with the opposite value at a path; undefined if it has another one, or one that is not known yet. */
function changed(props: Props, path: Path, from: boolean): Props | undefined {
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
