import type { FixOption } from "../../network/reach/hop";

/** The line to add to a stack's config for a change. It must be merged with the key's present value. */
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
