import type { Problem } from "../problem";

// The form that https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html shows.
const namePattern = /^com\.amazonaws\.vpce\.([a-z]+(?:-[a-z]+)+-\d+)\.vpce-svc-[0-9a-f]{8,17}$/;

/** Whether a text is the name of an endpoint service of somebody's, e.g. `com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0`. */
export function isEndpointServiceName(name: string): boolean {
    return namePattern.test(name);
}

/** The Region that an endpoint service is in. */
export function regionOfService(name: string): string | undefined {
    return namePattern.exec(name)?.[1];
}

/** What is wrong with the name of an endpoint service; nothing where it is known only in a deployment. */
export function checkEndpointServiceName(path: string, name: unknown): Problem[] {
    if (typeof name !== "string" || isEndpointServiceName(name)) return [];
    const hint = /^vpce-svc-/.test(name)
        ? `that is its id; write the whole name, e.g. com.amazonaws.vpce.us-east-1.${name}`
        : "names look like com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0; ask the service's owner";
    const message = `"${name}" is not the name of an endpoint service`;
    return [{ code: "connections.invalid-service-name", path, message, hint }];
}
