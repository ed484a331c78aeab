import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { privateVpc } from "./commandRun";

const vpcId = "vpc-0123456789abcdef0";
const subnetId = "subnet-0123456789abcdef0";

/** One file with AWS's answers, in a folder of its own. */
async function withAnswers<T>(action: (folder: string) => Promise<T>): Promise<T> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "reach-"));
    const answers = {
        "ec2-describe-vpcs": { Vpcs: [{ VpcId: vpcId, OwnerId: "123456789012", CidrBlock: "10.0.0.0/16" }] },
        "ec2-describe-subnets": {
            Subnets: [{ SubnetId: subnetId, VpcId: vpcId, AvailabilityZone: "us-east-1a", CidrBlock: "10.0.0.0/24" }],
        },
        "ec2-describe-route-tables": {
            RouteTables: [{
                RouteTableId: "rtb-0123456789abcdef0",
                VpcId: vpcId,
                Associations: [{ RouteTableAssociationId: "rtbassoc-1", Main: true }],
                Routes: [{ DestinationCidrBlock: "10.0.0.0/16", GatewayId: "local" }],
            }],
        },
    };
    fs.writeFileSync(path.join(folder, "answers.json"), JSON.stringify(answers));
    try {
        return await action(folder);
    } finally {
        fs.rmSync(folder, { recursive: true });
    }
}

describe("private-vpc reach", () => {
    it("answers for a stack, with what to write and an exit code", async () => {
        const good = await privateVpc(["reach", "--stack", "dev", "--from", "ecs-fargate", "--to", "s3"]);
        assert.equal(good.code, 0, good.stderr);
        assert.match(good.stdout, /^ecs-fargate -> s3: reachable$/m);
        const bad = await privateVpc(["reach", "--stack", "dev", "--from", "ecs-fargate", "--to", "kms", "--json"]);
        assert.equal(bad.code, 1);
        const { answers: [answer] } = JSON.parse(bad.stdout) as {
            answers: { verdict: string; reason: { code: string } }[];
        };
        assert.deepEqual([answer!.verdict, answer!.reason.code], ["not reachable", "service.no-endpoint"]);
        const text = await privateVpc([
            "reach",
            "--stack",
            "dev",
            "--from",
            "ecs-fargate",
            "--to",
            "kms",
            "--markdown",
        ]);
        assert.match(text.stdout, /private-vpc:services: \\\[kms\\\]/);
    });

    it("prints what every workload needs", async () => {
        const { code, stdout } = await privateVpc(["reach", "--stack", "dev", "--all"]);
        assert.equal(code, 0);
        assert.match(stdout, /ssm-session-manager +ssmmessages +reachable/);
    });

    it("names what is not known of an account, and ends with another exit code", () =>
        withAnswers(async (folder) => {
            const args = ["reach", "--aws", "answers.json", "--from", subnetId];
            const answer = await privateVpc([...args, "--to", "10.0.0.9"], { folder });
            assert.equal(answer.code, 3, answer.stderr);
            assert.match(answer.stdout, /Not known: .*the security groups of what is in subnet/);
            const away = await privateVpc([...args, "--to", "192.0.2.1"], { folder });
            assert.deepEqual([away.code, /NO_ROUTE_TO_DESTINATION/.test(away.stdout)], [1, true]);
        }));

    it("ends with 2 for arguments and input that it cannot use", async () => {
        const codes = async (...args: string[]) => (await privateVpc(["reach", ...args])).code;
        assert.equal(await codes(), 2);
        assert.equal(await codes("--all", "--to", "s3"), 2);
        assert.equal(await codes("--to", "s3", "--resource", "*"), 2);
        assert.equal(await codes("--from", "ecs-fargate", "--action", "s3:GetObject"), 2);
        assert.equal(await codes("--stack", "dev", "--aws", "answers", "--all"), 2);
        assert.equal(await codes("--to", "s3", "--port", "0"), 2);
        assert.equal(await codes("--preview", "none.json", "--all"), 2);
        assert.equal(await codes("--stack", "dev", "--from", "nobody", "--to", "s3"), 2);
    });
});

describe("private-vpc exits", () => {
    it("proves that a stack has no way out but DNS", async () => {
        const { code, stdout } = await privateVpc(["exits", "--stack", "dev"]);
        assert.equal(code, 0);
        assert.match(stdout, /s3-gateway +closed +proven: /);
        assert.match(stdout, /DNS +open/);
    });

    it("names the lists of an account that were not read", () =>
        withAnswers(async (folder) => {
            const { code, stdout } = await privateVpc(["exits", "--aws", "answers.json", "--json"], { folder });
            assert.equal(code, 3);
            assert.match(stdout, /ec2-describe-internet-gateways\.json, which is missing/);
        }));
});
