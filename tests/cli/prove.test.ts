import * as assert from "node:assert/strict";
import * as path from "node:path";

import { root } from "../run";
import { privateVpc } from "./commandRun";

const folder = path.join(root, "policies", "endpoints");
const prove = (args: string[], stdin = "") => privateVpc(["prove", ...args], { folder, stdin });
const open = JSON.stringify({
    Version: "2012-10-17",
    Statement: {
        ...{ Sid: "Partner", Effect: "Allow", Principal: "*", Action: "s3:PutObject", Resource: "*" },
        Condition: { StringEquals: { "aws:PrincipalAccount": "123456789012" } },
    },
});

describe("private-vpc prove", () => {
    it("proves a built-in policy, and prints what the proof covers", async () => {
        const { code, stdout } = await prove(["s3.json", "--gateway"]);
        assert.equal(code, 0);
        assert.match(stdout, /^Proven: /);
        assert.match(stdout, /does not cover DNS queries/);
    });

    it("prints the shortest request that lets data out", async () => {
        const { code, stdout } = await prove(["-", "--service", "s3", "--account", "123456789012"], open);
        assert.equal(code, 1);
        assert.match(
            stdout,
            /Partner allows arn:aws:sts::123456789012:assumed-role\/app\/session to call s3:PutObject on arn:aws:s3:::amzn-s3-demo-bucket\/key of account 111122223333\.$/m,
        );
    });

    it("compares two policies", async () => {
        const { stdout } = await prove(["full-access.json", "--service", "s3", "--against", "s3.json", "--json"]);
        const { changed } = JSON.parse(stdout) as { changed: { opened: { found: string }; closed: { found: string } } };
        assert.deepEqual([changed.opened.found, changed.closed.found], ["some", "none"]);
    });

    it("checks the policy of a resource together with the endpoint's", async () => {
        const resource = (Condition: object) =>
            JSON.stringify({
                Version: "2012-10-17",
                Statement: [
                    { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*", Condition },
                ],
            });
        const limited = resource({
            StringNotEqualsIfExists: { "aws:SourceVpc": "vpc-0123456789abcdef0" },
            BoolIfExists: { "aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false" },
        });
        const args = ["s3.json", "--gateway", "--account", "123456789012", "--resource", "-"];
        const { code, stdout } = await prove([...args, "--vpc", "vpc-0123456789abcdef0"], limited);
        assert.equal(code, 0);
        assert.match(stdout, /^The resource can be accessed only through the endpoints of trusted accounts/m);
        assert.match(stdout, /^Through the endpoint, only trusted principals and AWS services can access/m);
        const other = await prove(args, limited);
        assert.equal(other.code, 1);
        assert.match(other.stdout, /^From elsewhere: .* with aws:SourceVpc = vpc-0123456789abcdef0\.$/m);
        assert.equal((await prove([...args, "--vpc", "vpc-1"], limited)).code, 2);
        assert.equal((await prove([...args, "--endpoint", "vpc-0123456789abcdef0"], limited)).code, 2);
        assert.equal((await prove(["s3.json", "--endpoint", "vpce-0123456789abcdef0"])).code, 2);
    });

    it("reports a policy that cannot be read, and an unknown service", async () => {
        assert.equal((await prove(["none.json", "--service", "s3"])).code, 1);
        assert.equal((await prove(["-", "--service", "s3"], "{")).code, 1);
        assert.equal((await prove(["README.md"])).code, 2);
        assert.equal((await prove(["s3.json", "--account", "1"])).code, 2);
        const both = ["--organization", "o-exampleorgid", "--trust-account", "111122223333"];
        assert.equal((await prove(["s3.json", ...both])).code, 2);
    });
});
