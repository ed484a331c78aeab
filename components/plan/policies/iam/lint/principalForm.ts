import { isMap } from "../../../isMap";
import { type Fault, Severity } from "./finding";
import { hasWildcard, isOpen, isPlaceholder } from "./patterns";
import { type StatementView, type Value, valuesOf } from "./view";

/** The principals of a type that a statement names. */
export function principalsOf({ path, written }: Pick<StatementView, "path" | "written">, type = "AWS"): Value[] {
    return ["Principal", "NotPrincipal"].flatMap((name) => {
        const element = written[name];
        return isMap(element) ? valuesOf(`${path}.${name}.${type}`, element[type]) : [];
    });
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
const arn = /^arn:[^:]+:(iam|sts)::(\d{12}|cloudfront):(root|(user|role|assumed-role|federated-user)\/[^:]+|self)$/;
/** Whether a text is what AWS writes in place of a principal that was deleted. */
export function isUniqueId(text: string): boolean {
    return /^A(ID|RO)A[A-Z0-9]{10,}$/.test(text);
}

/** As some of AWS's pages write them. */
const withoutArn = /^\d{12}:(user|role|root)\b/;

/** What AWS would refuse as the name of an account, user, role or service. */
export function wrongNames(statement: Pick<StatementView, "path" | "written">): Fault[] {
    return [
        ...principalsOf(statement).flatMap(wrongAwsName),
        ...principalsOf(statement, "Service").filter(({ text }) =>
            !isOpen(text) && !hasWildcard(text)
            && !/^[a-z0-9-]+(\.[a-z0-9-]+)*\.(amazonaws|amazon)\.com(\.cn)?$/.test(text)
        ).map(({ path, text }) => ({
            path,
            message: `"${text}" is not the name of an AWS service's principal`,
            hint: `write <service>.amazonaws.com, e.g. logs.amazonaws.com`,
        })),
    ];
}

function wrongAwsName({ path, text }: Value): Fault[] {
    const [, , , , account = text, name = ""] = text.startsWith("arn:") ? text.split(":") : [];
    // A wildcard and a placeholder have rules of their own.
    if (text === "*" || hasWildcard(text) || isOpen(text) || isPlaceholder(account)) return [];
    if (/^\d{12}$/.test(text) || arn.test(text) || isUniqueId(text)) return [];
    const hint = "write an account ID, or the ARN of a user or role, e.g. arn:aws:iam::123456789012:role/app";
    if (withoutArn.test(text)) {
        const message = `"${text}" is not in the form that AWS documents for principals`;
        return [{ path, message, hint: `write arn:aws:iam::${text}`, severity: Severity.warning }];
    }
    if (/^group\//.test(name)) {
        return [{ path, message: `a group cannot be a principal: ${text}`, hint: "list its users, or use a role" }];
    }
    if (/^\d+$/.test(account) && account.length !== 12) {
        return [{ path, message: `an account ID has 12 digits, and ${account} has ${account.length}`, hint }];
    }
    return [{ path, message: `"${text}" is not an account, user, role or session`, hint }];
}
