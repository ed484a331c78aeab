import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { privateVpc } from "./commandRun";

/** AWS's answers about an account without VPC Block Public Access, by file. */
const answers: { [file: string]: object } = {
    "ec2-describe-vpc-block-public-access-options.json": {
        VpcBlockPublicAccessOptions: { InternetGatewayBlockMode: "off" },
    },
    "ec2-describe-vpc-block-public-access-exclusions.json": { VpcBlockPublicAccessExclusions: [] },
    "ec2-describe-vpc-encryption-controls.json": { VpcEncryptionControls: [] },
    "ec2-describe-subnets.json": { Subnets: [] },
};

describe("private-vpc plan --aws", () => {
    let folder: string;

    before(() => {
        folder = fs.mkdtempSync(path.join(os.tmpdir(), "answers-"));
        for (const [file, answer] of Object.entries(answers)) {
            fs.writeFileSync(path.join(folder, file), JSON.stringify(answer));
        }
    });

    after(() => fs.rmSync(folder, { recursive: true }));

    it("reports what the account could add to the VPC, and nothing of it without the option", async () => {
        const { code, stdout } = await privateVpc(["plan", "--stack", "dev", "--aws", folder]);
        assert.equal(code, 0);
        assert.match(stdout, /What the account could add\n +VPC Block Public Access is off/);
        assert.doesNotMatch((await privateVpc(["plan", "--stack", "dev"])).stdout, /What the account could add/);
    });

    it("is a problem for each answer that is missing, with the command that writes it", async () => {
        fs.rmSync(path.join(folder, "ec2-describe-subnets.json"));
        const { code, stderr } = await privateVpc(["plan", "--stack", "dev", "--aws", folder]);
        assert.equal(code, 1);
        assert.match(stderr.replaceAll(/\s+/g, " "), /aws ec2 describe-subnets --region us-east-1 --output json >/);
    });
});
