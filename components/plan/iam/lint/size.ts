import { quotas } from "../../facts/quotas";
import { type PolicyDocument, sentLength } from "../../policy";
import type { Check } from "./policy";
import { isMap } from "./view";

const longest = quotas["quota.policy-size"];

/** A policy is counted as it is sent: minified, and with the longest values in its placeholders. */
export const tooLong: Check = ({ document }) => {
    if (!isMap(document)) return [];
    const length = sentLength(document as PolicyDocument);
    if (length <= longest) return [];
    const message = `the policy has ${length} characters when minified; AWS takes ${longest}`;
    return [{ path: "", message, hint: "merge statements, or use wildcards in place of long lists" }];
};

/** AWS takes no policy on the endpoints of some services, and lets everything through. */
export const unsupported: Check = (_, { policySupport, service }) => {
    if (policySupport !== false) return [];
    const message = `AWS takes no policy on the endpoint of ${service ?? "this service"}`;
    return [{ path: "", message, hint: "leave it out, and limit access by identity and resource policies" }];
};
