import * as assert from "node:assert/strict";

import type { Statement } from "../../../../../components/plan/policies/iam/document";
import { callersOf, signedBy } from "../../../../../components/plan/policies/iam/prove/callers";
import { wordsOf } from "../../../../../components/plan/policies/iam/prove/words";

const of = (statement: Statement) => callersOf(wordsOf([{ Version: "2012-10-17", Statement: statement }]));
/** The principals of the signed callers without `arn:`; a session differs from its role. */
const signed = (statement: Statement) =>
    of(statement).signed.map(({ principal, context }) => {
        const [arn, key] = [Object(principal) as { arn: string }, context["aws:PrincipalArn"]];
        return arn.arn === key ? key.slice(4) : `${String(key).slice(4)} ${arn.arn.split("/").slice(2).join("/")}`;
    });
const kinds = (partition: string, account: string) => [
    `${partition}:iam::${account}:root`,
    `${partition}:iam::${account}:user/a`,
    `${partition}:iam::${account}:role/a a`,
    `${partition}:sts::${account}:federated-user/a`,
];
const [any, own] = ["000000000000", "111122223333"];
const everywhere = ["a", "aws"].flatMap((partition) => [any!, own!].flatMap((id) => kinds(partition, id)));
const assertSame = (found: string[], expected: string[]) => assert.deepEqual(found.sort(), expected.sort());

describe("the callers that represent all", () => {
    it("are one of each type, an AWS service, and an unsigned one", () => {
        const { service, unsigned } = of({});
        assertSame(signed({}), kinds("a", any!));
        assert.deepEqual(service, [{
            principal: { type: "Service", name: "a" },
            context: { "aws:PrincipalIsAWSService": "true" },
        }]);
        assert.deepEqual(unsigned, [{
            principal: { type: "Anonymous" },
            context: { "aws:PrincipalAccount": "anonymous" },
        }]);
    });

    it("are in each account that is compared", () => {
        assertSame(signed({ Principal: { AWS: own } }), [...kinds("a", any!), ...kinds("a", own!)]);
        assertSame(signed({ Condition: { StringLike: { "aws:PrincipalAccount": "1*" } } }), [
            ...kinds("a", any!),
            ...kinds("a", "100000000000"),
        ]);
        assertSame(signed({ Condition: { StringLike: { "AWS:principalaccount": "1*" } } }), [
            ...kinds("a", any!),
            ...kinds("a", "100000000000"),
        ]);
        assertSame(signed({ Condition: { StringEquals: { "aws:username": own } } }), kinds("a", any!));
    });

    it("are a user that Principal names, and others of its account and partition", () => {
        const arn = `arn:aws:iam::${own}:user/app`;
        assertSame(signed({ Principal: { AWS: arn } }), [...everywhere, `aws:iam::${own}:user/app`]);
    });

    it("are a role that Principal names, with its path and without it", () => {
        const arn = `arn:aws:iam::${own}:role/path/app`;
        const found = signed({ Principal: { AWS: arn } });
        for (const one of [`aws:iam::${own}:role/app a`, `aws:iam::${own}:role//app a`, `aws:iam::${any}:role/a a`]) {
            assert.ok(found.includes(one), `${one} in ${found.join(" ")}`);
        }
        assert.equal(found.length, 20);
        assert.equal(signed({ Principal: { AWS: `arn:aws:iam::${own}:role/app` } }).length, 20);
    });

    it("are a session that Principal names, of a role with any path", () => {
        const found = signed({ Principal: { AWS: `arn:aws:sts::${own}:assumed-role/app/a/b` } });
        assertSame(found, [
            ...everywhere,
            ...["a", "aws"].flatMap((partition) =>
                ["role/app", "role//app"].map((role) => `${partition}:iam::${own}:${role} a/b`)
            ),
        ]);
    });

    it("are those whose ARN a condition compares, with a session and without", () => {
        assertSame(signed({ Condition: { ArnLike: { "AWS:PrincipalArn": "arn:aws:iam::*:role/b*" } } }), [
            ...kinds("a", any!),
            `aws:iam::${any}:role/b a`,
        ]);
        assertSame(signed({ Condition: { StringLike: { "aws:PrincipalArn": "*app" } } }), [
            ...kinds("a", any!),
            `a:iam::${any}:user/app`,
            `a:iam::${any}:role/app a`,
            `a:sts::${any}:federated-user/app`,
        ]);
    });

    it("are an AWS service by its full name, its first part, and others that begin with it", () => {
        const { service } = of({ Principal: { Service: "logs.amazonaws.com" } });
        assert.deepEqual(service.map(({ principal }) => principal), [
            { type: "Service", name: "l" },
            { type: "Service", name: "logs" },
            { type: "Service", name: "logs." },
            { type: "Service", name: "logs.amazonaws.com" },
        ]);
    });

    it("have the keys that follow from the ARN", () => {
        assert.deepEqual(signedBy(`arn:aws:iam::${own}:role/path/app`, "session"), {
            principal: { type: "AWS", arn: `arn:aws:sts::${own}:assumed-role/app/session` },
            context: {
                "aws:PrincipalArn": `arn:aws:iam::${own}:role/path/app`,
                "aws:PrincipalAccount": own,
                "aws:PrincipalIsAWSService": "false",
            },
        });
        const user = `arn:aws:iam::${own}:user/app`;
        assert.deepEqual(signedBy(user).principal, { type: "AWS", arn: user });
    });
});
