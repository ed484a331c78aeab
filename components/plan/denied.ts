import type { Problem } from "./problem";

/**
 * The problem that AWS denies a request, by the permission that is missing; `undefined` where it says something else.
 *
 * EC2 denies with the code UnauthorizedOperation, other services with AccessDenied or AccessDeniedException:
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html. The provider puts the operation before it,
 * and AWS mostly names the principal, the action, and the kind of policy that decided:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 *
 * @param text what the provider printed, without line breaks
 */
export function denied(text: string): Problem | undefined {
    const said = /\bapi error (?:UnauthorizedOperation|AccessDenied(?:Exception)?): (.*)$/.exec(text)?.[1];
    const [, service, operation] = /\boperation error (\w+): (\w+)/.exec(text) ?? [];
    const named = /\bis not authorized to perform: ([\w-]+:\w+)/.exec(said ?? "")?.[1];
    const permission = named ?? (service && `${service.toLowerCase()}:${operation}`);
    if (said === undefined || permission === undefined) return undefined;
    // What differs from one request to the next would make two problems of one.
    const reason = said.replace(/ Encoded authorization failure message: .*$/, "")
        .replace(/^You are not authorized to perform this operation\. (?=User: )/, "");
    return {
        code: "aws.denied",
        path: permission,
        message: `AWS denies it: ${reason}`,
        hint: `allow ${permission} for the role or user that deploys`,
    };
}
