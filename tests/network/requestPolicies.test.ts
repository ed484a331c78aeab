import * as assert from "node:assert/strict";

import { unknown } from "../../components/plan/policies/iam/truth";
import type { AwsRequest, Endpoint, Role } from "../../network/model/accessModel";
import type { Maybe } from "../../network/model/maybe";
import type { Network } from "../../network/model/network";
import { answer, decides, decision, endpoint, hopsOf, network, sqs } from "./smallNetwork";

const account = "123456789012";
const late = unknown("what is late");
const queue = `arn:aws:sqs:us-east-1:${account}:orders`;
const send: AwsRequest = { action: "sqs:SendMessage", resource: queue };
const words = `sqs:SendMessage on ${queue}`;

const policy = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const statement = (Effect: string, changed: object = {}) => ({
    Effect,
    Principal: "*",
    Action: "sqs:*",
    Resource: "*",
    ...changed,
});
const when = (operator: string, key: string, value: string) => ({ Condition: { [operator]: { [key]: value } } });
const role = (changed: Partial<Role> = {}): Role => ({
    id: "worker",
    arn: `arn:aws:iam::${account}:role/worker`,
    ...changed,
});
const own = (policies: Maybe<string>[], changed: Partial<Role> = {}) =>
    role({ policies: policies.map((document, at) => ({ name: `policy${at}`, document })), ...changed });

const asked = (
    changed: Partial<Endpoint>,
    request: AwsRequest | undefined = send,
    of: Maybe<Role> | undefined = undefined,
    more: Partial<Network> = {},
) =>
() =>
    answer(
        network({ accountId: account, endpoints: [sqs(changed)], ...more }),
        { service: "sqs" },
        { role: of },
        request,
    );
/** A policy of the endpoint with one statement; one that denies is after one that allows everything. */
const of = (effect: string, changed: object = {}, request = send, by?: Maybe<Role>, more?: Partial<Network>) =>
    asked(
        {
            policy: policy(
                ...effect === "Deny" ? [statement("Allow")] : [],
                statement(effect, { Sid: "Own", ...changed }),
            ),
        },
        request,
        by,
        more,
    );

const notAllowed = (what = words) => [
    "policy.not-allowed",
    `no statement of the policy of endpoint sqs allows ${what}`,
    `allow ${what} in the policy of endpoint sqs`,
];
const mayAllow = (...names: string[]) => [
    "unknown",
    `policy: the policy of endpoint sqs may allow ${words}`,
    `not known: ${names.join("; ")}`,
];

describe("the policy of an endpoint", () => {
    decides([
        ["allows a request", of("Allow"), "reachable"],
        ["does not allow other actions", of("Allow", { Action: "sqs:ReceiveMessage" }), ...notAllowed()],
        [
            "denies a request",
            of("Deny"),
            "policy.denied",
            `Own of endpoint sqs denies ${words}`,
            `narrow Own in the policy of endpoint sqs, so that it does not deny ${words}`,
        ],
        [
            "that is not known is unknown",
            asked({ policy: late }),
            "unknown",
            "policy: the policy of endpoint sqs is not known",
            "not known: what is late",
        ],
        [
            "that is no JSON is unknown",
            asked({ policy: "everything" }),
            "unknown",
            "policy: endpoint sqs",
            "not known: the policy of endpoint sqs, which is not JSON",
        ],
        [
            "has all resources if none is named",
            of("Allow", { Action: "sqs:List*" }, { action: "sqs:SendMessage" }),
            ...notAllowed("sqs:SendMessage on *"),
        ],
    ]);

    it("is named with the statement that decides", () => {
        const last = (changed: Partial<Endpoint>, request?: AwsRequest) =>
            hopsOf(answer(network({ accountId: account, endpoints: [sqs(changed)] }), { service: "sqs" }, {}, request))
                .at(-1);
        assert.equal(
            last({ policy: null }, send),
            "policy: endpoint sqs has AWS's default policy, which allows everything",
        );
        const document = policy(statement("Allow", { Sid: "Own" }));
        assert.equal(last({ policy: document }, send), `policy: Own of endpoint sqs allows ${words}`);
        assert.equal(
            last({ policy: document }),
            "policy: endpoint sqs has a policy; no action is given, so it is not evaluated",
        );
    });

    it("is an option of a stack, for a service of AWS", () => {
        const option = (changed: Partial<Endpoint>) => asked({ policy: policy(), ...changed })().reason!.fix.option;
        assert.deepEqual(option({}), { add: "access", service: "sqs", request: send });
        const partner = sqs({ policy: policy(), service: undefined });
        const { reason } = answer(network({ endpoints: [partner] }), { host: "sqs.us-east-1.amazonaws.com" }, {}, send);
        assert.deepEqual([reason!.code, reason!.fix.option], ["policy.not-allowed", undefined]);
        assert.equal(of("Deny")().reason!.fix.option, undefined);
    });
});

describe("what is known of a request", () => {
    const equal = (key: string, value: string, operator = "StringEquals") => when(operator, key, value);
    const perimeter = { perimeter: { organizationId: "o-exampleorgid" } };
    const worker = `arn:aws:iam::${account}:role/worker`;
    const foreign = role({ arn: "arn:aws:iam::111122223333:role/worker" });
    const value = (key: string) => `the value of ${key} in the request`;

    /** Keys with the value that the request has: another value matches nothing. */
    const keys: [key: string, value: string, by?: Role, more?: Partial<Network>, request?: AwsRequest][] = [
        ["aws:PrincipalArn", worker, role()],
        ["aws:PrincipalAccount", account],
        ["aws:PrincipalAccount", "111122223333", foreign],
        ["aws:PrincipalOrgID", "o-exampleorgid", role(), perimeter as never],
        ["aws:ResourceOrgID", "o-exampleorgid", role(), perimeter as never],
        ["aws:ResourceAccount", account],
        ["aws:ResourceAccount", "111122223333", role(), {}, {
            ...send,
            resource: queue.replace(account, "111122223333"),
        }],
        ["aws:ResourceAccount", "111122223333", role(), {}, { ...send, resourceAccount: "111122223333" }],
        ["aws:ResourceAccount", account, role(), {}, { action: send.action, resource: "arn:aws:sqs:::orders" }],
        ["aws:PrincipalIsAWSService", "false"],
        ["aws:ViaAWSService", "false"],
        ["aws:SecureTransport", "true"],
        ["aws:RequestedRegion", "us-east-1"],
        ["aws:SourceVpc", "a"],
        ["aws:SourceVpce", "sqs"],
        ["aws:PrincipalTag/team", "shop", role(), {}, { ...send, context: { "aws:PrincipalTag/team": "shop" } }],
        ["sqs:attribute", "x", role(), {}, { ...send, context: { "SQS:Attribute": "x" } }],
    ];
    for (const [key, known, by, more, request] of keys) {
        it(`is ${key}, ${known}`, () => {
            const verdict = (wanted: string) => of("Allow", equal(key, wanted), request, by, more)().verdict;
            assert.deepEqual([known, "another"].map(verdict), ["reachable", "not reachable"]);
        });
    }

    decides([
        [
            "is not a tag",
            of("Allow", equal("aws:ResourceTag/team", "shop")),
            ...mayAllow(value("aws:ResourceTag/team")),
        ],
        ["is not a service's own key", of("Allow", equal("sqs:attribute", "x")), ...mayAllow(value("sqs:attribute"))],
        [
            "is not the time",
            of("Allow", equal("aws:CurrentTime", "2026-01-01T00:00:00Z", "DateLessThan")),
            ...mayAllow(value("aws:CurrentTime")),
        ],
        [
            "is not the address within the VPC",
            of("Allow", equal("aws:VpcSourceIp", "10.0.0.0/8", "IpAddress")),
            ...mayAllow(value("aws:VpcSourceIp")),
        ],
        ["is not the user ID", of("Allow", equal("aws:userid", "x")), ...mayAllow(value("aws:userid"))],
        [
            "is not the organization of another account",
            of("Allow", equal("aws:PrincipalOrgID", "o-exampleorgid")),
            ...mayAllow(value("aws:PrincipalOrgID")),
        ],
        [
            "is not the organization of a role of another account",
            of("Allow", equal("aws:PrincipalOrgID", "o-exampleorgid"), send, foreign, perimeter as never),
            ...mayAllow(value("aws:PrincipalOrgID")),
        ],
        [
            "is not the organization of a role and of a resource of accounts that are not known",
            of(
                "Allow",
                {
                    Condition: {
                        StringEquals: { "aws:PrincipalOrgID": "o-exampleorgid", "aws:ResourceOrgID": "o-exampleorgid" },
                    },
                },
                { ...send, resource: "arn:aws:sqs:::orders" },
                undefined,
                { ...perimeter, accountId: undefined } as never,
            ),
            "unknown",
            "policy: the policy of endpoint sqs may allow sqs:SendMessage on arn:aws:sqs:::orders",
            `not known: ${value("aws:PrincipalOrgID")}; ${value("aws:ResourceOrgID")}`,
        ],
        [
            "is not the organization of a resource of another account",
            of(
                "Allow",
                equal("aws:ResourceOrgID", "o-exampleorgid"),
                { ...send, resourceAccount: "111122223333" },
                role(),
                perimeter as never,
            ),
            ...mayAllow(value("aws:ResourceOrgID")),
        ],
        [
            "is that it has no account of a resource if it names none",
            of("Allow", equal("aws:ResourceAccount", account), { action: "sqs:ListQueues" }),
            ...notAllowed("sqs:ListQueues on *"),
        ],
        [
            "is that it has no aws:SourceIp",
            of("Allow", equal("aws:SourceIp", "10.0.0.0/8", "IpAddress")),
            ...notAllowed(),
        ],
        [
            "is not the role, unless one is named",
            of("Allow", equal("aws:PrincipalArn", worker)),
            ...mayAllow(value("aws:PrincipalArn")),
        ],
        [
            "is not the account of the role, unless it is known",
            of("Allow", equal("aws:PrincipalAccount", account), send, undefined, { accountId: undefined }),
            ...mayAllow(value("aws:PrincipalAccount")),
        ],
        ["is that it is signed", of("Allow", when("Null", "aws:PrincipalArn", "false")), "reachable"],
        [
            "is that it has an account",
            of("Allow", when("Null", "aws:PrincipalAccount", "false"), send, role(), { accountId: undefined }),
            "reachable",
        ],
        [
            "is not the role that a Principal names, unless one is",
            of("Allow", { Principal: { AWS: worker } }),
            ...mayAllow(value("Principal")),
        ],
        ["is every role that a Principal of everyone names", of("Allow", { Principal: { AWS: ["*"] } }), "reachable"],
        ["is the role that a Principal names", of("Allow", { Principal: { AWS: worker } }, send, role()), "reachable"],
        [
            "is no other role that a Principal names",
            of("Allow", { Principal: { AWS: `${worker}2` } }, send, role()),
            ...notAllowed(),
        ],
        [
            "is open if a denial depends on it",
            of("Deny", equal("aws:ResourceTag/team", "shop")),
            ...mayAllow(value("aws:ResourceTag/team")),
        ],
        [
            "does not matter for other actions",
            of("Allow", { Action: "sqs:ReceiveMessage", ...equal("aws:ResourceTag/team", "shop") }),
            ...notAllowed(),
        ],
        [
            "does not matter if another condition of the statement fails",
            of("Allow", { Condition: { StringEquals: { "aws:ResourceTag/team": "shop", "aws:SourceVpce": "other" } } }),
            ...notAllowed(),
        ],
        [
            "does not matter if another statement allows the request",
            asked({ policy: policy(statement("Allow"), statement("Allow", equal("aws:ResourceTag/team", "shop"))) }),
            "reachable",
        ],
        [
            "is the same for a role whose ARN is not known",
            of("Allow", equal("aws:PrincipalArn", worker), send, role({ arn: late })),
            ...mayAllow(value("aws:PrincipalArn")),
        ],
    ]);
});

describe("the policies of a role", () => {
    const allowing = policy(statement("Allow"));
    const denying = policy(statement("Deny", { Sid: "Stop" }));
    const other = policy(statement("Allow", { Action: "kms:*" }));
    const by = (worker: Maybe<Role>, request: AwsRequest | undefined = send) => asked({}, request, worker);
    const denied = (says: string, fix: string) => ["role.not-allowed", says, fix];
    const named = (what: string) =>
        denied(`no policy of role worker allows ${what}`, `allow ${what} in a policy of role worker`);
    const limited = (document: Maybe<string>) => own([allowing], { boundary: { name: "limit", document } });
    const may = (what: string, ...names: string[]) => ["unknown", `role: ${what}`, `not known: ${names.join("; ")}`];
    const list: AwsRequest = { action: "sqs:ListQueues" };
    const resourceMay = may(
        `no policy of role worker allows ${words}`,
        `whether a policy of ${queue} allows role worker`,
    );

    decides([
        ["allow a request", by(own([other, allowing])), "reachable"],
        [
            "deny a request, whatever others allow or are not known",
            by(own([late, allowing, denying])),
            "role.denied",
            `Stop of policy policy2 denies ${words}`,
            `narrow Stop of policy policy2, so that it does not deny ${words}`,
        ],
        [
            "are limited by the boundary",
            by(limited(other)),
            ...denied(
                `policy limit, the permissions boundary of role worker, does not allow ${words}`,
                `allow ${words} in policy limit`,
            ),
        ],
        [
            "are denied by the boundary",
            by(limited(denying)),
            "role.denied",
            `Stop of policy limit denies ${words}`,
            `narrow Stop of policy limit, so that it does not deny ${words}`,
        ],
        ["allow a request within the boundary", by(limited(allowing)), "reachable"],
        [
            "are unknown within a boundary that is",
            by(limited(late)),
            ...may(`role worker may be allowed ${words}`, "what is late"),
        ],
        [
            "are unknown if a document is",
            by(own([late, other])),
            ...may(`role worker may be allowed ${words}`, "what is late"),
        ],
        [
            "are unknown if a document is no JSON policy",
            by(own(["everything"])),
            ...may(`role worker may be allowed ${words}`, "policy policy0, which is not a JSON policy"),
        ],
        [
            "are unknown if they were not read",
            by(role({ policies: late })),
            ...may("the policies of role worker are not known", "what is late"),
        ],
        ["are not evaluated if they are not given", by(role()), "reachable"],
        [
            "are not evaluated without an action",
            () => answer(network({ endpoints: [sqs()] }), { service: "sqs" }, { role: own([denying]) }),
            "reachable",
        ],
        ["are not evaluated if the role is not known", by(late), "reachable"],
        ["may be completed by the policy of a queue of the account", by(own([other])), ...resourceMay],
        ["are not completed for all resources", by(own([other]), list), ...named("sqs:ListQueues on *")],
        [
            "are not completed by the policy of another account",
            by(own([other]), { ...send, resource: queue.replace(account, "111122223333") }),
            ...named(words.replace(account, "111122223333")),
        ],
        [
            "are not completed by the policy of another account's bucket",
            by(own([other]), { ...send, resourceAccount: "111122223333" }),
            ...named(words),
        ],
        [
            "are not completed by what has no policy",
            by(own([other]), { action: "ec2:StartInstances", resource: `arn:aws:ec2:us-east-1:${account}:instance/i` }),
            ...named(`ec2:StartInstances on arn:aws:ec2:us-east-1:${account}:instance/i`),
        ],
        [
            "may be completed by a policy whose ARN has no account",
            by(own([other]), { action: "S3:GetObject", resource: "arn:aws:s3:::reports/x" }),
            ...may(
                "no policy of role worker allows S3:GetObject on arn:aws:s3:::reports/x",
                "whether a policy of arn:aws:s3:::reports/x allows role worker",
            ),
        ],
        [
            "of an unknown account may be completed",
            by(own([other], { arn: late })),
            ...resourceMay,
        ],
    ]);

    it("are named with the statement that decides, and the role by its name", () => {
        const { hops } = by(own([allowing], { name: "app" }))();
        assert.equal(hops.at(-1)!.says, `Statement[0] of policy policy0 allows role app ${words}`);
        assert.equal(hops.at(-1)!.step, "role");
    });

    it("are in addition to the endpoint policy, and know its VPC", () => {
        const fromVpc = policy(statement("Allow", when("StringEquals", "aws:SourceVpc", "a")));
        assert.deepEqual(decision(by(own([fromVpc]))()), ["reachable"]);
        const elsewhere = policy(statement("Allow", when("StringEquals", "aws:SourceVpc", "b")));
        assert.deepEqual(decision(by(own([elsewhere]), list)())[0], "role.not-allowed");
        const both = asked({ policy: policy() }, send, own([denying]))();
        assert.deepEqual(both.hops.map(({ failure }) => failure?.code).filter(Boolean), [
            "policy.not-allowed",
            "role.denied",
        ]);
    });

    it("are evaluated once for each endpoint, request and role", () => {
        const given = network({ accountId: account, endpoints: [sqs(), endpoint()] });
        const verdicts = [own([allowing]), own([denying]), own([allowing])].map((one) =>
            answer(given, { service: "sqs" }, { role: one }, send).verdict
        );
        assert.deepEqual(verdicts, ["reachable", "not reachable", "reachable"]);
    });
});
