import * as assert from "node:assert/strict";

import { allowedActions } from "../policies/roles/rolePolicies";
import { types } from "../run";
import { AuthorizedStack } from "./authorizedStack";

const program = (args: object) => `
    import { EndpointService } from "./components";

    new EndpointService("orders", ${JSON.stringify(args)});
`;

const service = {
    networkLoadBalancerArns: [
        "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/net/orders/50dc6c495c0c9188",
    ],
    allowedPrincipals: ["arn:aws:iam::111122223333:root"],
    acceptedEndpointIds: { web: "vpce-0123456789abcdef0" },
    supportedRegions: ["eu-west-1"],
    privateDnsName: "orders.example.com",
    privateDnsHostedZoneId: "Z0123456789ABCDEFGHIJ",
    connectionNotification: { topicArn: "arn:aws:sns:eu-central-1:123456789012:connections" },
    tags: { team: "payments" },
};

describe("the deploy role of a stack with an EndpointService on the real engine", () => {
    it("can create, change, repair, replace and destroy it", async function() {
        this.timeout("10m");
        const stack = await AuthorizedStack.create({}, program(service));
        stack.attach("endpoint-service.json");
        await stack.up();
        await stack.assertSettled();
        stack.setProgram(program({
            ...service,
            allowedPrincipals: ["arn:aws:iam::123456789012:root"],
            supportedRegions: ["eu-west-2"],
            acceptedEndpointIds: { mobile: "vpce-0123456789abcdef1" },
            connectionNotification: { ...service.connectionNotification, events: ["Reject"] },
            tags: { environment: "prod" },
        }));
        await stack.up();
        await stack.assertSettled();
        const [record] = stack.all(types.record);
        record!.attributes.ttl = 5;
        await stack.repair();
        await stack.destroy();
        assert.deepEqual(stack.aws.state.made, []);
        assert.deepEqual([...stack.aws.requested].sort(), allowedActions("endpoint-service.json"));
        stack.remove();
    });
});
