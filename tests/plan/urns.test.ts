import * as assert from "node:assert/strict";

import { childOf, type Lineage, partsOf, urnOf, urnsOf } from "../../components/plan/urns";

const net = "acme:index:Net";
const endpoints = "private-vpc:index:VpcEndpoints";
const urn = (qualifiedType: string, name: string, stack = "dev", project = "shop") =>
    urnOf({ stack, project, qualifiedType, name });

function lineage(name: string, aliases: string[] = [], parent?: Lineage): Lineage {
    const type = parent ? endpoints : net;
    return { type, name, urn: urn(parent ? `${parent.type}$${type}` : type, name), aliases, parent };
}

describe("the URNs that a resource has or had", () => {
    it("are only its own if nothing has an alias", () => {
        const child = childOf(lineage("app", [], lineage("net")), "aws:x:Y", "app-sqs");
        assert.deepEqual(urnsOf(child), [urn(`${net}$${endpoints}$aws:x:Y`, "app-sqs")]);
    });

    it("include a parent's former name if the child's name starts with the parent's", () => {
        const app = lineage("app", [urn(endpoints, "old")]);
        assert.deepEqual(urnsOf(childOf(app, "aws:x:Y", "app-sqs")).slice(1), [urn(`${endpoints}$aws:x:Y`, "old-sqs")]);
        assert.deepEqual(urnsOf(childOf(app, "aws:x:Y", "sqs")).slice(1), [urn(`${endpoints}$aws:x:Y`, "sqs")]);
    });

    it("include each alias of each ancestor, with and without the component's own", () => {
        const app = lineage("net-app", [urn(`${net}$${endpoints}`, "first")], lineage("net", [urn(net, "web")]));
        assert.deepEqual(urnsOf(childOf(app, "aws:x:Y", "net-app-sqs")).map((one) => partsOf(one).name), [
            "net-app-sqs",
            "first-sqs",
            "web-app-sqs",
        ]);
    });

    it("have the current stack and project, whatever a parent's alias has, as in the engine", () => {
        const app = lineage("app", [urn(endpoints, "app", "test", "lab")]);
        assert.deepEqual(urnsOf(app).slice(1), [urn(endpoints, "app", "test", "lab")]);
        assert.deepEqual(urnsOf(childOf(app, "aws:x:Y", "app-sqs")).slice(1), [urn(`${endpoints}$aws:x:Y`, "app-sqs")]);
    });

    it("do not include the stack among the ancestors", () => {
        const { qualifiedType } = partsOf(urn(`pulumi:pulumi:Stack$${net}`, "net"));
        assert.equal(qualifiedType, net);
        assert.equal(partsOf(urn("pulumi:pulumi:Stack", "shop-dev")).qualifiedType, "");
    });
});
