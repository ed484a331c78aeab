import type { Problem } from "./problem";

/**
 * The problem if AWS denies a request, naming the missing permission; `undefined` for any other error.
 *
 * EC2 denies with the code UnauthorizedOperation, other services with AccessDenied or AccessDeniedException:
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html. The provider prefixes the operation. AWS
 * usually names the principal, the action, and the type of policy that denied it:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 *
 * @param text the provider's message, without line breaks
 */
export function denied(text: string): Problem | undefined {
    const said = /\bapi error (?:UnauthorizedOperation|AccessDenied(?:Exception)?): (.*)$/.exec(text)?.[1];
    const [, service, operation] = /\boperation error (\w+): (\w+)/.exec(text) ?? [];
    const named = /\bis not authorized to perform: ([\w-]+:\w+)/.exec(said ?? "")?.[1];
    const permission = named ?? (service && `${service.toLowerCase()}:${operation}`);
    if (said === undefined || permission === undefined) return undefined;
    // Remove what differs between requests, which would otherwise turn one problem into two.
    const reason = said.replace(/ Encoded authorization failure message: .*$/, "")
        .replace(/^You are not authorized to perform this operation\. (?=User: )/, "");
    return {
        code: "aws.denied",
        path: permission,
        message: `AWS denied the request: ${reason}`,
        hint: `allow ${permission} for the role or user that deploys the stack`,
    };
}
