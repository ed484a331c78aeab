import type { Problem } from "../problem";

// The form shown in https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html.
const namePattern = /^com\.amazonaws\.vpce\.([a-z]+(?:-[a-z]+)+-\d+)\.vpce-svc-[0-9a-f]{8,17}$/;

/**
 * Whether a string is the name of an endpoint service, your own or a partner's, e.g.
 * `com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0`.
 */
export function isEndpointServiceName(name: string): boolean {
    return namePattern.test(name);
}

/** The Region of an endpoint service. */
export function regionOfService(name: string): string | undefined {
    return namePattern.exec(name)?.[1];
}

/** Problems with the name of an endpoint service; none if it is known only during a deployment. */
export function checkEndpointServiceName(path: string, name: unknown): Problem[] {
    if (typeof name !== "string" || isEndpointServiceName(name)) return [];
    const hint = /^vpce-svc-/.test(name)
        ? `that is its ID; write the full name, e.g. com.amazonaws.vpce.us-east-1.${name}`
        : "names look like com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0; ask the service's owner";
    const message = `"${name}" is not the name of an endpoint service`;
    return [{ code: "connections.invalid-service-name", path, message, hint }];
}
