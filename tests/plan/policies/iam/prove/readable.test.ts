import * as assert from "node:assert/strict";

import { signedBy } from "../../../../../components/plan/policies/iam/prove/callers";
import { type Examples, readable } from "../../../../../components/plan/policies/iam/prove/readable";
import type { Request } from "../../../../../components/plan/policies/iam/request";

const found: Request = {
    ...signedBy("arn:a:iam::000000000000:root"),
    action: "s:a",
    resource: "*",
};
const role = (account: string, partition = "aws") => signedBy(`arn:${partition}:iam::${account}:role/app`, "session");
const of = (request: Request, examples: Examples, stays: (one: Request) => boolean = () => true) =>
    readable(request, examples, stays);
const owned = (owner: string): Request => ({ ...found, context: { ...found.context, "aws:ResourceAccount": owner } });

describe("a readable example request", () => {
    it("is a role's of AWS's example account, or of the same account", () => {
        assert.deepEqual(of(found, {}), { ...found, ...role("111122223333") });
        const stays = (one: Request) => one.context["aws:PrincipalAccount"] === "000000000000";
        assert.deepEqual(of(found, { partition: "aws-cn" }, stays), { ...found, ...role("000000000000", "aws-cn") });
        assert.deepEqual(of(found, {}, (one) => one.action === ""), found);
    });

    it("keeps callers that are not of an account", () => {
        const unsigned: Request = {
            principal: { type: "Anonymous" },
            action: "s:a",
            resource: "*",
            context: { "aws:PrincipalAccount": "anonymous" },
        };
        assert.deepEqual(of(unsigned, {}), unsigned);
        for (const id of ["1111222233334", "a111122223333", "111122223333a"]) {
            const odd = { ...found, context: { ...found.context, "aws:PrincipalAccount": id } };
            const stays = (one: Request) =>
                one.context["aws:PrincipalArn"] !== role("111122223333").context["aws:PrincipalArn"];
            assert.deepEqual(of(odd, {}, stays), odd, id);
        }
    });

    it("has the first action that stays, and its own otherwise", () => {
        const actions = ["sqs:SendMessage", "sqs:GetQueueUrl"];
        assert.equal(of(found, { actions }).action, "sqs:SendMessage");
        assert.equal(of(found, { actions }, ({ action }) => action !== "sqs:SendMessage").action, "sqs:GetQueueUrl");
        assert.equal(of(found, { actions }, ({ action }) => !action.startsWith("sqs")).action, "s:a");
    });

    it("has the first resource that stays, with the example's owner or its own", () => {
        const resources = ["arn:aws:s3:::bucket", "arn:aws:sqs:us-east-1:111122223333:example"];
        const target = ({ resource, context }: Request) => [resource, context["aws:ResourceAccount"]];
        assert.deepEqual(target(of(owned("000000000000"), { resources })), ["arn:aws:s3:::bucket", "111122223333"]);
        const owner = ({ context }: Request) => context["aws:ResourceAccount"] === "000000000000";
        assert.deepEqual(target(of(owned("000000000000"), { resources }, owner)), [
            "arn:aws:s3:::bucket",
            "000000000000",
        ]);
        const queue = (one: Request) => owner(one) && one.resource.includes("sqs");
        assert.deepEqual(target(of(owned("000000000000"), { resources }, queue)), [
            "arn:aws:sqs:us-east-1:000000000000:example",
            "000000000000",
        ]);
        assert.deepEqual(target(of(found, { resources })), ["arn:aws:s3:::bucket", undefined]);
        assert.ok(!("aws:ResourceAccount" in of(found, { resources }).context));
        const named = ({ resource }: Request) => resource.includes("sqs");
        assert.deepEqual(target(of(found, { resources }, named)), [resources[1], undefined]);
        const same = { ...owned("000000000000"), resource: "arn:aws:s3:::111122223333" };
        assert.deepEqual(target(of(same, {}, (one) => owner(one))), [same.resource, "000000000000"]);
    });
});
