import { statementsOf } from "../../components/plan/policies/iam/document";
import { Decision } from "../../components/plan/policies/iam/evaluate";
import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import type { AwsRequest, Role, RolePolicy } from "../model/accessModel";
import { knownOr } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import { policyIn } from "../model/policyText";
import { type Hop, hop, passed, undecided } from "./hop";
import { requestWords } from "./policyHop";
import { decisionOn, type SentRequest } from "./requestDecision";

/**
 * Whether the policies of a role allow a request
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html). A policy of
 * the resource can allow what they do not, in the same account, so that only a denial is certain then.
 */
export function roleHop(index: NetworkIndex, role: Role, sent: SentRequest): Hop[] {
    const { policies, boundary } = role;
    if (policies === undefined) return [];
    const label = `role ${role.name ?? role.id}`;
    const asked = requestWords(sent.request);
    if (isUnknown(policies)) return [undecided("role", policies, `the policies of ${label} are not known`)];
    const rulings = policies.map((policy) => rulingOf(index, policy, sent));
    const limit = boundary && rulingOf(index, boundary, sent);
    const denying = [...rulings, ...(limit ? [limit] : [])].find(({ decision }) => decision === Decision.ExplicitDeny);
    if (denying) {
        const fix = () => ({ sentence: `narrow ${denying.by}, so that it does not deny ${asked}` });
        return [hop("role", false, `${denying.by} denies ${asked}`, "role.denied", fix)];
    }
    if (limit?.decision === Decision.ImplicitDeny) {
        const fix = () => ({ sentence: `allow ${asked} in ${limit.by}` });
        const says = `${limit.by}, the permissions boundary of ${label}, does not allow ${asked}`;
        return [hop("role", false, says, "role.not-allowed", fix)];
    }
    const open = [...rulings, ...(limit ? [limit] : [])].filter(({ decision }) => decision === Decision.CannotTell);
    const allowing = rulings.find(({ decision }) => decision === Decision.Allowed);
    if (open.length > 0) {
        return [undecided("role", { unknown: open.flatMap(({ why }) => why) }, `${label} may be allowed ${asked}`)];
    }
    if (allowing) return [passed("role", `${allowing.by} allows ${label} ${asked}`)];
    const says = `no policy of ${label} allows ${asked}`;
    if (mayBeAllowedByResource(index, role, sent.request)) {
        return [undecided("role", unknown(`whether a policy of ${sent.request.resource!} allows ${label}`), says)];
    }
    return [
        hop("role", false, says, "role.not-allowed", () => ({ sentence: `allow ${asked} in a policy of ${label}` })),
    ];
}

interface RoleRuling {
    decision: Decision;
    /** The policy in words, with the statements that decide. */
    by: string;
    why: string[];
}

/** The decision of one identity policy, which has no Principal: it is the role that it belongs to. */
function rulingOf(index: NetworkIndex, { name, document }: RolePolicy, sent: SentRequest): RoleRuling {
    const by = `policy ${name}`;
    if (isUnknown(document)) return { decision: Decision.CannotTell, by, why: document.unknown };
    const parsed = policyIn(document);
    if (!parsed) return { decision: Decision.CannotTell, by, why: [`${by}, which is not a JSON policy`] };
    const Statement = statementsOf(parsed).map((one) => ({ ...one, Principal: "*" }));
    const { decision, statements, why } = decisionOn(index, { ...parsed, Statement }, sent);
    return { decision, by: statements.length > 0 ? `${statements.join(", ")} of ${by}` : by, why };
}

/**
 * IAM prefixes of services whose resources can have policies, as
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html lists them.
 */
const withResourcePolicies = [
    ...["s3", "s3express", "s3-outposts", "sqs", "sns", "kms", "secretsmanager", "ecr", "lambda", "events", "dynamodb"],
    ...["kinesis", "glue", "logs", "elasticfilesystem", "es", "execute-api", "codeartifact", "codebuild", "backup"],
    ...["acm-pca", "kafka", "ssm", "iot", "schemas", "serverlessrepo", "mediastore", "lex", "rekognition", "states"],
];

/** Whether a policy of the resource may allow what the role's policies do not: in another account, both must allow it. */
function mayBeAllowedByResource(
    { network: { accountId } }: NetworkIndex,
    { arn }: Role,
    { action, resource = "*", resourceAccount }: AwsRequest,
): boolean {
    if (resource === "*" || !withResourcePolicies.includes(action.split(":")[0]!.toLowerCase())) return false;
    const own = knownOr(arn, undefined)?.split(":")[4] ?? accountId;
    const owner = resourceAccount ?? (resource.split(":")[4] || own);
    return owner === own;
}
