/**
 * Operations that require a permission with another name, in lower case.
 * Sources: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html and
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export const operations: { [operation: string]: string } = {
    "s3:completemultipartupload": "s3:PutObject",
    "s3:copyobject": "s3:PutObject, and s3:GetObject on the source",
    "s3:createmultipartupload": "s3:PutObject",
    "s3:deleteobjects": "s3:DeleteObject",
    "s3:headbucket": "s3:ListBucket",
    "s3:headobject": "s3:GetObject",
    "s3:listbuckets": "s3:ListAllMyBuckets",
    "s3:listmultipartuploads": "s3:ListBucketMultipartUploads",
    "s3:listobjects": "s3:ListBucket",
    "s3:listobjectsv2": "s3:ListBucket",
    "s3:listobjectversions": "s3:ListBucketVersions",
    "s3:uploadpart": "s3:PutObject",
    "lambda:invoke": "lambda:InvokeFunction",
};
