import { list, object, type Rows, text } from "./contract";

/** One entry of `access`: what the endpoint allows. */
export interface AccessArgs {
    /** ARNs of IAM users and roles, e.g. `arn:aws:iam::123456789012:role/app`. @default - every trusted principal */
    principals?: string[];
    /** IAM actions, e.g. `s3:GetObject`. */
    actions: string[];
    /** ARNs of resources, or `*`, e.g. `arn:aws:s3:::app-data/*`. */
    resources: string[];
}

const bucket = "[\"arn:aws:s3:::app-data/*\"]";

const rows: Rows<AccessArgs> = {
    principals: { is: list(text, "[\"arn:aws:iam::123456789012:role/app\"]") },
    actions: { is: list(text, "[s3:GetObject]"), required: "[s3:GetObject]" },
    resources: { is: list(text, bucket), required: bucket },
};

/** The schema of `AccessArgs`. */
export const access = object("AccessArgs", rows);
