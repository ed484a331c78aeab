import * as lb from "@pulumi/aws/lb";
import { EndpointService, PrivateVpc } from "private-vpc";

const availabilityZones = ["us-east-1a", "us-east-1b"];
const port = 8443;

// The provider: orders are served in a VPC of their own, behind an internal network load balancer.
const provider = new PrivateVpc("orders", { cidrBlock: "10.0.0.0/16", availabilityZones });
const loadBalancer = new lb.LoadBalancer("orders", {
    loadBalancerType: "network",
    internal: true,
    subnets: provider.subnetIds,
});
const targetGroup = new lb.TargetGroup("orders", { vpcId: provider.vpcId, targetType: "ip", protocol: "TCP", port });
new lb.Listener("orders", {
    loadBalancerArn: loadBalancer.arn,
    protocol: "TCP",
    port,
    defaultActions: [{ type: "forward", targetGroupArn: targetGroup.arn }],
});
const orders = new EndpointService("orders", { networkLoadBalancerArns: [loadBalancer.arn] });

// The consumer: another VPC, with the same addresses, which PrivateLink does not mind.
const web = new PrivateVpc("web", {
    cidrBlock: "10.0.0.0/16",
    availabilityZones,
    endpointServices: { orders: { serviceName: orders.serviceName, ports: [port] } },
});

// The connection waits until the provider accepts it. Taking this line away rejects it.
orders.accept("web", web.interfaceEndpointIds.apply((ids) => ids.orders));

export const { serviceName } = orders;
export const { clientSecurityGroupId } = web;
export const ordersUrl = web.dnsNames.apply((names) => `https://${names.orders}:${port}`);
