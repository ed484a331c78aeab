import * as assert from "node:assert/strict";

import type { Attributes } from "../../../emulator/aws/emulatedAws";
import { changesOf, comparedWith } from "../../../emulator/engine/provider/diff";
import { takenProperties, unknownProperties } from "../../../emulator/engine/provider/properties";
import { replacementOf } from "../../../emulator/engine/provider/replacements";
import { types } from "../../run";

describe("the provider of the emulated AWS", () => {
    it("replaces resources of every type for the inputs for which the pinned @pulumi/aws does", () => {
        for (const type of Object.values(types)) {
            const { inputs, oneOf = [] } = replacementOf(type);
            const misspelt = [...inputs, ...oneOf].filter((input) => !takenProperties(type).includes(input));
            assert.deepEqual([type, misspelt], [type, []]);
        }
    });

    it("reports that it does not know what replaces a resource of another type", () => {
        assert.throws(() => changesOf("aws:ec2/instance:Instance", {}, { ami: "ami-1" }), /aws:ec2\/instance:Instance/);
    });

    it("reports what was added, changed and removed, and treats reordered IDs as equal", () => {
        const before = { vpcId: "vpc-1", policy: "{}", subnetIds: ["subnet-1", "subnet-2"], privateDnsEnabled: true };
        const after = { vpcId: "vpc-2", policy: "{}", subnetIds: ["subnet-2", "subnet-1"], tags: {} };
        assert.deepEqual(changesOf(types.endpoint, before, after), {
            privateDnsEnabled: { kind: "DELETE", replaces: false },
            tags: { kind: "ADD", replaces: false },
            vpcId: { kind: "UPDATE", replaces: true },
        });
    });

    it("treats equivalent policies as equal, and compares anything that is not JSON as a string", () => {
        const [policy, rearranged] = [
            `{"Version":"2012-10-17","Statement":[]}`,
            `{ "Statement": [], "Version": "2012-10-17" }`,
        ];
        assert.deepEqual(changesOf(types.endpoint, { policy }, { policy: rearranged }), {});
        const update = { policy: { kind: "UPDATE", replaces: false } };
        assert.deepEqual(changesOf(types.endpoint, { policy }, { policy: `{"Version":"2012-10-17"}` }), update);
        assert.deepEqual(changesOf(types.endpoint, { policy: "{" }, { policy: "{ " }), update);
    });

    it("replaces a resource that moves to another Region", () => {
        assert.deepEqual(changesOf(types.group, { region: "us-east-1" }, { region: "eu-west-1" }), {
            region: { kind: "UPDATE", replaces: true },
        });
    });

    it("replaces a rule whose source changes to another kind, and updates another CIDR block in place", () => {
        const rule = { securityGroupId: "sg-1", cidrIpv4: "10.0.0.0/16" };
        assert.deepEqual(changesOf(types.ingress, rule, { ...rule, cidrIpv4: "10.1.0.0/16" }), {
            cidrIpv4: { kind: "UPDATE", replaces: false },
        });
        assert.deepEqual(changesOf(types.ingress, rule, { securityGroupId: "sg-1", prefixListId: "pl-1" }), {
            cidrIpv4: { kind: "DELETE", replaces: true },
            prefixListId: { kind: "ADD", replaces: true },
        });
    });

    it("compares DNS options with those in AWS, and ignores them if the program sets none [s3.inbound-only-default]", () => {
        const flag = (value: boolean) => ({ dnsOptions: { privateDnsOnlyForInboundResolverEndpoint: value } });
        const changes = (before: Attributes, state: Attributes, after: Attributes) =>
            changesOf(types.endpoint, comparedWith(types.endpoint, before, state, after), after);
        const update = { dnsOptions: { kind: "UPDATE", replaces: false } };
        assert.deepEqual(changes(flag(false), flag(true), flag(false)), update);
        assert.deepEqual(changes(flag(false), flag(true), flag(true)), {});
        assert.deepEqual(changes(flag(true), flag(true), {}), {});
        assert.deepEqual(changes(flag(true), {}, flag(true)), { dnsOptions: { kind: "ADD", replaces: false } });
        assert.deepEqual(changes({ vpcId: "vpc-1" }, { vpcId: "vpc-2" }, { vpcId: "vpc-1" }), {});
    });

    it("knows an endpoint's inputs, and reports those unknown to @pulumi/aws, also nested ones", () => {
        const known = { vpcId: "vpc-1", dnsOptions: { privateDnsOnlyForInboundResolverEndpoint: true } };
        assert.deepEqual(unknownProperties(types.endpoint, known), []);
        const misspelt = { vpcID: "vpc-1", dnsOptions: { privateDnsOnlyForInboundResolver: true } };
        assert.deepEqual(unknownProperties(types.endpoint, misspelt), [
            "vpcID",
            "dnsOptions.privateDnsOnlyForInboundResolver",
        ]);
    });
});
