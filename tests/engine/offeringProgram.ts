import { LoadBalancer } from "@pulumi/aws/lb";

import { EndpointService, PrivateVpc, VpcEndpoints } from "../../components";

/** What the program offers: the config key `private-vpc:offering`. */
export interface Offering {
    /** The VPC of the endpoint that connects to the service. @default - there is no service and no endpoint */
    connectedFrom?: "orders" | "web";
    /** The ID of the hosted zone with the record that verifies the service's private DNS name. */
    hostedZoneId?: string;
    /** An account that may request connections. */
    principal?: string;
}

/** A program with two VPCs and a load balancer, which it offers as an endpoint service, and an endpoint that connects to it. */
export function offeringProgram({ connectedFrom, hostedZoneId, principal }: Offering): void {
    const zone = "us-east-1a";
    const availabilityZones = [zone];
    const vpcs = {
        orders: new PrivateVpc("orders", { cidrBlock: "10.0.0.0/16", availabilityZones }),
        web: new PrivateVpc("web", { cidrBlock: "10.1.0.0/16", availabilityZones }),
    };
    const inProvider = { loadBalancerType: "network", internal: true, subnets: vpcs.orders.subnetIds };
    const balancer = new LoadBalancer("orders", inProvider);
    if (connectedFrom === undefined) return;

    const service = new EndpointService("orders", {
        networkLoadBalancerArns: [balancer.arn],
        allowedPrincipals: [`arn:aws:iam::${principal}:root`],
        privateDnsName: "orders.example.com",
        privateDnsHostedZoneId: hostedZoneId,
        connectionNotification: { topicArn: "arn:aws:sns:us-east-1:123456789012:connections" },
    });
    const vpc = vpcs[connectedFrom];
    const endpoints = new VpcEndpoints("clients", {
        vpcId: vpc.vpcId,
        vpcCidrBlock: vpc.cidrBlock,
        subnetIds: { [zone]: vpc.subnetIdsByZone.apply((ids) => ids[zone]!) },
        routeTableIds: vpc.routeTableIds,
        endpointServices: { orders: { serviceName: service.serviceName } },
    });
    service.accept("clients", endpoints.interfaceEndpointIds.apply((ids) => ids.orders!));
}
