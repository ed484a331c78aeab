import * as assert from "node:assert/strict";

import { readAccount } from "../../cli/reach/accountNetwork";
import { knownOr } from "../../network/model/maybe";
import { NetworkIndex } from "../../network/model/networkIndex";
import { reach } from "../../network/reach/reach";
import { Account } from "../emulator/aws/account";
import { types } from "../run";
import { accountNetwork, askOf } from "./readers";

/** A VPC with a subnet, its route table, a client group and an interface endpoint of SQS. */
function account(): { account: Account; subnet: string; group: string } {
    const made = new Account();
    const subnet = made.subnet("a", "10.0.0.0/24").id;
    const table = made.routeTable("a").id;
    made.aws.create(types.association, "a", { subnetId: subnet, routeTableId: table });
    const group = made.group("app").id;
    const rule = { securityGroupId: group, ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" };
    made.aws.create(types.egress, "out", rule);
    made.aws.create(types.ingress, "in", rule);
    made.interface("sqs", "sqs", { subnetIds: [subnet], securityGroupIds: [group], privateDnsEnabled: true });
    return { account: made, subnet, group };
}

/** The answer for SQS, from answers of which some are missing. */
async function verdict(missing: string[]): Promise<string[]> {
    const { account: { aws }, subnet, group } = account();
    const index = new NetworkIndex(await accountNetwork(aws, missing));
    const from = { label: "a client", subnets: [subnet], groups: [group] };
    const answer = reach(index, { from, to: { service: "sqs" } });
    return [answer.verdict, ...answer.unknown];
}

describe("answers of AWS that are not complete", () => {
    it("are enough for a verdict that does not depend on what is missing", async () => {
        assert.deepEqual(await verdict([]), ["reachable"]);
        assert.deepEqual(await verdict(["ec2-describe-nat-gateways", "lambda-list-functions"]), ["reachable"]);
    });

    it("name what is missing where it decides", async () => {
        const lists = {
            "ec2-describe-subnets": "the subnets",
            "ec2-describe-route-tables": "",
            "ec2-describe-security-group-rules": "",
            "ec2-describe-vpc-endpoints": "",
            "route53resolver-list-resolver-rules": "",
            "route53resolver-list-firewall-rule-group-associations": "",
        };
        for (const file of Object.keys(lists)) {
            const [is, ...unknown] = await verdict([file]);
            assert.equal(is, "unknown", file);
            assert.ok(
                unknown.some((name) => name.includes(`${file}.json, which is missing`)),
                `${file}: ${unknown.join("; ")}`,
            );
        }
        assert.deepEqual((await verdict(["ec2-describe-vpc-attribute"])).slice(0, 2), [
            "unknown",
            "enableDnsSupport of " + account().account.vpc.id,
        ]);
    });

    it("are refused if they are of several accounts or Regions", async () => {
        const { account: { aws } } = account();
        const own = askOf(aws);
        const changed = (operation: string, answer: unknown) =>
            readAccount(
                (region) => async (call) => (call[1] === operation ? { path: operation, answer } : own(region)(call)),
                undefined,
            );
        const subnet = {
            SubnetId: "subnet-1",
            VpcId: "vpc-2",
            AvailabilityZone: "us-east-1a",
            CidrBlock: "10.0.0.0/24",
        };
        const codes = async (result: ReturnType<typeof changed>) => (await result).problems.map(({ code }) => code);
        assert.deepEqual(await codes(changed("describe-subnets", { Subnets: [subnet] })), ["reach.mixed-answers"]);
        const elsewhere = { ...subnet, AvailabilityZone: "eu-west-1a" };
        assert.deepEqual(await codes(changed("describe-subnets", { Subnets: [elsewhere] })), ["reach.mixed-answers"]);
        assert.deepEqual(await codes(changed("describe-subnets", { Vpcs: [] })), ["inventory.not-an-answer"]);
        assert.deepEqual((await readAccount(own, "eu-west-1")).problems.map(({ code }) => code), [
            "reach.mixed-answers",
        ]);
    });

    it("show network interfaces as workloads", async () => {
        const { account: { aws } } = account();
        aws.create("aws:lambda/function:Function", "worker", {
            role: "arn:aws:iam::123456789012:role/worker",
            vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] },
        });
        const { workloads } = await accountNetwork(aws);
        assert.deepEqual(knownOr(workloads, []).map(({ id }) => id), ["lambda:worker"]);
    });
});
