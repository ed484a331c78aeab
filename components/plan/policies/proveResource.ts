import { type Statement, statementsOf, textsOf } from "./iam/document";
import type { Answer } from "./iam/prove/question";
import type { PolicyDocument } from "./policyDocument";
import { filled, finder, restored, standIn } from "./proofDocuments";
import { type Condition, type ProofContext, trusted } from "./trust";

/** The networks from which a resource may be accessed, in addition to the endpoints of trusted accounts. */
export interface Networks {
    /** VPC IDs, e.g. `vpc-0123456789abcdef0`. */
    vpcs?: string[];
    /** Endpoint IDs, e.g. `vpce-0123456789abcdef0`. */
    endpoints?: string[];
}

/** What the policy of a resource allows, alone and together with the policy of the endpoint. */
export interface ResourceProof {
    /** Requests from other networks, except those of AWS services and on behalf of principals. */
    elsewhere: Answer;
    /** Requests through the endpoint, which both policies allow, of principals that are neither trusted nor AWS services. */
    untrusted: Answer;
}

/**
 * Whether a resource can be accessed only through expected networks, and through the endpoint only by trusted principals
 * and AWS services.
 *
 * @param resource the policy of a bucket, a key or another resource of the endpoint's account, or a resource control policy
 */
export function proveResource(
    resource: PolicyDocument,
    endpoint: PolicyDocument,
    networks: Networks,
    context: ProofContext,
): ResourceProof {
    const account = standIn({ Statement: [resource, endpoint] }, context);
    const fill = (one: PolicyDocument) => filled(one, account, context);
    const { perimeter = {} } = context;
    const byServices = allowingIf({ Bool: { "aws:PrincipalIsAWSService": "true" } });
    const onBehalf = allowingIf({ Bool: { "aws:ViaAWSService": "true" } });
    const reachable = fill(reachableBy(resource));
    const own = fill(endpoint);
    const expected = fill(allowingIf(...expectedNetworks(networks, context)));
    const principals = fill(allowingIf(...trusted("Principal", perimeter)));
    const find = finder([reachable, own, expected, principals, byServices, onBehalf], context);
    return restored(
        {
            elsewhere: find({ allowedBy: [reachable], notBy: [expected, byServices, onBehalf] }),
            untrusted: find({ allowedBy: [reachable, own], notBy: [principals, byServices] }),
        },
        account,
        context,
    );
}

/** The conditions of which each means that a request comes through an expected network. */
function expectedNetworks({ vpcs = [], endpoints = [] }: Networks, { perimeter = {} }: ProofContext): Condition[] {
    const ofTrusted = trusted("Vpce", perimeter);
    const equals = (key: string, ids: string[]) => (ids.length > 0 ? [{ StringEquals: { [key]: ids } }] : []);
    return [...ofTrusted, ...equals("aws:SourceVpc", vpcs), ...equals("aws:SourceVpce", endpoints)];
}

/**
 * The requests for the resources of a policy that it allows or that another policy may allow: with Allow statements that
 * is an identity policy of the own account, without one any policy, as with a resource control policy.
 */
function reachableBy(policy: PolicyDocument): PolicyDocument {
    const statements = statementsOf(policy);
    const allows = statements.some(({ Effect }) => Effect === "Allow");
    const others = {
        Sid: allows ? "An identity policy" : "Another policy",
        Effect: "Allow",
        Principal: "*",
        Action: [...new Set(statements.flatMap((one) => actionsOf(one)))],
        Resource: [...new Set(statements.flatMap(({ Resource }) => textsOf(Resource) ?? ["*"]))],
        ...(allows ? { Condition: trusted("Principal", {})[0]! } : {}),
    };
    return { ...policy, Statement: [...statements, others] };
}

/** Every action of the services that a statement names. */
function actionsOf({ Action }: Statement): string[] {
    return (textsOf(Action) ?? ["*"]).map((action) => (action.includes(":") ? `${action.split(":")[0]}:*` : "*"));
}

function allowingIf(...conditions: Condition[]): PolicyDocument {
    return {
        Version: "2012-10-17",
        Statement: conditions.map((one) => ({
            Effect: "Allow",
            Principal: "*",
            Action: "*",
            Resource: "*",
            Condition: one,
        })),
    };
}
