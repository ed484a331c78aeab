import type { FixOption } from "../../network/reach/hop";

/** The line of a stack's config that makes a change. What a key already has must be kept. */
export function configLine(option: FixOption): string {
    const { service } = option;
    switch (option.add) {
        case "service":
            return `private-vpc:services: [${service}]`;
        case "privateDns":
            return ofEndpoint(service, "privateDns: true");
        case "allowedCidrBlocks":
            return ofEndpoint(service, `allowedCidrBlocks: [${option.cidrs.join(", ")}]`);
        case "access": {
            const { action, resource = "*" } = option.request;
            return ofEndpoint(service, `access: [{ actions: ["${action}"], resources: ["${resource}"] }]`);
        }
    }
}

function ofEndpoint(service: string, options: string): string {
    return `private-vpc:endpoints: { ${service}: { ${options} } }`;
}
