import * as assert from "node:assert/strict";

import { allows, statementsOf } from "./rolePolicies";

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_route53.html
// https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-conditions-route53.html

const up = statementsOf("up.json", "up.vpc.json", "up.flow-logs.json", "endpoint-service.json");
const zone = "arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ";
const changes = (arn: string, names: string[], types: string[]) =>
    allows(up, "route53:ChangeResourceRecordSets", {
        arn,
        context: {
            "route53:ChangeResourceRecordSetsActions": ["CREATE"],
            "route53:ChangeResourceRecordSetsNormalizedRecordNames": names,
            "route53:ChangeResourceRecordSetsRecordTypes": types,
        },
    });
const record = "_6e86v84tqgqubxbwii1m.orders.example.com";

describe("the deploy role in Route 53", () => {
    it("can write the TXT record that verifies the private DNS name", () => {
        assert.ok(changes(zone, [record], ["TXT"]));
        for (const action of ["GetHostedZone", "ListResourceRecordSets"]) {
            assert.ok(allows(up, `route53:${action}`, { arn: zone }), action);
            assert.ok(!allows(up, `route53:${action}`, { arn: "arn:aws:route53:::hostedzone/ZANOTHER" }), action);
        }
        assert.ok(allows(up, "route53:GetChange", { arn: "arn:aws:route53:::change/C2682N5HXP0BZ4" }));
    });

    it("can write no other type or name, also together with that one, and in no other zone", () => {
        for (const type of ["A", "CNAME", "NS", "MX"]) {
            assert.ok(!changes(zone, [record], [type]), type);
            assert.ok(!changes(zone, [record], ["TXT", type]), type);
        }
        for (const name of ["example.com", "orders.example.com", "www.example.com", "_acme-challenge.example.com"]) {
            assert.ok(!changes(zone, [name], ["TXT"]), name);
            assert.ok(!changes(zone, [record, name], ["TXT"]), name);
        }
        assert.ok(!changes("arn:aws:route53:::hostedzone/ZANOTHER", [record], ["TXT"]));
        assert.ok(!changes(zone, [], ["TXT"]), "without a name");
        assert.ok(!changes(zone, [record], []), "without a type");
    });

    const associates = (statements: unknown[], ...vpcs: string[]) =>
        allows(statements, "route53:AssociateVPCWithHostedZone", {
            arn: "arn:aws:route53:::hostedzone/ZANOTHER",
            context: { "route53:VPCs": vpcs },
        });
    const own = "VPCId=vpc-0123456789abcdef0,VPCRegion=eu-central-1";
    const others = [
        "VPCId=vpc-0123456789abcdef1,VPCRegion=eu-central-1",
        "VPCId=vpc-0123456789abcdef0,VPCRegion=us-east-1",
    ];

    it("can associate private hosted zones with its VPC only", () => {
        assert.ok(associates(up, own));
        assert.ok(!associates(up), "without a VPC");
        for (const other of others) {
            assert.ok(!associates(up, other), other);
            assert.ok(!associates(up, own, other), other);
        }
    });

    it("can associate them with any VPC of its Region as long as the ID of its VPC is unknown", () => {
        const before = statementsOf("up.json", "up.new-vpc.json");
        assert.ok(associates(before, own));
        assert.ok(associates(before, others[0]!));
        assert.ok(!associates(before, others[1]!));
        assert.ok(!associates(before), "without a VPC");
        assert.ok(!associates(statementsOf("up.json"), own), "without either policy");
    });
});
