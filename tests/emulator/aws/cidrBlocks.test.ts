import * as assert from "node:assert/strict";

import { types } from "../../../emulator/aws/world";
import { Account, refused } from "./account";

/** Associates a block with the VPC of an account. */
const add = ({ aws, vpc }: Account, cidrBlock: string) =>
    aws.create(types.cidrAssociation, cidrBlock, { vpcId: vpc.id, cidrBlock });

describe("the emulated AWS, for secondary CIDR blocks,", () => {
    it("rejects those that AWS does not combine with what the VPC has, and accepts the others [network.combined-ranges]", () => {
        const rejected: [string, string, ...string[]][] = [
            ["10.5.0.0/16", "172.16.0.0/16"],
            ["10.1.0.0/16", "10.0.0.0/16"],
            ["10.0.0.0/20", "10.0.16.0/20"],
            ["10.5.0.0/16", "198.19.0.0/16"],
            ["172.16.0.0/16", "172.31.0.0/16"],
            ["192.168.0.0/24", "10.0.0.0/16"],
            ["100.64.0.0/16", "10.0.0.0/16"],
            ["44.0.0.0/16", "198.19.0.0/16"],
        ];
        for (const [cidrBlock, other] of rejected) {
            const request = () => add(new Account({}, { cidrBlock }), other);
            refused("InvalidVpc.Range", other, /is restricted/, /does not combine/, request);
        }
        const accepted = [["10.5.0.0/16", "10.0.0.0/16"], ["10.5.0.0/16", "100.64.0.0/16"], [
            "100.64.0.0/16",
            "44.0.0.0/16",
        ]];
        for (const [cidrBlock, other] of accepted) {
            assert.match(add(new Account({}, { cidrBlock }), other!).id, /^vpc-cidr-assoc-/);
        }
    });

    it("rejects a private block after one outside the private ranges, and accepts it before", () => {
        const account = new Account();
        add(account, "10.2.0.0/16");
        add(account, "100.64.0.0/16");
        refused("InvalidVpc.Range", "10.3.0.0/16", /is restricted/, /100\.64/, () => add(account, "10.3.0.0/16"));
    });

    it("rejects blocks of another size, restricted ones, and those that overlap [network.range-overlap]", () => {
        for (const cidrBlock of ["100.64.0.0/15", "100.64.0.0/29", "100.64.0.1/16", "169.254.0.0/16", ""]) {
            refused("InvalidVpc.Range", cidrBlock, /is invalid/, /\/16 to \/28/, () => add(new Account(), cidrBlock));
        }
        const overlaps = () => add(new Account(), "10.0.128.0/20");
        refused("InvalidVpc.Range", "10.0.128.0/20", /conflicts/, /outside 10\.0\.0\.0\/16/, overlaps);
    });

    it("rejects a sixth block, or one above the account's quota [quota.cidrs-per-vpc]", () => {
        const some = ["10.2.0.0/16", "10.3.0.0/16", "10.4.0.0/16", "10.5.0.0/16"];
        const account = new Account();
        for (const cidrBlock of some) add(account, cidrBlock);
        const sixth = () => add(account, "10.6.0.0/16");
        refused("CidrLimitExceeded", "10.6.0.0/16", /allowed CIDRs: 5/, /more CIDR blocks/, sixth);
        const raised = new Account({ quotas: { "quota.cidrs-per-vpc": 6 } });
        for (const cidrBlock of [...some, "10.6.0.0/16"]) add(raised, cidrBlock);
    });

    it("accepts subnets in any block of the VPC, and keeps a block that has a subnet", () => {
        const account = new Account();
        const request = () => account.subnet("a", "100.64.0.0/24");
        refused("InvalidSubnet.Range", "a", /is invalid/, /inside 10\.0\.0\.0\/16/, request);
        const association = add(account, "100.64.0.0/16");
        const subnet = request();
        const remove = () => account.aws.delete(association.id);
        refused("InvalidCidrBlock.InUse", "100.64.0.0/16", /cannot be deleted/, /delete a first/, remove);
        account.aws.delete(subnet.id);
        remove();
        refused("InvalidSubnet.Range", "a", /is invalid/, /inside 10\.0\.0\.0\/16/, request);
    });
});
