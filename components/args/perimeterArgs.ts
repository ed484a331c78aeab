import { list, object, type Rows, text } from "./contract";

/**
 * Whom the endpoints' policies trust, and with whose resources. An organization or its units should have the stack's own
 * account in them.
 */
export interface PerimeterArgs {
    /** The organization whose accounts are trusted, e.g. `o-exampleorgid`. @default - the stack's own account alone */
    organizationId?: string;
    /**
     * Paths of the organizational units whose accounts are trusted, e.g. `o-exampleorgid/r-ab12/ou-ab12-11111111/*`, where
     * the `*` takes the units below in.
     *
     * @default - the stack's own account alone
     */
    organizationPaths?: string[];
    /** Ids of the accounts that are trusted, e.g. `123456789012`. @default - the stack's own account alone */
    accountIds?: string[];
    /**
     * Resources of AWS's own to let through, by the ids in components/plan/facts/catalogue/ownedResources.json, e.g.
     * `amazon-linux-2023`.
     *
     * @default - those that the requested services and workloads need
     */
    awsOwnedResources?: string[];
    /** What trusted principals may do to resources that are not trusted. @default [] */
    exceptions?: PerimeterExceptionArgs[];
}

/** What trusted principals may do to resources that are not trusted, and why. */
export interface PerimeterExceptionArgs {
    /** The service whose endpoint lets it through, e.g. `s3`. */
    service: string;
    /** IAM's actions, e.g. `s3:GetObject`. */
    actions: string[];
    /** ARNs of the resources. One with a wildcard in its name may be anybody's, so only reading passes. */
    resources: string[];
    /** Why, for those who read the plan, e.g. `the partner's price lists`. */
    reason: string;
}

const exceptionRows: Rows<PerimeterExceptionArgs> = {
    service: { is: text, required: "s3" },
    actions: { is: list(text), required: "[\"s3:GetObject\"]" },
    resources: { is: list(text), required: "[\"arn:aws:s3:::partner-prices/*\"]" },
    reason: { is: text, required: "the partner's price lists" },
};

/** The rows of `PerimeterArgs`. */
export const perimeterRows: Rows<PerimeterArgs> = {
    organizationId: { is: text },
    organizationPaths: { is: list(text) },
    accountIds: { is: list(text) },
    awsOwnedResources: { is: list(text) },
    exceptions: { is: list(object("PerimeterExceptionArgs", exceptionRows)) },
};

/** The schema of `PerimeterArgs`. */
export const perimeter = object("PerimeterArgs", perimeterRows);
