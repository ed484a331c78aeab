import * as assert from "node:assert/strict";

import { accountFindings } from "../../components/plan/network/accountSettings";
import { accountLines } from "../../components/report/accountLines";
import { readAccountSettings } from "../../inventory/readAccountSettings";
import { codesOf } from "../codesOf";

/** AWS's answers, by operation, for an account with these settings. */
function answers(mode: string, more: { [operation: string]: object } = {}): { [operation: string]: unknown } {
    return {
        "describe-vpc-block-public-access-options": {
            VpcBlockPublicAccessOptions: {
                AwsAccountId: "123456789012",
                AwsRegion: "us-east-1",
                State: "update-complete",
                InternetGatewayBlockMode: mode,
                ManagedBy: "account",
                ExclusionsAllowed: "allowed",
                ...more.options,
            },
        },
        "describe-vpc-block-public-access-exclusions": { VpcBlockPublicAccessExclusions: [], ...more.exclusions },
        "describe-vpc-encryption-controls": { VpcEncryptionControls: [], ...more.controls },
        "describe-subnets": { Subnets: [{ SubnetId: "subnet-1", VpcId: "vpc-1" }], ...more.subnets },
    };
}

const read = (given: { [operation: string]: unknown }) =>
    readAccountSettings(([, operation]) =>
        Promise.resolve({ path: `ec2-${operation}.json`, answer: given[operation] ?? {} })
    );

/** The keys of what an account with these answers could add, or of what prevents it. */
async function keys(mode: string, more?: { [operation: string]: object }): Promise<string[]> {
    const { settings, problems } = await read(answers(mode, more));
    assert.deepEqual(problems, []);
    assert.equal(accountLines(settings).length, accountFindings(settings!).length + 1);
    return accountFindings(settings!).map(({ key }) => key);
}

describe("what the account could add to a VPC", () => {
    it("is an internet gateway, unless VPC Block Public Access is on, and private ways in any case", async () => {
        assert.deepEqual(await keys("off"), ["gateway-possible", "private-ways", "nothing-enforced"]);
        assert.deepEqual(await keys("block-ingress"), ["egress-possible", "private-ways", "nothing-enforced"]);
        assert.deepEqual(await keys("block-bidirectional"), [
            "gateway-blocked",
            "exclusion-possible",
            "private-ways",
            "nothing-enforced",
        ]);
    });

    it("is no exclusion if the organization allows none", async () => {
        const options = { ManagedBy: "declarative-policy", ExclusionsAllowed: "not-allowed" };
        const { settings } = await read(answers("block-bidirectional", { options }));
        assert.deepEqual(accountFindings(settings!)[0], { key: "gateway-blocked", byPolicy: true });
        assert.ok(!(await keys("block-bidirectional", { options })).includes("exclusion-possible"));
    });

    it("names what is excluded now, the VPCs with encryption controls, and default subnets", async () => {
        const exclusion = (resource: string, State: string) => {
            return { ResourceArn: resource, InternetGatewayExclusionMode: "allow-bidirectional", State };
        };
        const { settings } = await read(answers("block-bidirectional", {
            exclusions: {
                VpcBlockPublicAccessExclusions: [
                    exclusion("arn:aws:ec2:us-east-1:123456789012:vpc/vpc-2", "create-complete"),
                    exclusion("arn:aws:ec2:us-east-1:123456789012:vpc/vpc-3", "delete-complete"),
                ],
            },
            controls: {
                VpcEncryptionControls: [
                    { VpcId: "vpc-4", Mode: "enforce", State: "available" },
                    { VpcId: "vpc-5", Mode: "monitor", State: "available" },
                ],
            },
            subnets: { Subnets: [{ SubnetId: "subnet-d", VpcId: "vpc-d", DefaultForAz: true }] },
        }));
        const lines = accountLines(settings).join("\n");
        assert.match(lines, /does not apply to arn:aws:ec2:us-east-1:123456789012:vpc\/vpc-2\./);
        assert.doesNotMatch(lines, /vpc-3/);
        assert.match(lines, /In vpc-4, VPC Encryption Controls prevent internet gateways/);
        assert.match(lines, /only monitor vpc-5/);
        assert.match(lines, /The default VPC vpc-d has public subnets, subnet-d/);
    });

    it("is not reported without AWS's answers, and a file with another answer is a problem", async () => {
        assert.deepEqual(accountLines(undefined), []);
        const wrong = { ...answers("off"), "describe-subnets": { Vpcs: [] } };
        const { settings, problems } = await read(wrong);
        assert.equal(settings, undefined);
        assert.deepEqual(codesOf(problems), ["inventory.not-an-answer ec2-describe-subnets.json"]);
    });
});
