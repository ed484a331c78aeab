import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { EmulatedAws } from "../../../emulator/aws/emulatedAws";
import { awsCli } from "../../../emulator/awsCli/awsCli";
import { fileOf } from "../../../inventory/calls";
import { types } from "../../run";
import { AdoptingProject, exportedState } from "./adopting";
import { PreparedVpc } from "./preparedVpc";

const lists = [
    ...["vpcs", "subnets", "route-tables", "vpc-endpoints", "security-groups", "security-group-rules", "network-acls"],
    ...["network-interfaces", "internet-gateways", "egress-only-internet-gateways", "carrier-gateways", "nat-gateways"],
    ...["vpn-gateways", "vpc-peering-connections", "transit-gateway-vpc-attachments"],
];

describe("private-vpc adopt, with bad input", () => {
    let project: AdoptingProject;
    let vpc: PreparedVpc;
    const answers = ["--aws", "answers", "--stack", "dev"];

    /** Saves AWS's answers in a folder. */
    const save = (aws: EmulatedAws, accountId?: string, only = lists) => {
        const folder = path.join(project.folder, "answers");
        fs.mkdirSync(folder, { recursive: true });
        const write = (name: string, args: string[]) =>
            fs.writeFileSync(path.join(folder, name), awsCli(aws, args, accountId).stdout);
        for (const list of only) write(`ec2-describe-${list}.json`, ["ec2", `describe-${list}`]);
        for (const name of ["enableDnsSupport", "enableDnsHostnames"]) {
            const call = ["ec2", "describe-vpc-attribute", "--vpc-id", vpc.id, "--attribute", name] as const;
            if (only === lists) write(fileOf(call), [...call]);
        }
    };

    beforeEach(() => {
        project = new AdoptingProject();
        vpc = new PreparedVpc(project.aws, "theirs");
        const subnet = vpc.subnet("a", 1);
        vpc.gateway("s3", [vpc.table("private", subnet)]);
        save(project.aws);
    });

    afterEach(() => project.remove());

    it("names each missing file and the command that writes it", async () => {
        fs.rmSync(path.join(project.folder, "answers", "ec2-describe-subnets.json"));
        const { code, stderr } = await project.run("adopt", vpc.id, ...answers);
        assert.equal(code, 1);
        assert.match(
            stderr,
            /aws ec2 describe-subnets --region \S+ --output json > answers\/ec2-describe-subnets\.json/,
        );
    });

    it("writes nothing through a link in its folder, also if that leads nowhere", async () => {
        const out = path.join(project.folder, "adopted");
        const elsewhere = path.join(project.folder, "elsewhere");
        fs.mkdirSync(out);
        fs.symlinkSync(elsewhere, path.join(out, "program.ts"));
        assert.deepEqual(await project.problems("adopt", vpc.id, ...answers), ["adopt.not-written --out"]);
        assert.equal(fs.existsSync(elsewhere), false);
        const { code } = await project.run("adopt", vpc.id, ...answers, "--force");
        assert.equal(code, 0);
        assert.equal(fs.existsSync(elsewhere), false);
        assert.match(fs.readFileSync(path.join(out, "program.ts"), "utf8"), /new PrivateVpc/);
        fs.symlinkSync(elsewhere, path.join(project.folder, "link"));
        assert.deepEqual(await project.problems("adopt", vpc.id, ...answers, "--out", "link/adopted"), [
            "adopt.not-written --out",
        ]);
    });

    it("rejects answers of two Regions, and of two accounts", async () => {
        const elsewhere = new EmulatedAws({ region: "eu-west-1" });
        elsewhere.create(types.subnet, "x", {
            vpcId: vpc.id,
            availabilityZone: "eu-west-1a",
            cidrBlock: "10.0.9.0/24",
        });
        save(elsewhere, undefined, ["subnets"]);
        assert.deepEqual(await project.problems("adopt", vpc.id, ...answers), ["reach.mixed-answers --aws"]);

        const other = new EmulatedAws({ region: "us-east-1" });
        new PreparedVpc(other, "others").subnet("a", 1);
        save(project.aws);
        save(other, undefined, ["subnets"]);
        assert.deepEqual(await project.problems("adopt", vpc.id, ...answers), [
            "reach.mixed-answers --aws ec2-describe-subnets.json",
        ]);
    });

    it("rejects answers of another Region than the given one, and of another account than the stack's", async () => {
        assert.deepEqual(await project.problems("adopt", vpc.id, ...answers, "--region", "eu-west-1"), [
            "reach.mixed-answers --aws",
        ]);
        const arn = "arn:aws:ec2:us-east-1:111122223333:vpc/vpc-0123456789abcdef0";
        const urn = "urn:pulumi:dev::shop::aws:ec2/vpc:Vpc::own";
        project.state = exportedState([{ urn, type: types.vpc, id: "vpc-0123456789abcdef0", outputs: { arn } }]);
        assert.deepEqual(await project.problems("adopt", vpc.id, ...answers), ["recover.other-account AWS"]);
    });

    it("rejects a stack that is not the one of the state, and asks for the Region of the AWS CLI", async () => {
        project.state = exportedState([{
            urn: "urn:pulumi:prod::shop::aws:ec2/vpc:Vpc::own",
            type: types.vpc,
            id: "x",
        }]);
        assert.deepEqual(await project.problems("adopt", vpc.id, ...answers), ["adopt.no-stack --stack"]);
        const { code, stderr } = await project.run("adopt", vpc.id, "--stack", "dev");
        assert.equal(code, 2);
        assert.match(stderr, /--region is required to run the AWS CLI/);
    });

    it("overwrites files only if asked to", async () => {
        assert.equal((await project.run("adopt", vpc.id, ...answers)).code, 0);
        assert.deepEqual(await project.problems("adopt", vpc.id, ...answers), [
            "adopt.file-exists adopted/program.ts",
            "adopt.file-exists adopted/Pulumi.dev.yaml",
            "adopt.file-exists adopted/import.json",
        ]);
        assert.equal((await project.run("adopt", vpc.id, ...answers, "--force")).code, 0);
    });

    it("checks an import file that it wrote, and one whose entries are each other's parents", async () => {
        assert.equal((await project.run("adopt", vpc.id, ...answers)).code, 0);
        const { code, stdout } = await project.run("adopt", vpc.id, ...answers, "--check", "adopted/import.json");
        assert.deepEqual([code, stdout], [0, "adopted/import.json agrees with AWS and the state.\n"]);
        const circular = {
            resources: ["a", "b"].map((name) => ({ type: "x", name, id: "y", parent: name === "a" ? "b" : "a" })),
        };
        fs.writeFileSync(path.join(project.folder, "circular.json"), JSON.stringify(circular));
        assert.deepEqual(await project.problems("adopt", vpc.id, ...answers, "--check", "circular.json"), [
            "adopt.gone resources[0].id",
            "adopt.gone resources[1].id",
        ]);
    });
});
