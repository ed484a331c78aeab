/**
 * The key of the tag that identifies the owner of a resource. Every resource that supports tags has it.
 *
 * A colon is allowed in keys: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html#tag-restrictions
 */
export const ownerTag = "private-vpc:owner";
