import type { EndpointOverride } from "../../../../components/plan/endpoints/endpointOverrides";
import type { Ask } from "./asks";

/**
 * A statement of a sample policy of https://github.com/aws-samples/data-perimeter-policy-examples, at 8e0d3c5 in the folder
 * vpc_endpoint_policies, held against ours: what it lets through, and whether ours does, in an organization's perimeter.
 */
export interface Sample {
    /** The sample's name, `every` for a statement that stands in all ten. */
    sample: string;
    /** Its Sid, without the `AllowRequests` that all begin with. */
    statement: string;
    /** What in ours says the same, as the table has it. */
    ours: string;
    /** Where ours differs, and why. */
    differs: string;
    /** What passes through ours too, by the Sids that let it; one may stand for several that it begins. */
    passes: (service: string) => { [sid: string]: Ask[] };
    /** What ours stops. */
    stops?: (service: string) => Ask[];
    override?: EndpointOverride;
}

/** The Sid of what eight of the samples let trusted principals do to AWS's own resources. */
export const toAws = "ByOrgsIdentitiesToAWSResources";
