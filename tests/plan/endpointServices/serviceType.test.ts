import * as assert from "node:assert/strict";

import { checkServiceType, unknownType } from "../../../components/plan/endpointServices/serviceType";

const path = "endpointServices.orders.serviceName";
const name = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";

describe("the type of an endpoint service to connect to", () => {
    it("is right where AWS reports Interface, and where it or a mock reports none", () => {
        for (const type of ["Interface", "", undefined]) assert.deepEqual(checkServiceType(path, name, type), []);
    });

    it("is a problem where it is another: with the place, the type, and what to do", () => {
        const owner = "ask the owner for a service with a Network Load Balancer, which is of type Interface";
        assert.deepEqual(checkServiceType(path, name, "GatewayLoadBalancer"), [{
            path,
            message: `${name} is a service of type GatewayLoadBalancer, and only interface endpoints are created here`,
            hint:
                "create its endpoints with aws.ec2.VpcEndpoint and vpcEndpointType: GatewayLoadBalancer, one in each zone, "
                + `with routes to them, or ${owner}`,
        }]);
        for (const type of ["Gateway", "Resource", "ServiceNetwork"]) {
            assert.deepEqual(checkServiceType(path, name, type), [{
                path,
                message: `${name} is a service of type ${type}, and only interface endpoints are created here`,
                hint: owner,
            }]);
        }
    });

    it("is a warning where AWS does not show the service, or does not answer: with the reason and what to do", () => {
        const unchecked = `${path}: the type of ${name} is not checked, and AWS may refuse its endpoint: `;
        for (
            const reason of [
                "reading EC2 VPC Endpoint Services: couldn't find resource",
                "InvalidServiceName: The Vpc Endpoint Service does not exist",
                "no matching EC2 VPC Endpoint Service found",
            ]
        ) {
            assert.equal(
                unknownType(path, name, reason),
                unchecked
                    + "AWS does not show it to the caller; check the name, and ask the owner to allow your account to "
                    + "connect, from this Region too",
            );
        }
        const denied = "UnauthorizedOperation: You are not authorized to perform this operation.";
        assert.equal(
            unknownType(path, name, denied),
            `${unchecked}${denied}; allow ec2:DescribeVpcEndpointServices, or set options.lookUp to false`,
        );
    });
});
