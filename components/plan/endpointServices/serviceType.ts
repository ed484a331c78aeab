import { denied } from "../denied";
import { interfaceKind } from "../kinds/interfaceKind";
import type { Problem, Warning } from "../problem";

/**
 * What to do about a service of a type that no endpoint is created for, by type. AWS's types:
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ServiceTypeDetail.html
 */
const otherTypes: { [type: string]: string } = {
    // Such endpoints have one subnet, no security group, and need routes to them:
    // https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-load-balancer-endpoints.html
    GatewayLoadBalancer:
        "create its endpoints with aws.ec2.VpcEndpoint and vpcEndpointType: GatewayLoadBalancer, one in "
        + "each zone, with routes to them",
};

/** Problems with connecting to a service of the type that AWS reports; none if AWS reports no type. */
export function checkServiceType(path: string, serviceName: string, serviceType: string | undefined): Problem[] {
    // GovCloud's answers may contain names only, and a test's mocks may return nothing.
    if (!serviceType || serviceType === interfaceKind.kind) return [];
    const message = `${serviceName} is of type ${serviceType}; only services of type Interface are supported`;
    const owner = "ask its owner for a service with a Network Load Balancer, which is of type Interface";
    const other = otherTypes[serviceType];
    return [{ code: "connections.service-type", path, message, hint: other ? `${other}, or ${owner}` : owner }];
}

/**
 * The warning if AWS does not report a service's type. It is not a problem: an existing endpoint keeps its connection
 * when the owner withdraws the permission, and the role that previews may see less than the role that deploys.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html#add-remove-permissions
 */
export function unknownType(path: string, serviceName: string, reason: string): Warning {
    // The provider replaces EC2's InvalidServiceName with its own message.
    const unseen = /InvalidServiceName|couldn't find resource|no matching/.test(reason);
    const [what, hint] = unseen
        ? [
            "AWS does not show it to this account",
            "check the name, and ask the owner to allow your account to connect, from this Region too",
        ]
        : [
            denied(reason)?.message ?? reason,
            "allow ec2:DescribeVpcEndpointServices, or set options.lookUp to false",
        ];
    const message = `${path}: the type of ${serviceName} is not checked, and AWS may reject its endpoint: `
        + `${what}; ${hint}`;
    return { code: "connections.type-not-checked", path, message };
}
