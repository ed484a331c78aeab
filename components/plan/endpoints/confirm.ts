import type { EndpointOptions } from "../../args/endpointOptions";
import { hasPrivateDns, isInZones, type PlannedEndpoint } from "../kinds/endpointKinds";
import { fullAccess } from "../policies/fullAccess";
import { changesOf, type PolicyOverrides } from "../policies/statements";
import type { Problem, Warning } from "../problem";
import { factsOf } from "../services/serviceNames";
import type { EndpointOverride } from "./endpointOverrides";

/** What AWS reports about an endpoint service, as `getVpcEndpointService` returns it. A test's mocks may return nothing. */
export interface AwsAnswer {
    availabilityZones?: string[];
    privateDnsName?: string;
    vpcEndpointPolicySupported?: boolean;
}

/** What the account and Region of the deployment support of a planned endpoint. */
export interface Confirmed<Planned extends PlannedEndpoint = PlannedEndpoint> {
    /** The endpoint to create, with the zones and private DNS that AWS supports. */
    endpoint: Planned;
    /** Whether the endpoint gets a policy; `undefined` if unknown, and then the policy must be one that AWS accepts anyway. */
    takesPolicy?: boolean;
    /** The differences from the plan. */
    warnings: Warning[];
}

/** Whether AWS is asked during the deployment what it supports. This is the default. */
export function asksAws({ lookUp = true }: EndpointOptions = {}): boolean {
    return lookUp;
}

/** The confirmation from the catalogue only. */
export function fromCatalogue<Planned extends PlannedEndpoint>(endpoint: Planned): Confirmed<Planned> {
    const { policy } = endpoint;
    const takesPolicy = policy.from === "none" ? false : policy.onlyIfSupported ? undefined : true;
    return { endpoint, takesPolicy, warnings: [] };
}

/** Compares a planned endpoint with AWS's answer: the endpoint to create, or the contradictions between the two. */
export function confirm<Planned extends PlannedEndpoint>(
    planned: Planned,
    override: Pick<EndpointOverride, "zones" | "privateDns" | keyof PolicyOverrides>,
    answer: AwsAnswer,
): { confirmed: Confirmed<Planned>; problems: Problem[] } {
    const confirmed = fromCatalogue({ ...planned });
    const problems = [
        ...confirmZones(confirmed, override, answer),
        ...confirmPrivateDns(confirmed, override, answer),
        ...confirmPolicy(override, planned, answer, confirmed),
    ];
    return { confirmed, problems };
}

function confirmZones(
    { endpoint, warnings }: Confirmed,
    override: Pick<EndpointOverride, "zones">,
    { availabilityZones: offered }: AwsAnswer,
): Problem[] {
    if (offered === undefined || !isInZones(endpoint)) return [];
    const { zones, serviceName, askedAs } = endpoint;
    const lacking = zones.filter((zone) => !offered.includes(zone));
    const possible = zones.filter((zone) => offered.includes(zone));
    if (lacking.length === 0) return [];
    if (override.zones || possible.length === 0) {
        return [{
            code: "if.az-support",
            path: `endpoints.${askedAs}.zones`,
            message: `${serviceName} is not available in ${lacking.join(", ")}; AWS offers it in ${offered.join(", ")}`,
            hint: possible.length > 0
                ? `list only ${possible.join(", ")}, or remove it`
                : "add one of these zones to the VPC, or remove the service",
        }];
    }
    endpoint.zones = possible;
    const message = `${serviceName} is not available in ${lacking.join(", ")}; its endpoint is created in ${
        possible.join(", ")
    }`;
    warnings.push({ code: "if.az-support", path: `endpoints.${askedAs}.zones`, message });
    return [];
}

function confirmPrivateDns(
    { endpoint, warnings }: Confirmed,
    override: Pick<EndpointOverride, "privateDns">,
    { availabilityZones, privateDnsName }: AwsAnswer,
): Problem[] {
    if (!hasPrivateDns(endpoint) || !endpoint.privateDns) return [];
    const { service, askedAs, serviceName, privateDnsNames } = endpoint;
    const code = "endpoints.no-private-dns";
    const path = `endpoints.${askedAs}.privateDns`;
    // An answer without zones is not AWS's.
    if (privateDnsName || availabilityZones === undefined) return [];
    if (override.privateDns === undefined && factsOf(service).privateDnsNames === null) {
        endpoint.privateDns = false;
        const message = `${serviceName} has no private DNS; clients must use the endpoint's DNS name`;
        warnings.push({ code, path, message });
        return [];
    }
    return [{
        code,
        path,
        message: `AWS offers no private DNS for ${serviceName}, but it was planned${
            privateDnsNames ? ` (${privateDnsNames.join(", ")})` : ""
        }`,
        hint: "set it to false, and let clients use the endpoint's DNS name from the output dnsNames",
    }];
}

function confirmPolicy(
    override: PolicyOverrides,
    { askedAs, serviceName, policy }: PlannedEndpoint,
    { vpcEndpointPolicySupported: supported }: AwsAnswer,
    confirmed: Confirmed,
): Problem[] {
    if (supported === undefined) return [];
    const path = `endpoints.${askedAs}.policy`;
    if (policy.onlyIfSupported) {
        confirmed.takesPolicy = supported;
        const asked = changesOf(override);
        if (!supported && asked.length > 0) {
            const message = `is set, but AWS reports that ${serviceName} does not support endpoint policies`;
            const hint = "remove it, and control access with security groups";
            return asked.map((key) => ({
                code: "pol.unsupported",
                path: `endpoints.${askedAs}.${key}`,
                message,
                hint,
            }));
        }
        if (!supported) {
            const message =
                `${serviceName} does not support endpoint policies: only security groups control access to its endpoint`;
            confirmed.warnings.push({ code: "pol.unsupported", path, message });
        }
        return [];
    }
    if (policy.from === "none" && supported) {
        const message =
            `AWS reports that ${serviceName} supports endpoint policies, but the catalogue says it does not, so none was planned`;
        const hint = "set it to full-access, which is AWS's default";
        return [{ code: "pol.default", path, message, hint }];
    }
    if (policy.from !== "none" && policy.from !== fullAccess && !supported) {
        const message =
            `the policy ${policy.from} was planned, but AWS reports that ${serviceName} does not support endpoint policies`;
        const hint = "set it to full-access, and control access with security groups";
        return [{ code: "pol.unsupported", path, message, hint }];
    }
    return [];
}
