import catalogue from "./catalogue/ownedResources.json";
import type { Service } from "./services";

/** Resources of AWS's own that workloads reach through an endpoint: buckets of packages, documents, images. */
export interface OwnedResourceFacts {
    /** The AWS service they belong to, e.g. `Amazon ECR`. */
    owner: string;
    /** What of them is needed, e.g. `image layers`. */
    neededFor: string;
    /** The service whose endpoint they are reached through. */
    endpoint: Service;
    /** Endpoints that the same requests go through beside it, e.g. of the Docker registry beside Amazon ECR's API. */
    alsoThrough?: Service[];
    /** Who signs the requests: the workload, AWS itself (presigned), or `nobody`, and then no principal is known. */
    signedBy: "caller" | "aws" | "nobody";
    /** The page that names them. */
    source: string;
    /** Services whose clients need them. @default - only workloads that name them */
    neededBy?: Service[];
    /**
     * What must be allowed. Names hold `<partition>`, `<region>` and `<regionNoDashes>`; one with a wildcard in it may be
     * anybody's, so what it allows only reads.
     */
    statements: OwnedStatement[];
}

/** Actions on resources of AWS's own. */
export interface OwnedStatement {
    actions: string[];
    resources: string[];
    /** What else must hold, as in a policy. */
    condition?: { [operator: string]: { [key: string]: string } };
    /** In place of `resources`, in Regions where the names are others. */
    regional?: { [region: string]: string[] };
}

/** Resources of AWS's own that an endpoint policy may have to allow, by an id. */
export const ownedResources = catalogue as unknown as { [id: OwnedResource]: OwnedResourceFacts };

/** The id of such resources, e.g. `amazon-linux-2023`. */
export type OwnedResource = string;
