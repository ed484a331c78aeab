import * as assert from "node:assert/strict";

import { denied } from "../../components/plan/denied";
import { codesOf } from "../codesOf";

const call = "reading EC2 VPC: operation error EC2: DescribeVpcs, https response error StatusCode: 403, api error";
const summary = "You are not authorized to perform this operation.";

describe("a request that AWS denies", () => {
    it("is reported by its permission, whichever policy denied it", () => {
        const user =
            "User: arn:aws:sts::123456789012:assumed-role/up/ci is not authorized to perform: ec2:DescribeVpcs "
            + "with an explicit deny in a service control policy";
        const problem = denied(`${call} UnauthorizedOperation: ${summary} ${user}`);
        assert.deepEqual(codesOf([problem]), ["aws.denied ec2:DescribeVpcs"]);
        assert.ok(problem!.message.endsWith(`: ${user}`), problem!.message);
        assert.deepEqual(
            denied(`${call} UnauthorizedOperation: ${summary} ${user} Encoded authorization failure message: 4Oq0`),
            problem,
        );
    });

    it("is reported by its operation if AWS does not name the denied action", () => {
        const problem = denied(`${call} UnauthorizedOperation: ${summary}`);
        assert.deepEqual(codesOf([problem]), ["aws.denied ec2:DescribeVpcs"]);
        assert.ok(problem!.message.endsWith(`: ${summary}`), problem!.message);
        for (const code of ["AccessDenied", "AccessDeniedException"]) {
            const text =
                `operation error STS: GetCallerIdentity, https response error StatusCode: 403, api error ${code}: no`;
            assert.equal(denied(text)?.path, "sts:GetCallerIdentity");
        }
    });

    it("is not assumed if the request fails for another reason", () => {
        assert.equal(denied("no matching EC2 VPC found"), undefined);
        assert.equal(denied(`${call} RequestLimitExceeded: Request limit exceeded.`), undefined);
        assert.equal(denied("api error AccessDenied: not authorized"), undefined);
    });
});
