import type { EndpointOverride } from "../../../../components/plan/endpoints/endpointOverrides";
import type { Ask } from "./asks";

/**
 * A statement of a sample policy of https://github.com/aws-samples/data-perimeter-policy-examples, at 8e0d3c5 in the folder
 * vpc_endpoint_policies, compared with ours: what it allows, and whether ours allows it too, in an organization's perimeter.
 */
export interface Sample {
    /** The sample's name; `every` for a statement that is in all ten. */
    sample: string;
    /** Its Sid, without the prefix `AllowRequests` that all of them have. */
    statement: string;
    /** The equivalent in our policy, as the table describes it. */
    ours: string;
    /** How ours differs, and why. */
    differs: string;
    /** The requests that our policy allows too, by the Sid that allows them. A Sid may be a prefix of several. */
    passes: (service: string) => { [sid: string]: Ask[] };
    /** The requests that our policy denies. */
    stops?: (service: string) => Ask[];
    override?: EndpointOverride;
}

/** The Sid of the statement with which eight of the samples allow trusted principals to use AWS-owned resources. */
export const toAws = "ByOrgsIdentitiesToAWSResources";
