import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { unknownValue } from "../../network/sources/stackResources";
import { type Declared, preview } from "../network/previewedStack";
import { privateVpc } from "./commandRun";

const late = (from: string, inputs: object = {}, property = "vpcId"): Declared => ({
    inputs: { ...inputs, [property]: unknownValue },
    from: { [property]: [from] },
});
const network = {
    "vpc": { inputs: { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true } },
    "subnet": late("vpc", { cidrBlock: "10.0.1.0/24", availabilityZone: "us-east-1a" }),
};

describe("private-vpc reach and exits on a preview", () => {
    let folder: string;

    beforeEach(() => {
        folder = fs.mkdtempSync(path.join(os.tmpdir(), "reach-"));
    });
    afterEach(() => fs.rmSync(folder, { recursive: true }));

    async function run(resources: { [name: string]: Declared }, ...args: string[]) {
        fs.writeFileSync(path.join(folder, "preview.json"), JSON.stringify(preview(resources)));
        return privateVpc([...args, "--preview", "preview.json"], { folder });
    }

    const wrong: { [title: string]: { args: string[]; says: RegExp } } = {
        "a service that does not exist": {
            args: ["--from", "subnet", "--to", "sqss"],
            says:
                /--to\n {4}"sqss" is not a known service \[services\.unknown\]\n {4}→ did you mean "sqs" \(Amazon SQS\)\?/,
        },
        "an address that does not exist": {
            args: ["--from", "subnet", "--to", "10.0.1.300:443"],
            says: /^error: --to 10\.0\.1\.300:443 is not an IPv4 address\n/,
        },
        "an action that is none": {
            args: ["--from", "subnet", "--to", "sqs", "--action", "SendMessage"],
            says: /^error: --action SendMessage is not an IAM action, e\.g\. s3:GetObject\n/,
        },
        "a role whose ARN is none": {
            args: ["--from", "subnet", "--to", "sqs", "--role", "arn:aws:iam::app"],
            says: /^error: --role arn:aws:iam::app is not the ARN of a role/,
        },
        "a Region that does not exist": {
            args: ["--from", "subnet", "--to", "sqs", "--region", "us-east-9"],
            says:
                /us-east-9 is not a Region that this version knows \[reach\.no-region\]\n {4}→ did you mean "us-east-\d"\?/,
        },
    };
    for (const [title, { args, says }] of Object.entries(wrong)) {
        it(`reject ${title}`, async () => {
            const { code, stdout, stderr } = await run(network, "reach", ...args);
            assert.deepEqual([code, stdout], [2, ""]);
            assert.match(stderr, says);
        });
    }

    it("name what AWS creates with a VPC by the name of the VPC", async () => {
        const { code, stdout } = await run(network, "reach", "--from", "subnet", "--to", "sqs");
        assert.equal(code, 1);
        assert.match(stdout, / the main route table of VPC vpc has no route to public addresses of sqs\n/);
        assert.doesNotMatch(stdout, /urn:/);
    });

    it("name gateways by their names", async () => {
        const table = {
            "table": late("vpc"),
            "association": {
                inputs: { subnetId: unknownValue, routeTableId: unknownValue },
                from: { subnetId: ["subnet"], routeTableId: ["table"] },
            },
        };
        const { stdout } = await run({
            ...network,
            ...table,
            "gateway": late("vpc"),
            "route": {
                inputs: { routeTableId: unknownValue, destinationCidrBlock: "0.0.0.0/0", gatewayId: unknownValue },
                from: { routeTableId: ["table"], gatewayId: ["gateway"] },
            },
        }, "exits");
        assert.match(
            stdout,
            /internet gateway +open +subnet subnet -> route table table -> 0\.0\.0\.0\/0 -> internet gateway gateway\n/,
        );
    });

    it("find the public addresses that a stack declares, and do not call one closed that is not known", async () => {
        const verdict = async (associatePublicIpAddress: unknown, subnetId: unknown = unknownValue) => {
            const inputs = { ami: "ami-0123456789abcdef0", associatePublicIpAddress, subnetId };
            const instance = { inputs, from: { subnetId: ["subnet"] } };
            const { stdout } = await run({ ...network, instance }, "exits");
            return /^ +public address +(\w+) +(.*)$/m.exec(stdout)!.slice(1);
        };
        assert.deepEqual(await verdict(true), ["open", "instance gets public addresses"]);
        assert.deepEqual(await verdict(false), ["closed", "nothing in VPC vpc has one, and no subnet assigns one"]);
        assert.deepEqual(await verdict(unknownValue), ["unknown", "not known: associatePublicIpAddress of instance"]);
        assert.deepEqual(await verdict(true, "subnet-0123456789abcdef0"), [
            "unknown",
            "not known: the VPC of instance",
        ]);
    });
});
