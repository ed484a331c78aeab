import * as assert from "node:assert/strict";

import { Account, refused } from "./account";

describe("privateDnsOnlyForInboundResolverEndpoint in the emulated AWS", () => {
    it("is reported as it was sent, or with its default, and only for S3 with private DNS [s3.inbound-only-default] [s3.inbound-only-scope]", () => {
        const account = new Account();
        account.gateway("gateway", "s3");
        const reported = (service: string, inputs: object) => {
            const { id, attributes } = account.interface("a", service, { privateDnsEnabled: true, ...inputs });
            account.aws.delete(id);
            return attributes.dnsOptions;
        };
        for (const flag of [true, false]) {
            const dnsOptions = { privateDnsOnlyForInboundResolverEndpoint: flag };
            assert.deepEqual(reported("s3", { dnsOptions }), dnsOptions);
            assert.equal(reported("sqs", { dnsOptions }), undefined);
        }
        assert.deepEqual(reported("s3", {}), { privateDnsOnlyForInboundResolverEndpoint: true });
        assert.equal(reported("s3", { privateDnsEnabled: false }), undefined);
    });

    it("is always true in China, since the provider does not send it there, and requires a gateway endpoint [s3.inbound-only-default] [name.china]", () => {
        const account = new Account({ region: "cn-north-1" });
        const named = (name: string, flag?: boolean) =>
            account.interface(name, "", {
                serviceName: "cn.com.amazonaws.cn-north-1.s3",
                privateDnsEnabled: true,
                ...(flag === undefined ? {} : { dnsOptions: { privateDnsOnlyForInboundResolverEndpoint: flag } }),
            });
        for (const flag of [true, false, undefined]) {
            refused(
                "InvalidParameter",
                "s3",
                /must have a gateway endpoint for the service/,
                /gateway endpoint first/,
                () => named("s3", flag),
            );
        }
        const gateway = account.gateway("gateway", "", { serviceName: "com.amazonaws.cn-north-1.s3" });
        for (const flag of [true, false, undefined]) {
            const made = named("s3", flag);
            assert.deepEqual(made.attributes.dnsOptions, { privateDnsOnlyForInboundResolverEndpoint: true });
            refused("InvalidParameter", "gateway", /set to true/, /delete s3/, () => account.aws.delete(gateway.id));
            account.aws.delete(made.id);
        }
    });

    it("keeps its value if an update does not send it [s3.inbound-only-default]", () => {
        const account = new Account();
        const dnsOptions = { privateDnsOnlyForInboundResolverEndpoint: false };
        account.gateway("gateway", "s3");
        const { id, attributes } = account.interface("s3", "s3", { privateDnsEnabled: true, dnsOptions });
        const { vpcId, serviceName, vpcEndpointType, privateDnsEnabled } = attributes;
        const changed = account.aws.update(id, { vpcId, serviceName, vpcEndpointType, privateDnsEnabled, tags: {} });
        assert.deepEqual(changed.attributes.dnsOptions, dnsOptions);
    });
});
