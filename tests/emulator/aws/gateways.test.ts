import * as assert from "node:assert/strict";

import { quotas } from "../../../components/plan/facts/quotas";
import { Account, refused } from "./account";

describe("the emulated AWS, for a gateway endpoint,", () => {
    it("rejects a service without gateway endpoints, and accepts the three that have them [gw.services]", () => {
        const account = new Account();
        refused(
            "InvalidParameter",
            "sqs",
            /Endpoint type \(Gateway\) does not match available service types \(\[Interface\]\)/,
            /use Interface$/,
            () => account.gateway("sqs", "sqs"),
        );
        for (const service of ["s3", "dynamodb", "s3express"]) {
            assert.match(account.gateway(service, service).attributes.prefixListId, /^pl-/);
        }
    });

    it("rejects a missing type for a service without gateway endpoints, since Gateway is the default [rep.default-type]", () => {
        const account = new Account();
        refused(
            "InvalidParameter",
            "sqs",
            /Endpoint type \(Gateway\) does not match available service types \(\[Interface\]\)/,
            /use Interface/,
            () => account.gateway("sqs", "sqs", { vpcEndpointType: undefined }),
        );
        assert.match(account.gateway("s3", "s3", { vpcEndpointType: undefined }).id, /^vpce-/);
    });

    it("rejects subnets, security groups and private DNS, and accepts route tables [gw.no-sg-subnet]", () => {
        const account = new Account();
        for (
            const [key, value] of [["subnetIds", ["subnet-1"]], ["securityGroupIds", ["sg-1"]], [
                "privateDnsEnabled",
                true,
            ]] as const
        ) {
            refused(
                "InvalidParameter",
                "s3",
                new RegExp(`does not take ${key}`),
                /routeTableIds only/,
                () => account.gateway("s3", "s3", { [key]: value }),
            );
        }
        assert.match(account.gateway("s3", "s3", { routeTableIds: ["rtb-1"] }).id, /^vpce-/);
    });

    it("rejects a second one for the same service in a route table, and accepts another service or another table [gw.one-per-table]", () => {
        const account = new Account();
        account.gateway("first", "s3", { routeTableIds: ["rtb-1", "rtb-2"] });
        refused(
            "RouteAlreadyExists",
            "second",
            /route table rtb-2 already has a route/,
            /first already has a route in it/,
            () => account.gateway("second", "s3", { routeTableIds: ["rtb-3", "rtb-2"] }),
        );
        assert.match(account.gateway("second", "s3", { routeTableIds: ["rtb-3"] }).id, /^vpce-/);
        assert.match(account.gateway("third", "dynamodb", { routeTableIds: ["rtb-1"] }).id, /^vpce-/);
    });

    it("rejects more routes than a route table's quota, counting a prefix list with its maximum entries [quota.route-weight]", () => {
        const full = (limit: number) => {
            const account = new Account({ quotas: { "quota.route-weight": limit } });
            account.gateway("s3", "s3", { routeTableIds: ["rtb-1"] });
            return account.gateway("s3express", "s3express", { routeTableIds: ["rtb-1"] });
        };
        // The route within the VPC, 1 for s3, 6 for s3express.
        refused("RouteLimitExceeded", "s3express", /8 in rtb-1, of 7/, /more routes/, () => full(7));
        assert.match(full(8).id, /^vpce-/);
        assert.equal(quotas["quota.route-weight"], 500);
    });

    it("rejects more than the Region's quota, and accepts exactly the quota [quota.gateway-per-region]", () => {
        const account = new Account();
        for (let made = 0; made < 20; made++) account.gateway(`s3-${made}`, "s3", { routeTableIds: [`rtb-${made}`] });
        refused(
            "VpcEndpointLimitExceeded",
            "one-more",
            /has 20 gateway endpoints, of 20/,
            /ask AWS for more/,
            () => account.gateway("one-more", "s3", { routeTableIds: ["rtb-20"] }),
        );
        account.interface("interface", "sqs");
    });

    it("uses one prefix list per service and Region, whichever gateway it is for", () => {
        const account = new Account();
        const list = (name: string, service: string) =>
            account.gateway(name, service, { routeTableIds: [account.routeTable(name).id] }).attributes.prefixListId;
        const [first, second, other] = [list("one", "s3"), list("two", "s3"), list("three", "dynamodb")];
        assert.equal(first, second);
        assert.notEqual(first, other);
        assert.match(first, /^pl-[0-9a-f]{17}$/);
    });
});
