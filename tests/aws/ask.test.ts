import * as assert from "node:assert/strict";

import { reasonOf } from "../../components/aws/ask";

describe("the reason of a failed lookup", () => {
    const prefix = "invocation of aws:ec2/getVpcEndpointService:getVpcEndpointService returned an error:";

    it("is the provider's message, without the SDK's prefix and the request ID", () => {
        const text =
            `${prefix} 1 error occurred:\n\t* reading EC2 VPCs: StatusCode: 403, RequestID: 0f-1a, api error X: no\n\n`;
        assert.equal(reasonOf(new Error(text)), "reading EC2 VPCs: StatusCode: 403, api error X: no");
    });

    it("is never empty", () => {
        for (const text of ["", " ", prefix, `${prefix} `]) {
            assert.equal(reasonOf(new Error(text)), "the AWS provider gave no reason", text);
        }
    });
});
