import * as assert from "node:assert/strict";

import { chooseKinds, type KindOverride } from "../../../components/plan/endpoints/chooseKinds";
import type { Service } from "../../../components/plan/facts/services";
import { knownServices } from "../../../components/plan/services/serviceNames";
import { codesOf } from "../../codesOf";

function chosen(service: Service, override: KindOverride) {
    const { chosen, problems } = chooseKinds(service, override);
    assert.deepEqual(problems, []);
    return chosen;
}

function problemsOf(service: Service, override: KindOverride) {
    const { chosen, problems } = chooseKinds(service, override);
    assert.deepEqual(chosen, [], "kinds were chosen all the same");
    return problems;
}

const reachableFrom = ["10.0.0.0/8"];

describe("the types of a service's endpoints:", () => {
    it("a service with a gateway endpoint gets only that, because it is free [sel.prefer-gateway]", () => {
        for (const service of ["s3", "dynamodb", "s3express"] as const) {
            assert.deepEqual(chosen(service, {}), [{ kind: "Gateway", reason: "gateway-is-free" }]);
        }
    });

    it("every service except s3, dynamodb and s3express gets an interface [gw.services]", () => {
        const interfaces = knownServices.filter((service) => chosen(service, {})[0]?.kind === "Interface");
        assert.deepEqual(
            knownServices.filter((service) => !interfaces.includes(service)),
            ["dynamodb", "s3", "s3express"],
        );
        for (const service of interfaces) {
            assert.deepEqual(chosen(service, {}), [{ kind: "Interface", reason: "interface-only" }]);
        }
    });

    it("DynamoDB Streams gets an interface, because DynamoDB's gateway does not serve it [ddb.streams]", () => {
        assert.deepEqual(chosen("dynamodb-streams", {}), [{ kind: "Interface", reason: "interface-only" }]);
    });

    it("kind: Interface creates an interface and no gateway", () => {
        for (const service of ["s3", "dynamodb", "sqs"] as const) {
            const only = [{ kind: "Interface", reason: "interface-asked-for" }];
            assert.deepEqual(chosen(service, { kind: "Interface" }), only);
            assert.deepEqual(chosen(service, { kind: "Interface", reachableFrom }), only);
        }
    });

    it("kind: Gateway creates a gateway and no interface", () => {
        assert.deepEqual(chosen("s3", { kind: "Gateway" }), [{ kind: "Gateway", reason: "gateway-asked-for" }]);
        assert.deepEqual(chosen("s3express", { kind: "Gateway", reachableFrom: [] }), [
            { kind: "Gateway", reason: "gateway-asked-for" },
        ]);
    });

    it("reachableFrom adds an interface after the gateway [gw.not-extendable] [s3.coexist]", () => {
        for (const service of ["s3", "dynamodb"] as const) {
            assert.deepEqual(chosen(service, { reachableFrom }), [
                { kind: "Gateway", reason: "gateway-is-free" },
                { kind: "Interface", reason: "reachable-from-outside" },
            ]);
        }
    });

    it("an empty reachableFrom adds no interface", () => {
        assert.deepEqual(chosen("s3", { reachableFrom: [] }), [{ kind: "Gateway", reason: "gateway-is-free" }]);
    });

    it("reachableFrom changes nothing if there is no gateway", () => {
        assert.deepEqual(chosen("sqs", { reachableFrom }), [{ kind: "Interface", reason: "interface-only" }]);
    });

    it("a kind that AWS does not offer is a problem that names the possible ones [gw.services] [gw.express]", () => {
        assert.deepEqual(codesOf(problemsOf("sqs", { kind: "Gateway" })), ["gw.services endpoints.sqs.kind"]);
        assert.deepEqual(codesOf(problemsOf("s3express", { kind: "Interface" })), [
            "gw.express endpoints.s3express.kind",
        ]);
    });

    it("a misspelt kind is a problem that names the possible ones [gw.services]", () => {
        assert.deepEqual(codesOf(problemsOf("s3", { kind: "Gatway" })), ["endpoints.unknown-kind endpoints.s3.kind"]);
        assert.deepEqual(codesOf(problemsOf("sqs", { kind: "interface" })), [
            "endpoints.unknown-kind endpoints.sqs.kind",
        ]);
    });

    it("a gateway with reachableFrom is a problem [gw.not-extendable]", () => {
        assert.deepEqual(codesOf(problemsOf("s3", { kind: "Gateway", reachableFrom })), [
            "gw.not-extendable endpoints.s3.reachableFrom",
        ]);
        assert.deepEqual(codesOf(problemsOf("s3express", { reachableFrom })), [
            "gw.not-extendable endpoints.s3express.reachableFrom",
        ]);
    });
});
