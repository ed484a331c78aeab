import type { Found } from "./iam/prove/question";
import type { Request } from "./iam/request";

/** A request in a sentence, e.g. `Partner allows role app of 111122223333 to call s3:GetObject on …`. */
export function requestWords({ statement, request }: Found): string {
    const { principal, action, resource, context } = request;
    const hidden = ["aws:PrincipalArn", "aws:PrincipalAccount", "aws:PrincipalIsAWSService", "aws:ResourceAccount"];
    const others = Object.entries(context).filter(([key]) => !hidden.includes(key))
        .map(([key, value]) => `${key} = ${[value].flat().join(", ")}`);
    const owner = context["aws:ResourceAccount"];
    return [
        `${statement} allows ${senderOf(principal)} to call ${action} on ${resource}`,
        owner === undefined || resource.includes(String(owner)) ? "" : ` of account ${String(owner)}`,
        others.length > 0 ? ` with ${others.join("; ")}` : "",
        ".",
    ].join("");
}

function senderOf(principal: Request["principal"]): string {
    if (principal.type === "Anonymous") return "an unsigned request";
    return principal.type === "Service" ? `the AWS service ${principal.name}` : principal.arn;
}
