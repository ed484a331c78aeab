import type { RequestContext, RequestPrincipal } from "../request";
import { samplesOf } from "./cells";
import { languagesIn } from "./keySamples";
import { accountId, anyBut, type Language, literal, oneBut, without } from "./language";
import type { Effort } from "./limit";
import type { Words } from "./words";

/** Who sends a request, and the context keys that follow from it. */
export interface Caller {
    principal: RequestPrincipal;
    context: RequestContext;
}

/** The keys whose values follow from the principal, in lower case. */
export const callerKeys = ["aws:principalarn", "aws:principalaccount", "aws:principalisawsservice"];

/** Separates a role's ARN from the name of its session. */
const mark = "\u{E000}";
const session: Language = [...literal(mark), anyBut("")];
const special = `:*?$${mark}`;
const name: Language = [oneBut(special), anyBut(special)];
const partition: Language = [...literal("arn:"), ...name, ...literal(":")];

/** The values of aws:PrincipalArn; a role's is followed by its session's name. */
const identities: Language[] = [
    [...partition, ...literal("iam::"), ...accountId, ...literal(":root")],
    [...partition, ...literal("iam::"), ...accountId, ...literal(":user/"), ...name],
    [...partition, ...literal("iam::"), ...accountId, ...literal(":role/"), ...name, ...literal(mark), ...name],
    [...partition, ...literal("sts::"), ...accountId, ...literal(":federated-user/"), ...name],
];

/**
 * One caller for each combination of what documents compare callers with. The account is in the ARN, unsigned requests
 * have the account `anonymous` and no ARN, and aws:PrincipalIsAWSService is true for AWS services only
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html).
 */
export function callersOf(
    { principals, services, tests }: Words,
    effort?: Effort,
): { signed: Caller[]; service: Caller[]; unsigned: Caller[] } {
    const of = (key: string) => languagesIn(tests.filter((test) => test.key.toLowerCase() === key));
    const languages = [
        ...of("aws:principalarn").map((one) => without(one, mark)).flatMap((one) => [one, [...one, ...session]]),
        ...of("aws:principalaccount").map(inAccount),
        ...principals.flatMap(named),
    ];
    // What is decided of `logs.` is decided of each regional name of the service.
    const names = services.flatMap((service) => {
        const first = service.split(".")[0]!;
        return [service, first, `${first}.`].map(literal);
    });
    return {
        signed: samplesOf(identities, languages, effort).map((identity) => {
            const [arn, ofSession] = identity.split(mark);
            return signedBy(arn!, ofSession);
        }),
        service: samplesOf([name], names, effort).map((service) => ({
            principal: { type: "Service", name: service },
            context: { "aws:PrincipalIsAWSService": "true" },
        })),
        unsigned: [{ principal: { type: "Anonymous" }, context: { "aws:PrincipalAccount": "anonymous" } }],
    };
}

/** The identities of which a language includes the account: it is the only part between two and one colon. */
function inAccount(language: Language): Language {
    return [anyBut(""), ...literal("::"), ...language, ...literal(":"), anyBut("")];
}

/** The identities that are or may be an ARN or account in Principal. */
function named(text: string): Language[] {
    const [, , , , account = text, resource = ""] = text.split(":");
    const [type, ...path] = resource.split("/");
    const roles = (role: string, ofSession: Language) =>
        [[], [anyBut(mark), ...literal("/")]].map((before) => [
            ...inAccount(literal(account)).slice(0, -1),
            ...literal("role/"),
            ...before,
            ...literal(role),
            ...ofSession,
        ]);
    return [
        inAccount(literal(account)),
        // The partition of an ARN.
        [...literal(text.split(":", 2).join(":")), anyBut("")],
        literal(text),
        ...(type === "role" ? roles(path.at(-1)!, session) : []),
        ...(type === "assumed-role" ? roles(path[0]!, literal(`${mark}${path.slice(1).join("/")}`)) : []),
    ];
}

/** A signed caller by its value of aws:PrincipalArn, and the name of its session if that is a role. */
export function signedBy(arn: string, ofSession?: string): Caller {
    const [start, partition, , , account] = arn.split(":");
    const role = arn.slice(arn.lastIndexOf("/") + 1);
    const asSession = `${start}:${partition}:sts::${account}:assumed-role/${role}/${ofSession}`;
    return {
        principal: { type: "AWS", arn: ofSession === undefined ? arn : asSession },
        context: { "aws:PrincipalArn": arn, "aws:PrincipalAccount": account!, "aws:PrincipalIsAWSService": "false" },
    };
}
