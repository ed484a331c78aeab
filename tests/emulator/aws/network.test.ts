import * as assert from "node:assert/strict";

import { EmulatedAws } from "../../../emulator/aws/emulatedAws";
import { ipamPoolCidr } from "../../../emulator/aws/ipamPools";
import { types } from "../../../emulator/aws/world";
import { Account, refused } from "./account";

describe("the emulated AWS, for a network,", () => {
    it("rejects a VPC outside /16 to /28, and accepts the largest and the smallest", () => {
        const vpc = (cidrBlock: string) => new EmulatedAws().create(types.vpc, "vpc", { cidrBlock });
        const none = ["10.0.0.0", "10.0.0/16", "10.0.0.0/33", "10.0.0.256/24", "fd00::/24", ""];
        for (const cidrBlock of ["10.0.0.0/15", "10.0.0.0/29", "10.0.0.1/16", ...none]) {
            refused("InvalidVpc.Range", "vpc", /The CIDR '.*' is invalid/, /\/16 to \/28/, () => vpc(cidrBlock));
        }
        for (const cidrBlock of ["10.0.0.0/16", "10.0.0.0/28"]) assert.match(vpc(cidrBlock).id, /^vpc-/);
    });

    it("allocates free blocks of an IPAM pool to VPCs, and rejects those that it has no room for", () => {
        const aws = new EmulatedAws();
        const ipv4IpamPoolId = "ipam-pool-1";
        aws.create(ipamPoolCidr, "cidr", { ipamPoolId: ipv4IpamPoolId, cidr: "10.96.0.0/19" });
        const vpc = (name: string, ipv4NetmaskLength: number, more = {}) =>
            aws.create(types.vpc, name, { ipv4IpamPoolId, ipv4NetmaskLength, ...more });
        const one = vpc("one", 20);
        assert.equal(one.attributes.cidrBlock, "10.96.0.0/20");
        assert.equal(vpc("two", 21).attributes.cidrBlock, "10.96.16.0/21");
        const full = /allocation size is too big for the pool/;
        refused(
            "InvalidParameterValue",
            "three",
            full,
            /provision another CIDR to ipam-pool-1/,
            () => vpc("three", 20),
        );
        aws.update(one.id, { ipv4IpamPoolId, ipv4NetmaskLength: 20, tags: { team: "a" } });
        assert.equal(aws.read(one.id)?.attributes.cidrBlock, "10.96.0.0/20");
        aws.delete(one.id);
        assert.equal(vpc("three", 20).attributes.cidrBlock, "10.96.0.0/20");
        refused("InvalidParameterValue", "four", /is invalid/, /from 16 to 28/, () => vpc("four", 29));
        const both = () => vpc("five", 24, { cidrBlock: "10.0.0.0/24" });
        refused("InvalidParameterValue", "five", /conflicts with cidr_block/, /one of the two/, both);
    });

    it("rejects a VPC with loopback, link-local or multicast addresses [network.restricted-range]", () => {
        const vpc = (cidrBlock: string) => new EmulatedAws().create(types.vpc, "vpc", { cidrBlock });
        for (const cidrBlock of ["127.0.0.0/16", "169.254.0.0/16", "224.1.0.0/16", "0.1.0.0/24"]) {
            refused(
                "InvalidVpc.Range",
                "vpc",
                /The CIDR '.*' is invalid/,
                /outside 0\.0\.0\.0\/8/,
                () => vpc(cidrBlock),
            );
        }
        for (const cidrBlock of ["128.0.0.0/16", "169.253.0.0/16"]) assert.match(vpc(cidrBlock).id, /^vpc-/);
    });

    it("rejects a second flow log of the same traffic to the same destination, and accepts another destination", () => {
        const { aws, vpc } = new Account();
        const flowLog = (name: string, logDestination: string, trafficType = "ALL") =>
            aws.create(types.flowLog, name, { vpcId: vpc.id, trafficType, logDestination });
        const [logGroup, bucket] = ["arn:aws:logs:us-east-1:123456789012:log-group:flow", "arn:aws:s3:::flow"] as const;
        flowLog("one", logGroup);
        refused(
            "FlowLogAlreadyExists",
            "two",
            /existing Flow Log with the same configuration and log destination/,
            /one writes there already/,
            () => flowLog("two", logGroup),
        );
        assert.match(flowLog("three", bucket).id, /^fl-/);
        assert.match(flowLog("four", logGroup, "REJECT").id, /^fl-/);
    });

    it("rejects a subnet outside its VPC's CIDR block, and accepts one at its end", () => {
        const account = new Account();
        refused(
            "InvalidSubnet.Range",
            "a",
            /'10.1.0.0\/24' is invalid/,
            /inside 10.0.0.0\/16/,
            () => account.subnet("a", "10.1.0.0/24"),
        );
        refused(
            "InvalidSubnet.Range",
            "a",
            /'10.0.0.0\/29' is invalid/,
            /\/28/,
            () => account.subnet("a", "10.0.0.0/29"),
        );
        for (const none of ["10.0.1.1/24", "10.0.1.0", "10.0.0.0/15"]) {
            const message = new RegExp(`'${none}' is invalid`);
            refused("InvalidSubnet.Range", "a", message, /inside 10.0.0.0\/16/, () => account.subnet("a", none));
        }
        assert.match(account.subnet("a", "10.0.255.0/24").id, /^subnet-/);
    });

    it("rejects a subnet that overlaps another, and accepts the next one", () => {
        const account = new Account();
        account.subnet("a", "10.0.0.0/24");
        for (const shared of ["10.0.0.128/25", "10.0.0.0/23", "10.0.0.0/24"]) {
            refused(
                "InvalidSubnet.Conflict",
                "b",
                /conflicts with another subnet/,
                /addresses that a does not hold/,
                () => account.subnet("b", shared),
            );
        }
        assert.match(account.subnet("b", "10.0.1.0/24").id, /^subnet-/);
    });

    it("rejects a subnet in a zone of another Region, and accepts one of its own", () => {
        const account = new Account();
        refused(
            "InvalidParameterValue",
            "a",
            /Value \(eu-west-1a\) for parameter availabilityZone/,
            /zone of us-east-1/,
            () => account.subnet("a", "10.0.0.0/24", "eu-west-1a"),
        );
        assert.match(account.subnet("a", "10.0.0.0/24", "us-east-1f").id, /^subnet-/);
    });

    it("rejects a second route table for a subnet, and accepts one for each subnet", () => {
        const account = new Account();
        const [a, b] = [account.subnet("a", "10.0.0.0/24"), account.subnet("b", "10.0.1.0/24")];
        const associate = (name: string, subnetId: string) =>
            account.aws.create(types.association, name, { subnetId, routeTableId: account.routeTable(name).id });
        associate("first", a.id);
        refused(
            "Resource.AlreadyAssociated",
            "second",
            /conflicts with an existing/,
            /first already gives/,
            () => associate("second", a.id),
        );
        assert.match(associate("third", b.id).id, /^rtbassoc-/);
    });
});
