import * as assert from "node:assert/strict";

import { decide } from "../../../emulator/aws/dnsFirewall";
import { type Attributes, AwsError, EmulatedAws } from "../../../emulator/aws/emulatedAws";
import { types } from "../../../emulator/aws/world";

const vpcId = "vpc-0123456789abcdef0";

/** An account with a rule group in a VPC. */
class Account {
    readonly aws: EmulatedAws;
    readonly group: string;

    constructor(quotas = {}) {
        this.aws = new EmulatedAws({ region: "us-east-1", quotas });
        this.group = this.aws.create(types.firewallGroup, "group", { name: "group" }).id;
    }

    rule(priority: number, domains: string[], inputs: Attributes): string {
        const list = this.aws.create(types.firewallDomains, `list${priority}`, { domains }).id;
        const rule = { firewallRuleGroupId: this.group, firewallDomainListId: list, priority, ...inputs };
        return this.aws.create(types.firewallRule, `rule${priority}`, rule).id;
    }

    associate(priority = 9000, more: Attributes = {}): string {
        const inputs = { vpcId, firewallRuleGroupId: this.group, priority, ...more };
        return this.aws.create(types.firewallAssociation, `association${priority}`, inputs).id;
    }

    decide(...chain: string[]) {
        return decide(this.aws.state.made, vpcId, chain);
    }
}

const code = (action: () => unknown) => {
    try {
        action();
        return "accepted";
    } catch (error) {
        return (error as AwsError).code;
    }
};

const trust = { action: "ALLOW", firewallDomainRedirectionAction: "TRUST_REDIRECTION_DOMAIN" };
const block = { action: "BLOCK", blockResponse: "NXDOMAIN" };

describe("the emulated DNS Firewall", () => {
    it("decides by the first rule that matches, in the order of priorities, once a group is associated", () => {
        const account = new Account();
        account.rule(300, ["*"], block);
        account.rule(100, ["sqs.us-east-1.amazonaws.com", "*.s3.us-east-1.amazonaws.com"], trust);
        assert.equal(account.decide("example.com"), "none");
        account.associate();
        assert.equal(account.decide("example.com"), "BLOCK");
        assert.equal(account.decide("SQS.us-east-1.amazonaws.com."), "ALLOW");
        assert.equal(account.decide("a.b.s3.us-east-1.amazonaws.com"), "ALLOW");
        for (
            const name of [
                "s3.us-east-1.amazonaws.com",
                "evils3.us-east-1.amazonaws.com",
                "x.sqs.us-east-1.amazonaws.com",
            ]
        ) {
            assert.equal(account.decide(name), "BLOCK", name);
        }
        assert.equal(decide(account.aws.state.made, "vpc-00000000000000000", ["example.com"]), "none");
    });

    it("inspects every name in a chain of redirections, unless the rule trusts them", () => {
        const chain = ["bucket.s3.amazonaws.com", "s3-w.us-east-1.amazonaws.com"];
        for (const [rule, decision] of [[{ action: "ALLOW" }, "BLOCK"], [trust, "ALLOW"]] as const) {
            const account = new Account();
            account.rule(100, ["*.s3.amazonaws.com"], rule);
            account.rule(200, ["*"], block);
            account.associate();
            assert.equal(account.decide(...chain), decision);
            assert.equal(account.decide(chain[1]!), "BLOCK");
        }
    });

    it("rejects domains, names, rules and priorities that AWS rejects", () => {
        const list = (domains: string[], quotas = {}) => () =>
            new Account(quotas).aws.create(types.firewallDomains, "list", { domains });
        for (const domain of ["a.*.com", "exa_mple.com", "", "a".repeat(256)]) {
            assert.equal(code(list([domain])), "ValidationException", domain);
        }
        assert.equal(code(list(["*", "*.example.com", "example.com."])), "accepted");
        const many = Array.from({ length: 1001 }, (_, index) => `db${index}.example.com`);
        assert.equal(code(list(many)), "ValidationException");
        assert.equal(code(list(many.slice(0, 3), { "quota.firewall-domains": 2 })), "LimitExceededException");
        const name = (given: string) => () => new Account().aws.create(types.queryLog, "log", { name: given });
        for (const wrong of ["a.b", "123", "a".repeat(65)]) assert.equal(code(name(wrong)), "ValidationException");
        const rule = (inputs: Attributes) => () => new Account().rule(100, ["*"], inputs);
        for (const wrong of [{ action: "BLOCK" }, { action: "DENY" }, { ...trust, blockResponse: "NODATA" }]) {
            assert.equal(code(rule(wrong)), "ValidationException");
        }
        const account = new Account();
        account.rule(100, ["*"], trust);
        assert.equal(code(() => account.rule(100, ["example.com"], trust)), "ValidationException");
        for (const priority of [99, 9901]) {
            assert.equal(code(() => new Account().associate(priority)), "ValidationException");
        }
    });

    it("rejects a second association with a priority, of the same group, or beyond the quota", () => {
        const account = new Account({ "quota.firewall-groups": 2 });
        account.associate(200);
        assert.equal(code(() => account.associate(300)), "ConflictException");
        const [second, third] = ["b", "c"].map((name) => account.aws.create(types.firewallGroup, name, {}).id);
        assert.equal(code(() => account.associate(200, { firewallRuleGroupId: second })), "ValidationException");
        assert.equal(code(() => account.associate(300, { firewallRuleGroupId: second })), "accepted");
        assert.equal(code(() => account.associate(400, { firewallRuleGroupId: third })), "LimitExceededException");
    });

    it("refuses to delete what is in use, and an association with mutation protection", () => {
        const account = new Account();
        const rule = account.rule(100, ["*"], trust);
        const [, list] = rule.split(":");
        const association = account.associate();
        const remove = (id: string) => code(() => account.aws.delete(id));
        assert.equal(remove(list!), "ConflictException");
        assert.equal(remove(account.group), "ConflictException");
        assert.deepEqual([association, rule, list!, account.group].map(remove), Array(4).fill("accepted"));
        const guarded = new Account();
        const kept = guarded.associate(9000, { mutationProtection: "ENABLED" });
        assert.equal(code(() => guarded.aws.delete(kept)), "ConflictException");
    });

    it("rejects a destination of query logs that AWS cannot write to, and a second association with a VPC", () => {
        const { aws } = new Account();
        const log = (destinationArn: string) => aws.create(types.queryLog, destinationArn, { destinationArn });
        assert.equal(code(() => log("arn:aws:sqs:us-east-1:123456789012:logs")), "InvalidParameterException");
        const { id } = log("arn:aws:s3:::logs");
        const associate = () =>
            aws.create(types.queryLogAssociation, "logs", { resolverQueryLogConfigId: id, resourceId: vpcId });
        const made = associate();
        assert.equal(code(associate), "ResourceExistsException");
        assert.equal(code(() => aws.delete(id)), "ConflictException");
        aws.delete(made.id);
        assert.equal(code(() => aws.delete(id)), "accepted");
    });
});
