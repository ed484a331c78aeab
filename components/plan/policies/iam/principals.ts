import { factsOfKind } from "../../facts/endpointKind";
import { isMap } from "../../isMap";
import { textsOf } from "./document";
import type { Request } from "./request";
import { any, type Truth, unknown } from "./truth";

type Caller = Pick<Request, "principal" | "endpoint">;

/**
 * Whether Principal matches the caller
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html).
 */
export function principalMatches(element: unknown, caller: Caller): Truth {
    if (element === "*") return true;
    if (!isMap(element) || Object.keys(element).length === 0) {
        return unknown("Principal is neither * nor a map of types");
    }
    return any(
        Object.entries(element).flatMap(([type, value]) => {
            const names = textsOf(value);
            if (!names) return [unknown(`Principal.${type} is neither a string nor a list of strings`)];
            return names.map((name) => ofType(type, name, caller));
        }),
    );
}

function ofType(type: string, name: string, caller: Caller): Truth {
    if (type === "AWS") return awsMatches(name, caller);
    if (type === "Service") return serviceMatches(name, caller);
    return unknown(`Principal.${type} is not evaluated`);
}

function awsMatches(name: string, { principal, endpoint }: Caller): Truth {
    // AWS documents "*" and {"AWS": "*"} as equivalent for anonymous users, and does not mention its services.
    if (name === "*") return principal.type !== "Service" || unknown(`whether {"AWS": "*"} includes AWS services`);
    if (principal.type !== "AWS") return false;
    const caller = identityOf(principal.arn);
    if (!caller) return unknown(`the request's principal "${principal.arn}" is not one of IAM or STS`);
    const named = identityOf(/^\d{12}$/.test(name) ? `arn:${caller.partition}:iam::${name}:root` : name);
    if (!named) return unknown(`"${name}" in Principal is not an account, user, role or session`);
    if (named.account !== caller.account || named.partition !== caller.partition) return false;
    if (!factsOfKind(endpoint)?.accountIsRootUser) return named.type === "root" || identityMatches(named, caller);
    return named.type === "root" ? caller.type === "root" : unknown(`a gateway endpoint takes no Principal "${name}"`);
}

function serviceMatches(name: string, { principal }: Caller): Truth {
    if (principal.type !== "Service") return false;
    if (name === principal.name) return true;
    const [label] = principal.name.split(".");
    // A service may have several principals, e.g. one per Region, and only AWS knows them all.
    const mayBe = name.includes("*") || name.startsWith(`${label}.`);
    return mayBe && unknown(`whether the service ${principal.name} is also "${name}"`);
}

interface Identity {
    partition: string;
    account: string;
    type: string;
    /** The name; sessions of a role have the role's name without its path. */
    name: string;
    arn: string;
}

const identity = /^arn:([^:*?]+):(?:iam|sts)::(\d{12}):(?:(root)|(user|role|assumed-role|federated-user)\/([^:*?$]+))$/;

function identityOf(arn: string): Identity | undefined {
    const [, partition, account, root, type = root, path = ""] = identity.exec(arn) ?? [];
    if (partition === undefined) return undefined;
    const names = path.split("/");
    const name = type === "assumed-role" ? names[0] : names.at(-1);
    return { partition, account: account!, type: type!, name: name!, arn };
}

/** Whether two identities of one account are the same, or one is a session of the other. */
function identityMatches(named: Identity, caller: Identity): Truth {
    if (named.arn === caller.arn) return true;
    const sameRole = named.name === caller.name;
    switch (`${named.type} ${caller.type}`) {
        case "role assumed-role":
            return sameRole;
        case "assumed-role role":
            return sameRole && unknown(`which session of ${caller.arn} the caller is`);
        case "user federated-user":
            return unknown(`whether ${caller.arn} is a session of ${named.arn}`);
        default:
            return false;
    }
}
