import { interfaceKind } from "../kinds/interfaceKind";
import type { Problem, Warning } from "../problem";

/**
 * What to do about a service of a type that no endpoint is created for, by the type. AWS's types:
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ServiceTypeDetail.html
 */
const otherTypes: { [type: string]: string } = {
    // One subnet, no security group, and routes that lead to it:
    // https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-load-balancer-endpoints.html
    GatewayLoadBalancer:
        "create its endpoints with aws.ec2.VpcEndpoint and vpcEndpointType: GatewayLoadBalancer, one in "
        + "each zone, with routes to them",
};

/** What is wrong with connecting to a service of the type that AWS reports; nothing where it reports none. */
export function checkServiceType(path: string, serviceName: string, serviceType: string | undefined): Problem[] {
    // GovCloud's answers may be names alone, and a test's mocks may return nothing.
    if (!serviceType || serviceType === interfaceKind.kind) return [];
    const message = `${serviceName} is a service of type ${serviceType}, and only interface endpoints are created here`;
    const owner = "ask the owner for a service with a Network Load Balancer, which is of type Interface";
    const other = otherTypes[serviceType];
    return [{ code: "connections.service-type", path, message, hint: other ? `${other}, or ${owner}` : owner }];
}

/**
 * The warning where AWS does not report a service's type. It is no problem: an endpoint that exists keeps its connection
 * when the owner withdraws the permission, and a role that previews may see less than the one that deploys.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html#add-remove-permissions
 */
export function unknownType(path: string, serviceName: string, reason: string): Warning {
    // The provider replaces EC2's InvalidServiceName by its own words.
    const unseen = /InvalidServiceName|couldn't find resource|no matching/.test(reason);
    const [what, hint] = unseen
        ? [
            "AWS does not show it to the caller",
            "check the name, and ask the owner to allow your account to connect, from this Region too",
        ]
        : [reason, "allow ec2:DescribeVpcEndpointServices, or set options.lookUp to false"];
    const message =
        `${path}: the type of ${serviceName} is not checked, and AWS may refuse its endpoint: ${what}; ${hint}`;
    return { code: "connections.type-not-checked", path, message };
}
