import * as assert from "node:assert/strict";

import { planPrivateVpc, type PrivateVpcArgs } from "../../components";

const network = { cidrBlock: "10.0.0.0/16", availabilityZones: ["eu-west-1a", "eu-west-1b"] };

/** The fix of the only problem of arguments with a mistake. */
function hintOf(args: { [key: string]: unknown }): string {
    const { problems } = planPrivateVpc({ ...network, ...args } as PrivateVpcArgs);
    assert.deepEqual(problems.map(({ code }) => code), [problems[0]!.code]);
    return problems[0]!.hint;
}

describe("the fix for a value of another type", () => {
    it("is a list with the items of the given string, or an example of a list", () => {
        assert.equal(hintOf({ services: "sqs" }), "write it as a list: [sqs]");
        assert.equal(hintOf({ services: "[sqs, s3]" }), "write it as a list: [sqs, s3]");
        assert.equal(hintOf({ endpointZones: 1 }), "write it as a list, e.g. [eu-west-1a]");
        const zones = { availabilityZones: "eu-west-1a, eu-west-1b" };
        assert.equal(hintOf(zones), "write it as a list: [eu-west-1a, eu-west-1b]");
    });

    it("is the service's name if YAML reads an entry as a map", () => {
        assert.equal(hintOf({ services: [{ sqs: null }] }), "write sqs");
        assert.equal(hintOf({ services: [{ name: "sqs" }] }), "write sqs");
        const nested = { services: [{ s3: { reachableFrom: ["10.8.0.0/16"] } }] };
        assert.equal(hintOf(nested), "write s3, and its options under endpoints: { s3: … }");
    });

    it("is the value in quotes, with the leading zeros of an account ID that YAML drops", () => {
        assert.equal(hintOf({ perimeter: { organizationId: 5 } }), `quote it: "5"`);
        assert.equal(hintOf({ perimeter: { accountIds: [12345678901] } }), `quote it: "012345678901"`);
    });

    it("is to remove a key that has no value", () => {
        assert.equal(hintOf({ services: null }), "give it a value, or remove it");
    });
});

describe("the examples of fixes", () => {
    it("use the Region of the zones, unless the caller's value names another", () => {
        assert.match(hintOf({ endpointServices: { orders: { serviceName: "orders" } } }), /vpce\.eu-west-1\./);
        assert.match(hintOf({ services: ["iam"] }), /us-east-1/);
        assert.match(hintOf({ endpointZones: "us-east-1a" }), /\[us-east-1a\]/);
    });
});
