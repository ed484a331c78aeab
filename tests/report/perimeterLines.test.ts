import * as assert from "node:assert/strict";

import type { Plan, PrivateVpcArgs } from "../../components";
import { perimeterLines } from "../../components/report/perimeterLines";
import { proofDefinition } from "../../components/report/proofLines";
import { devPlan } from "./devPlan";

const linesOf = (changed: Partial<PrivateVpcArgs>) => perimeterLines(devPlan(changed));
const statement = { Sid: "Partner", Effect: "Allow", Principal: "*", Action: "sqs:SendMessage", Resource: "*" };
const partner = (Condition: object) =>
    JSON.stringify({ Version: "2012-10-17", Statement: [{ ...statement, Condition }] });

describe("the report of proofs", () => {
    it("describes once what is trusted, what is proven, what is allowed by name, and what a proof is", () => {
        assert.deepEqual(linesOf({}), [
            "Trusted: the stack's own account.",
            "Proven for all 2 endpoints: only trusted principals reach trusted resources, and nothing else is allowed "
            + "except by name.",
            "All endpoints allow by name: AWS services for trusted resources.",
            ...proofDefinition,
        ]);
        const [trusted] = linesOf({ perimeter: { organizationId: "o-exampleorgid" } });
        assert.equal(trusted, "Trusted: the stack's own account and the organization o-exampleorgid.");
        const [accounts] = linesOf({ perimeter: { accountIds: ["111122223333", "444455556666"] } });
        assert.equal(accounts, "Trusted: the stack's own account and the accounts 111122223333 and 444455556666.");
        const path = "o-exampleorgid/r-ab12/ou-ab12-11111111/*";
        const [units] = linesOf({ perimeter: { organizationPaths: [path] } });
        assert.equal(units, `Trusted: the stack's own account and the organizational units ${path}.`);
    });

    it("shows a request for each statement that lets data out, and the account that may be the own one", () => {
        const policy = partner({ StringEquals: { "aws:PrincipalAccount": "123456789012" } });
        const lines = linesOf({ endpoints: { sqs: { additionalPolicy: policy } } });
        assert.deepEqual(lines.slice(1, 4), [
            "Proven for logs-interface: only trusted principals reach trusted resources, and nothing else is allowed "
            + "except by name.",
            "Possible through sqs-interface: Partner allows arn:aws:sts::123456789012:assumed-role/app/session to call "
            + "sqs:SendMessage on arn:aws:sqs:us-east-1:111122223333:example.",
            "The account 123456789012 is not trusted: if it is the stack's own, write <accountId> in the policy.",
        ]);
    });

    it("shows five requests at most for an endpoint", () => {
        const all = Array.from({ length: 7 }, (_, index) => ({
            ...statement,
            Sid: `S${index}`,
            Resource: `arn:aws:sqs:us-east-1:111122223333:a${index}`,
        }));
        const policy = JSON.stringify({ Version: "2012-10-17", Statement: all });
        const lines = linesOf({ endpoints: { sqs: { additionalPolicy: policy } } });
        const possible = lines.filter((line) => line.startsWith("Possible"));
        assert.equal(possible.length, 6);
        assert.equal(possible[5], "Possible through sqs-interface: requests by 2 more statements.");
    });

    it("names what prevents the proof", () => {
        const policy = partner({
            StringEquals: {
                "aws:PrincipalAccount": "<accountId>",
                "aws:ResourceTag/owner": "${aws:PrincipalTag/owner}",
            },
        });
        const lines = linesOf({ endpoints: { sqs: { additionalPolicy: policy } } });
        assert.match(lines[2]!, /^Not proven for sqs-interface: Partner: .*\$\{aws:PrincipalTag\/owner\}/);
    });

    it("names endpoints that any credentials can use, and those whose policy depends on AWS's answer", () => {
        const endpoints = { logs: { policy: "full-access" } };
        const lines = linesOf({ services: ["iot.data", "logs", "sqs"], endpoints });
        assert.deepEqual(lines.filter((line) => line.startsWith("Way out")), [
            "Way out for any credentials: iot.data-interface: AWS supports no endpoint policies for the service.",
            "Way out for any credentials: logs-interface: full access.",
        ]);
    });

    it("names connections to other endpoint services, existing endpoints and policies that are outputs", () => {
        const plan = devPlan({ services: ["dynamodb"] });
        const [first] = plan.endpoints;
        const changed = (endpoint: object, more: object = {}) =>
            perimeterLines({ ...plan, ...more, endpoints: [{ ...first, ...endpoint } as Plan["endpoints"][number]] });
        assert.ok(
            changed({ service: "orders", name: "orders-interface" }).includes(
                "Way out for any credentials: orders-interface: AWS supports endpoint policies only for its own services.",
            ),
        );
        const { policy } = first!;
        assert.ok(
            changed({ policy: { ...policy, from: "custom", document: null } }).includes(
                "Not proven for dynamodb-gateway: the policy is known only during a deployment.",
            ),
        );
        const onlyIfSupported = changed({ policy: { ...policy, onlyIfSupported: true } });
        assert.match(onlyIfSupported[2]!, /^For dynamodb-gateway, this depends on whether AWS supports/);
        const leftOut = [{ service: "s3", reason: { key: "existing-endpoint" } }];
        assert.ok(changed({}, { leftOut }).includes("Not proven for s3: their endpoints exist already."));
        assert.deepEqual(perimeterLines({ ...plan, endpoints: [] }), []);
    });
});
