import * as assert from "node:assert/strict";

import { fixFor, ownershipOf } from "../../../components/plan/endpoints/ownership";
import { endpointOf } from "../fixtures";

const id = "vpce-0123456789abcdef0";
const component = "urn:pulumi:dev::shop::acme:index:Net$private-vpc:index:VpcEndpoints";
const urn = `${component}$aws:ec2/vpcEndpoint:VpcEndpoint::app-sqs-interface`;
const sqs = endpointOf("sqs-interface", { services: ["sqs"] });
const found = (Name: string, owner?: string) => ({
    id,
    vpcId: "vpc-1",
    serviceName: "com.amazonaws.us-east-1.sqs",
    vpcEndpointType: "Interface",
    privateDnsEnabled: true,
    routeTableIds: [],
    tags: { Name, ...(owner !== undefined && { "private-vpc:owner": owner }) },
});

describe("the owner of an endpoint", () => {
    const inState = (held: { [id: string]: string }) => ({
        urns: [urn],
        stacks: ["dev"],
        owner: "shop/dev",
        urnsInState: new Map(Object.entries(held)),
    });

    it("is determined by the stack's state, whatever its Name tag is", () => {
        assert.deepEqual(ownershipOf(found("anything"), inState({ [id]: urn })), { by: "this resource" });
        assert.deepEqual(ownershipOf(found("dev-app-sqs-interface"), inState({})), { by: "others" });
        const other = `${component}::old`;
        assert.deepEqual(ownershipOf(found("dev-app-sqs-interface"), inState({ [id]: other })), {
            by: "this stack",
            urn: other,
        });
    });

    it("is determined by its Name tag if there is no state: any name of this resource in any stack", () => {
        const facts = {
            urns: [urn, urn.replace("::app-", "::old-")],
            stacks: ["dev", "test"],
            owner: "shop/dev",
            urnsInState: undefined,
        };
        for (const name of ["dev-app-sqs-interface", "test-old-sqs-interface"]) {
            assert.deepEqual(ownershipOf(found(name), facts), { by: "this resource" }, name);
        }
        assert.deepEqual(ownershipOf(found("prod-app-sqs-interface"), facts), { by: "unknown" });
    });
});

describe("the owner of an endpoint with an owner tag", () => {
    const facts = (urnsInState?: Map<string, string>) => ({
        urns: [urn],
        stacks: ["dev", "former"],
        owner: "shop/dev",
        urnsInState,
    });

    it("is the stack's interrupted deployment if the state does not have it and the tag names the stack", () => {
        const by = (endpoint: ReturnType<typeof found>) => ownershipOf(endpoint, facts(new Map())).by;
        assert.equal(by(found("dev-app-sqs-interface", "shop/dev")), "this stack's killed deployment");
        assert.equal(by(found("dev-app-sqs-interface", "shop/prod")), "others");
    });

    it("is another one if there is no state, whatever its Name tag is, except for the stack's former name", () => {
        assert.deepEqual(ownershipOf(found("dev-app-sqs-interface", "bank/dev"), facts()), { by: "others" });
        for (const owner of ["shop/dev", "shop/former"]) {
            assert.deepEqual(ownershipOf(found("dev-app-sqs-interface", owner), facts()), { by: "this resource" });
        }
        assert.deepEqual(ownershipOf(found("queue", "shop/dev"), facts()), { by: "unknown" });
    });

    it("has private-vpc recover as the fix after an interrupted deployment", () => {
        const fix = fixFor({ by: "this stack's killed deployment" }, sqs, id, "otherwise");
        assert.match(fix, /a deployment was killed\. .*run: npx private-vpc recover$/);
    });
});

describe("the fix for a colliding endpoint", () => {
    it("is an alias if the stack created it under another name, never existing, which would delete it", () => {
        const old = urn.replace("::app-", "::old-");
        assert.equal(
            fixFor({ by: "this stack", urn: old }, sqs, id, "otherwise"),
            `this stack created it as ${old}. If that component was renamed or moved, add its former URN to its options, `
                + `aliases: ["${component}::old"]: existing, or removing sqs, would delete the endpoint. If the program `
                + "still declares that component, request sqs in one of the two",
        );
    });

    it("is existing for another resource of the stack, once it is removed from the state", () => {
        const flat = "urn:pulumi:dev::shop::aws:ec2/vpcEndpoint:VpcEndpoint::queue";
        assert.equal(
            fixFor({ by: "this stack", urn: flat }, sqs, id, "otherwise"),
            `this stack created it as ${flat}. If the program still declares that resource, existing: { "sqs": "${id}" } keeps `
                + `it. If not, it would be deleted: first remove it from the state, pulumi state delete '${flat}'`,
        );
    });

    it("explains how to find an unknown owner, and what would be deleted", () => {
        assert.equal(
            fixFor({ by: "unknown" }, sqs, id, "otherwise"),
            `search this stack's state for ${id}: pulumi stack export | grep ${id}. If it is found, keep it with the `
                + `component's former name in aliases: [{ name: "…" }]; existing would delete it. If not, otherwise`,
        );
    });

    it("is the usual one for another owner's endpoint", () => {
        assert.equal(fixFor({ by: "others" }, sqs, id, "otherwise"), "otherwise");
    });
});
