import { list, object, type Rows, text } from "./contract";

/**
 * Which principals the endpoint policies trust, and whose resources they may use. An organization or unit should
 * include the stack's own account.
 */
export interface PerimeterArgs {
    /** The organization whose accounts are trusted, e.g. `o-exampleorgid`. @default - only the stack's own account */
    organizationId?: string;
    /**
     * Paths of the organizational units whose accounts are trusted, e.g. `o-exampleorgid/r-ab12/ou-ab12-11111111/*`,
     * where `*` includes child units.
     *
     * @default - only the stack's own account
     */
    organizationPaths?: string[];
    /** IDs of the accounts that are trusted, e.g. `123456789012`. @default - only the stack's own account */
    accountIds?: string[];
    /**
     * AWS-owned resources to allow, by their IDs in components/plan/facts/catalogue/ownedResources.json, e.g.
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
    /** The service whose endpoint allows it, e.g. `s3`. */
    service: string;
    /** IAM actions, e.g. `s3:GetObject`. */
    actions: string[];
    /** ARNs of the resources. A name with a wildcard could match anyone's resource, so only read actions are accepted. */
    resources: string[];
    /** The reason, shown in the plan, e.g. `the partner's price lists`. */
    reason: string;
}

const prices = "[\"arn:aws:s3:::partner-prices/*\"]";

const exceptionRows: Rows<PerimeterExceptionArgs> = {
    service: { is: text, required: "s3" },
    actions: { is: list(text, "[s3:GetObject]"), required: "[s3:GetObject]" },
    resources: { is: list(text, prices), required: prices },
    reason: { is: text, required: "the partner's price lists" },
};

/** The rows of `PerimeterArgs`. */
export const perimeterRows: Rows<PerimeterArgs> = {
    organizationId: { is: text },
    organizationPaths: { is: list(text, "[\"o-exampleorgid/r-ab12/ou-ab12-11111111/*\"]") },
    accountIds: { is: list(text, "[\"123456789012\"]") },
    awsOwnedResources: { is: list(text, "[amazon-linux-2023]") },
    exceptions: {
        is: list(
            object("PerimeterExceptionArgs", exceptionRows),
            "[{ service: s3, actions: […], resources: […], reason: … }]",
        ),
    },
};

/** The schema of `PerimeterArgs`. */
export const perimeter = object("PerimeterArgs", perimeterRows);
