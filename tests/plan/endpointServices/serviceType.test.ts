import * as assert from "node:assert/strict";

import { checkServiceType, unknownType } from "../../../components/plan/endpointServices/serviceType";
import { codesOf } from "../../codesOf";

const path = "endpointServices.orders.serviceName";
const name = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";

describe("the type of an endpoint service to connect to", () => {
    it("is valid if AWS reports Interface, and if AWS or a mock reports no type", () => {
        for (const type of ["Interface", "", undefined]) assert.deepEqual(checkServiceType(path, name, type), []);
    });

    it("is a problem if it is another one, with the path, the type and a fix", () => {
        assert.deepEqual(codesOf(checkServiceType(path, name, "GatewayLoadBalancer")), [
            `connections.service-type ${path}`,
        ]);
        for (const type of ["Gateway", "Resource", "ServiceNetwork"]) {
            assert.deepEqual(codesOf(checkServiceType(path, name, type)), [`connections.service-type ${path}`]);
        }
    });

    it("is a warning if AWS does not show the service or does not answer, with the reason and a fix", () => {
        for (
            const reason of [
                "reading EC2 VPC Endpoint Services: couldn't find resource",
                "InvalidServiceName: The Vpc Endpoint Service does not exist",
                "no matching EC2 VPC Endpoint Service found",
            ]
        ) {
            const warning = unknownType(path, name, reason);
            assert.deepEqual(codesOf([warning]), [`connections.type-not-checked ${path}`]);
            assert.match(warning.message, /: AWS does not show it to this account; check the name, /, reason);
        }
        const denied = "UnauthorizedOperation: You are not authorized to perform this operation.";
        const warning = unknownType(path, name, denied);
        assert.deepEqual(codesOf([warning]), [`connections.type-not-checked ${path}`]);
        assert.ok(warning.message.includes(`: ${denied}; allow ec2:DescribeVpcEndpointServices`), warning.message);
    });
});
