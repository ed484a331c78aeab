import catalogue from "./catalogue/ownedResources.json";
import type { Service } from "./services";

/** AWS-owned resources that workloads reach through an endpoint: buckets of packages, documents, images. */
export interface OwnedResourceFacts {
    /** The AWS service they belong to, e.g. `Amazon ECR`. */
    owner: string;
    /** What they are needed for, e.g. `image layers`. */
    neededFor: string;
    /** The service whose endpoint they are reached through. */
    endpoint: Service;
    /** Other endpoints that the same requests use, e.g. the Docker registry's in addition to the Amazon ECR API's. */
    alsoThrough?: Service[];
    /**
     * Who signs the requests: the workload (`caller`), AWS itself (`aws`, presigned), or `nobody`: unsigned, without a
     * principal.
     */
    signedBy: "caller" | "aws" | "nobody";
    /** The page that documents them. */
    source: string;
    /** Services whose clients need them. @default - only the workloads that list them */
    neededBy?: Service[];
    /**
     * What must be allowed. Names contain `<partition>`, `<region>` and `<regionNoDashes>`. A name with a wildcard
     * could match anyone's resource, so such statements only allow read actions.
     */
    statements: OwnedStatement[];
}

/** Actions on AWS-owned resources. */
export interface OwnedStatement {
    actions: string[];
    /**
     * Whether they write what `signedBy` says nobody signs, so that only trusted principals and unsigned requests are
     * allowed.
     */
    writes?: true;
    /** Empty if AWS documents them only for the Regions in `regional`. */
    resources: string[];
    /**
     * The Regions of the service. AWS has no resource of these names in others, and anyone could own one. From
     * https://github.com/boto/botocore/blob/develop/botocore/data/endpoints.json, if neither `regionsSource` nor `source`
     * lists them; so are those of partitions that the page does not cover.
     * @default - every open Region
     */
    regions?: string[];
    /** The page that lists `regions`, if it is not `source`. */
    regionsSource?: string;
    /** Further conditions, as in a policy. */
    condition?: { [operator: string]: { [key: string]: string } };
    /** Replaces `resources` in Regions where the names differ. */
    regional?: { [region: string]: string[] };
}

/** AWS-owned resources that an endpoint policy may have to allow, by ID. */
export const ownedResources = catalogue as unknown as { [id: OwnedResource]: OwnedResourceFacts };

/** The ID of AWS-owned resources, e.g. `amazon-linux-2023`. */
export type OwnedResource = string;
