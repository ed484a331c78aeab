import { factsOf } from "../../../components/plan/services/serviceNames";
import { partsOf } from "../endpointServiceOutputs";
import { invalid, noSuchService, type Refuse, serviceOf } from "./refuse";

const unknownService: Refuse = ({ attributes }, world) => {
    const { serviceName } = attributes;
    // Your own or a partner's endpoint service is not in the catalogue.
    if (partsOf(serviceName) || world.region === undefined) return undefined;
    if (serviceOf(attributes, world) !== undefined) return undefined;
    return noSuchService(serviceName, world.region);
};

/** Source of the code and the message: https://github.com/hashicorp/terraform/issues/24478 */
const kindNotOffered: Refuse = ({ attributes }, world) => {
    const service = serviceOf(attributes, world);
    const kind = attributes.vpcEndpointType ?? "Gateway";
    if (service === undefined) return undefined;
    const { kinds } = factsOf(service);
    if (kinds.some((offered) => offered === kind)) return undefined;
    return invalid(
        `Endpoint type (${kind}) does not match available service types ([${kinds.join(", ")}]).`,
        `use ${kinds.join(" or ")}`,
    );
};

const malformedPolicy: Refuse = ({ attributes: { policy } }) => {
    if (policy === undefined) return undefined;
    try {
        const statements = [JSON.parse(policy).Statement].flat();
        const complete = statements.every((one) => one?.Effect && (one.Principal ?? one.NotPrincipal));
        if (statements.length > 0 && complete) return undefined;
    } catch {
        // Invalid JSON is not a policy either.
    }
    const fix = "give each statement an Effect and a Principal";
    return { code: "InvalidPolicyDocument", message: "This policy contains invalid Json or lacks an element", fix };
};

const largePolicy: Refuse = ({ attributes: { policy = "" } }, { quotas }) => {
    const limit = quotas["quota.policy-size"];
    if (policy.length <= limit) return undefined;
    const message = `The policy has ${policy.length} characters, more than ${limit}`;
    return {
        code: "InvalidPolicyDocument",
        message,
        fix: "merge statements, or use wildcards in place of long lists",
    };
};

const noPolicyTaken: Refuse = ({ attributes }, world) => {
    const service = serviceOf(attributes, world);
    const { policy } = attributes;
    if (policy === undefined || !world.servicesWithoutPolicy.includes(service ?? "") || isFullAccess(policy)) {
        return undefined;
    }
    return invalid(
        `The VPC endpoint service ${attributes.serviceName} only supports the full-access endpoint policy`,
        "leave the policy out, or use full-access",
    );
};

function isFullAccess(policy: string): boolean {
    const [statement, ...more] = [JSON.parse(policy).Statement].flat();
    return more.length === 0 && statement.Action === "*" && statement.Resource === "*" && !("Condition" in statement);
}

/** Why AWS rejects a VPC endpoint of any kind. */
export const endpointRefusals: Refuse[] = [unknownService, kindNotOffered, malformedPolicy, largePolicy, noPolicyTaken];
