import type { Path } from "../resourceValues";
import type { NeedSource } from "./needSources";
import type { Place } from "./places";

/** Where a type of resource names what it runs in, and what it calls. */
export interface WorkloadType {
    /** The first part of the workload's ID, e.g. `lambda` in `lambda:worker`. */
    prefix: string;
    /** Its subnets; of several places, the first that is set. */
    subnets: Place[];
    /** Its security groups; of several places, the first that is set. */
    groups: Place[];
    /** The group that AWS creates and adds to those of `groups`; if it is not known, neither are the groups. */
    addedGroup?: Place[];
    /** Which groups it has if no place is set. @default - the default one of the VPC */
    otherGroups?: string;
    /** The IAM role that signs its requests, or the instance profile of that role. @default - it has none */
    role?: Place[];
    /** Whether it is set that the workload gets a public address. @default - it gets none */
    publicAddress?: Path;
    /** What it calls. @default - AWS documents no list, so that every service with an endpoint in its VPC is checked */
    needs?: NeedSource[];
    /** The AWS page about its network. */
    source: string;
}
