import type { Problem } from "../problem";

/** Every principal of every account, in AWS's spelling. */
export const everyone = "*";

// A path would be ignored: "Principal ARNs with path components aren't supported", says
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcEndpointServicePermissions.html
const principal = /^arn:[a-z-]+:iam::\d{12}:(root|(role|user)\/[\w+=,.@-]+)$/;
const withPath = /^arn:[a-z-]+:iam::(\d{12}):(role|user)\/.+\//;

/** Problems with the principals that may connect to an endpoint service. */
export function checkPrincipals(principals: unknown[]): Problem[] {
    return principals.flatMap((one, index): Problem[] => {
        const path = `allowedPrincipals[${index}]`;
        if (typeof one !== "string" || one === everyone) return [];
        if (principals.indexOf(one) !== index) {
            return [{
                code: "list.repeated",
                path,
                message: `${one} is listed twice`,
                hint: "list each principal once",
            }];
        }
        if (principal.test(one)) return [];
        const [, account] = withPath.exec(one) ?? [];
        if (account !== undefined) {
            const hint = `use the account, ${one.slice(0, one.indexOf(account))}${account}:root, or one without a path`;
            const message = `${one} has a path, which AWS does not support here`;
            return [{ code: "endpoint-service.principal-path", path, message, hint }];
        }
        const message = `"${one}" is not the ARN of an account, a role or a user`;
        return [{ code: "endpoint-service.invalid-principal", path, message, hint: fixOf(one) }];
    });
}

function fixOf(written: string): string {
    if (/^\d{12}$/.test(written)) return `for the whole account, write arn:aws:iam::${written}:root`;
    return "write it like arn:aws:iam::111122223333:root or arn:aws:iam::111122223333:role/orders";
}
