import type { OwnedResource } from "./ownedResources";
import type { Service } from "./services";

/** The services that a kind of workload calls. */
export interface WorkloadFacts {
    /** Why it calls them, in a few words. */
    why: string;
    /** The AWS page that lists them. */
    source: string;
    /** Services it cannot run without. */
    required: Service[];
    /** Services it calls only for an optional feature: offered, never created. */
    optional: Service[];
    /** AWS-owned resources that it reads or writes. @default [] */
    ownedResources?: OwnedResource[];
    /** Whether its callers are outside the VPC, e.g. on premises, so that their CIDR blocks must be allowed. @default false */
    fromOutside?: boolean;
    /** What it needs in addition to endpoints, e.g. a DNS record or an option. @default [] */
    needs?: string[];
    /** Whether the page has no complete list, and part of it is inferred from how the workload runs. @default false */
    derived?: boolean;
}
