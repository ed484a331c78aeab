import { every } from "./actionTable";

/**
 * The verbs of actions that carry the caller's data to the resource, although IAM's access level of some of them is
 * Read, e.g. `sagemaker:InvokeEndpoint`
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html).
 */
const carriesData =
    /^(Apply|Chat|Classify|Converse|Execute|Invoke|Optimize|Predict|Put|Rescore|Send|Test(Identity|Invoke))/;

/** Whether everything that an entry of `Action` matches only reads or lists, and sends no data; `undefined` if unknown. */
export function isReadOnly(entry: string): boolean | undefined {
    return every(entry, ({ reads, name }) => reads && !carriesData.test(name));
}
