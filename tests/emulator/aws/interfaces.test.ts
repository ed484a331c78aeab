import * as assert from "node:assert/strict";

import { attachmentTypes, groupAssociation, types } from "../../../emulator/aws/world";
import { Account, refused } from "./account";

const allow = `{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}`;

describe("the emulated AWS, for an interface endpoint,", () => {
    it("rejects an unknown service, and accepts known services and other accounts' endpoint services [name.verify]", () => {
        const account = new Account();
        refused(
            "InvalidServiceName",
            "a",
            /'com.amazonaws.us-east-1.sqss' does not exist/,
            /a service of us-east-1/,
            () => account.interface("a", "sqss"),
        );
        assert.match(account.interface("a", "sqs").id, /^vpce-/);
        const own = { serviceName: "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0" };
        assert.match(account.interface("b", "", own).id, /^vpce-/);
        const malformed = { serviceName: "com.amazonaws.vpce.us-east-1.orders" };
        refused(
            "InvalidServiceName",
            "c",
            /'com.amazonaws.vpce.us-east-1.orders' does not exist/,
            /a service of/,
            () => account.interface("c", "", malformed),
        );
    });

    it("rejects a service with gateway endpoints only, and accepts both types for S3 [name.two-types] [s3.coexist]", () => {
        const account = new Account();
        refused(
            "InvalidParameter",
            "a",
            /Endpoint type \(Interface\) does not match available service types \(\[Gateway\]\)/,
            /use Gateway/,
            () => account.interface("a", "s3express"),
        );
        account.gateway("gateway", "s3");
        assert.match(account.interface("a", "s3").id, /^vpce-/);
    });

    it("rejects route tables, and accepts subnets [gw.no-sg-subnet]", () => {
        const account = new Account();
        refused(
            "InvalidParameter",
            "a",
            /does not take routeTableIds/,
            /give it subnetIds/,
            () => account.interface("a", "sqs", { routeTableIds: ["rtb-1"] }),
        );
        assert.match(account.interface("a", "sqs", { subnetIds: ["subnet-1"] }).id, /^vpce-/);
    });

    it("rejects two subnets in one zone, and accepts one in each [if.subnet-per-az]", () => {
        const account = new Account();
        const [a, b] = [account.subnet("a", "10.0.0.0/24"), account.subnet("b", "10.0.1.0/24")];
        const c = account.subnet("c", "10.0.2.0/24", "us-east-1b");
        refused(
            "DuplicateSubnetsInSameZone",
            "sqs",
            new RegExp(b.id),
            /leave out b/,
            () => account.interface("sqs", "sqs", { subnetIds: [a.id, b.id] }),
        );
        assert.match(account.interface("sqs", "sqs", { subnetIds: [a.id, c.id] }).id, /^vpce-/);
    });

    it("rejects a zone without the service, and accepts the others [if.az-support]", () => {
        const account = new Account({ zonesWithout: { sqs: ["us-east-1a"] } });
        const [a, b] = [account.subnet("a", "10.0.0.0/24"), account.subnet("b", "10.0.1.0/24", "us-east-1b")];
        refused(
            "InvalidParameter",
            "sqs",
            /does not support the availability zone of the subnet/,
            /us-east-1a out/,
            () => account.interface("sqs", "sqs", { subnetIds: [a.id, b.id] }),
        );
        assert.match(account.interface("sqs", "sqs", { subnetIds: [b.id] }).id, /^vpce-/);
        assert.match(account.interface("sns", "sns", { subnetIds: [a.id] }).id, /^vpce-/);
    });

    it("rejects security groups of another VPC, and accepts those of its own VPC and those associated with it", () => {
        const account = new Account();
        const [own, strange] = [account.group("own"), account.group("strange", "vpc-other")];
        refused(
            "InvalidParameter",
            "sqs",
            /belong to different networks/,
            /strange is of vpc-other/,
            () => account.interface("sqs", "sqs", { securityGroupIds: [own.id, strange.id] }),
        );
        assert.match(account.interface("sqs", "sqs", { securityGroupIds: [own.id] }).id, /^vpce-/);
        account.aws.create(groupAssociation, "to-other", { securityGroupId: strange.id, vpcId: "vpc-third" });
        const groups = { securityGroupIds: [strange.id] };
        refused(
            "InvalidParameter",
            "kms",
            /different networks/,
            /vpc-other/,
            () => account.interface("kms", "kms", groups),
        );
        account.aws.create(groupAssociation, "to-own", { securityGroupId: strange.id, vpcId: account.vpc.id });
        assert.match(account.interface("kms", "kms", groups).id, /^vpce-/);
    });

    it("rejects more security groups than the quota, and accepts exactly the quota [quota.sg-per-eni]", () => {
        const account = new Account();
        const groups = ["a", "b", "c", "d", "e", "f"].map((name) => account.group(name).id);
        refused(
            "SecurityGroupsPerInterfaceLimitExceeded",
            "sqs",
            /6 security groups, of 5/,
            /merge groups/,
            () => account.interface("sqs", "sqs", { securityGroupIds: groups }),
        );
        assert.match(account.interface("sqs", "sqs", { securityGroupIds: groups.slice(1) }).id, /^vpce-/);
    });

    it("rejects private DNS if the VPC's DNS attributes are off, and accepts it with both on [if.private-dns-attrs]", () => {
        for (const off of ["enableDnsSupport", "enableDnsHostnames"]) {
            const account = new Account({}, { [off]: false });
            refused(
                "InvalidParameter",
                "sqs",
                /requires both enableDnsSupport and enableDnsHostnames/,
                /on for vpc/,
                () => account.interface("sqs", "sqs", { privateDnsEnabled: true }),
            );
            assert.match(account.interface("sqs", "sqs").id, /^vpce-/);
        }
        assert.match(new Account().interface("sqs", "sqs", { privateDnsEnabled: true }).id, /^vpce-/);
    });

    it("rejects private DNS for a service without it, and accepts the endpoint with private DNS off [ddb.no-private-dns]", () => {
        const account = new Account();
        refused(
            "InvalidParameter",
            "a",
            /does not provide a private DNS name/,
            /private DNS off/,
            () => account.interface("a", "dynamodb", { privateDnsEnabled: true }),
        );
        assert.match(account.interface("a", "dynamodb").id, /^vpce-/);
    });

    it("rejects private DNS names that another endpoint of the VPC uses, and accepts a second one without them [if.private-dns-conflict]", () => {
        const account = new Account();
        account.interface("first", "sqs", { privateDnsEnabled: true });
        refused(
            "InvalidParameter",
            "second",
            /already a conflicting DNS domain for sqs/,
            /first already holds/,
            () => account.interface("second", "sqs", { privateDnsEnabled: true }),
        );
        assert.match(account.interface("second", "sqs").id, /^vpce-/);
        assert.match(account.interface("third", "sns", { privateDnsEnabled: true }).id, /^vpce-/);
    });

    it("rejects private DNS names that are the name of a private hosted zone of the VPC [if.private-dns-conflict]", () => {
        const account = new Account();
        const zone = (vpcId: string, name: string) =>
            account.aws.create(attachmentTypes.zone, name, {
                name: `${name}.us-east-1.amazonaws.com`,
                vpcs: [{ vpcId }],
            });
        zone("vpc-2", "sns");
        zone(account.vpc.id, "sqs");
        refused(
            "InvalidParameter",
            "second",
            /already a conflicting DNS domain for sqs\.us-east-1\.amazonaws\.com/,
            /private hosted zone/,
            () => account.interface("second", "sqs", { privateDnsEnabled: true }),
        );
        assert.match(account.interface("second", "sqs").id, /^vpce-/);
        assert.match(account.interface("third", "sns", { privateDnsEnabled: true }).id, /^vpce-/);
    });

    it("rejects S3's names for inbound Resolvers without a gateway, also if the flag is not set [s3.inbound-only-default]", () => {
        const account = new Account();
        const named = (flag?: boolean) => ({
            privateDnsEnabled: true,
            ...(flag === undefined ? {} : { dnsOptions: { privateDnsOnlyForInboundResolverEndpoint: flag } }),
        });
        for (const flag of [true, undefined]) {
            refused(
                "InvalidParameter",
                "s3",
                /must have a gateway endpoint for the service/,
                /gateway endpoint first/,
                () => account.interface("s3", "s3", named(flag)),
            );
        }
        assert.match(account.interface("alone", "s3", named(false)).id, /^vpce-/);
        const other = new Account();
        other.gateway("gateway", "s3");
        assert.match(other.interface("s3", "s3", named(true)).id, /^vpce-/);
        assert.match(other.interface("sqs", "sqs", named()).id, /^vpce-/);
    });

    it("rejects a policy that is not JSON or lacks an element, and accepts a complete one [pol.grammar]", () => {
        const account = new Account();
        for (const policy of ["{", "{}", `{"Statement":[]}`, allow.replace(`"Principal":"*",`, "")]) {
            refused(
                "InvalidPolicyDocument",
                "a",
                /invalid Json or lacks an element/,
                /Effect and a Principal/,
                () => account.interface("a", "sqs", { policy }),
            );
        }
        assert.match(account.interface("a", "sqs", { policy: allow }).id, /^vpce-/);
    });

    it("rejects a policy longer than the quota, counting white space, and accepts the longest [quota.policy-size]", () => {
        const account = new Account();
        refused(
            "InvalidPolicyDocument",
            "a",
            /has 20481 characters, more than 20480/,
            /merge statements/,
            () => account.interface("a", "sqs", { policy: allow.padEnd(20_481) }),
        );
        assert.match(account.interface("a", "sqs", { policy: allow.padEnd(20_480) }).id, /^vpce-/);
    });

    it("rejects a policy for a service that supports none, and accepts full access [pol.unsupported]", () => {
        const account = new Account({ servicesWithoutPolicy: ["email-smtp"] });
        const narrow = allow.replace(`"Action":"*"`, `"Action":"ses:SendEmail"`);
        refused(
            "InvalidParameter",
            "a",
            /only supports the full-access endpoint policy/,
            /full-access/,
            () => account.interface("a", "email-smtp", { policy: narrow }),
        );
        assert.match(account.interface("a", "email-smtp", { policy: allow }).id, /^vpce-/);
        assert.match(account.interface("b", "sqs", { policy: narrow }).id, /^vpce-/);
    });

    it("rejects more than the VPC's quota, and accepts exactly the quota [quota.interface-per-vpc]", () => {
        const account = new Account();
        for (let made = 0; made < 50; made++) account.interface(`sqs-${made}`, "sqs");
        refused(
            "VpcEndpointLimitExceeded",
            "one-more",
            /has 50 interface endpoints, of 50/,
            /ask AWS for more/,
            () => account.interface("one-more", "sqs"),
        );
        assert.match(account.gateway("gateway", "s3").id, /^vpce-/);
        const raised = new Account({ quotas: { "quota.interface-per-vpc": 51 } });
        for (let made = 0; made < 51; made++) raised.interface(`sqs-${made}`, "sqs");
    });
});

describe("the emulated AWS, for a security group,", () => {
    const rule = (securityGroupId: string, more: object) => ({
        securityGroupId,
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        ...more,
    });

    it("rejects a duplicate rule, and accepts it for another port", () => {
        const account = new Account();
        const { id } = account.group("group");
        account.aws.create(types.ingress, "first", rule(id, { cidrIpv4: "10.0.0.0/16" }));
        refused(
            "InvalidPermission.Duplicate",
            "second",
            /rule already exists/,
            /first says the same/,
            () => account.aws.create(types.ingress, "second", rule(id, { cidrIpv4: "10.0.0.0/16" })),
        );
        account.aws.create(types.ingress, "third", rule(id, { cidrIpv4: "10.0.0.0/16", fromPort: 80, toPort: 80 }));
        account.aws.create(types.egress, "fourth", rule(id, { cidrIpv4: "10.0.0.0/16" }));
    });

    it("rejects more rules per direction than the quota, counting a prefix list with its maximum entries [quota.sg-rules]", () => {
        const account = new Account();
        const { id } = account.group("group");
        const [light, heavy] = [account.gateway("s3", "s3"), account.gateway("s3express", "s3express")];
        for (let made = 0; made < 54; made++) {
            account.aws.create(types.egress, `rule-${made}`, rule(id, { cidrIpv4: `10.0.${made}.0/24` }));
        }
        account.aws.create(types.egress, "heavy", rule(id, { prefixListId: heavy.attributes.prefixListId }));
        refused(
            "RulesPerSecurityGroupLimitExceeded",
            "light",
            /would have 61 rules for IPv4 in one direction, of 60/,
            /merge/,
            () => account.aws.create(types.egress, "light", rule(id, { prefixListId: light.attributes.prefixListId })),
        );
        account.aws.create(types.ingress, "in", rule(id, { cidrIpv4: "10.0.0.0/16" }));
    });

    it("counts rules for IPv4 and IPv6 separately, and a referenced security group for both [quota.sg-rules]", () => {
        const account = new Account();
        const { id } = account.group("group");
        const other = account.group("other");
        const add = (name: string, to: object) => account.aws.create(types.ingress, name, rule(id, to));
        for (let made = 0; made < 60; made++) add(`ipv4-${made}`, { cidrIpv4: `10.0.${made}.0/24` });
        for (let made = 0; made < 60; made++) add(`ipv6-${made}`, { cidrIpv6: `fd00:0:0:${made}::/64` });
        const refusal = "RulesPerSecurityGroupLimitExceeded";
        refused(refusal, "ipv4", /61 rules for IPv4/, /merge/, () => add("ipv4", { cidrIpv4: "10.1.0.0/24" }));
        refused(refusal, "ipv6", /61 rules for IPv6/, /merge/, () => add("ipv6", { cidrIpv6: "fd00:1::/64" }));
        refused(refusal, "group", /61 rules/, /merge/, () => add("group", { referencedSecurityGroupId: other.id }));
    });

    it("rejects a name that another group of the VPC has, and accepts it in another VPC", () => {
        const { aws, vpc } = new Account();
        aws.create(types.group, "first", { vpcId: vpc.id, name: "web" });
        refused(
            "InvalidGroup.Duplicate",
            "second",
            /'web' already exists/,
            /leave the name/,
            () => aws.create(types.group, "second", { vpcId: vpc.id, name: "web" }),
        );
        aws.create(types.group, "third", { vpcId: "vpc-other", name: "web" });
    });
});
