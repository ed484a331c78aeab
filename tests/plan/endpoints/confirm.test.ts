import * as assert from "node:assert/strict";

import { confirm, fromCatalogue } from "../../../components/plan/endpoints/confirm";
import type { PlannedEndpoint } from "../../../components/plan/kinds/endpointKinds";
import { codesOf } from "../../codesOf";
import { endpointOf } from "../fixtures";

const sqs = endpointOf("sqs-interface", { services: ["sqs"] });
const acm = endpointOf("acm-interface", { services: ["acm"] });
const iot = endpointOf("iot.data-interface", { services: ["iot.data"] });
const both = ["us-east-1a", "us-east-1b"];
const answer = { availabilityZones: both, privateDnsName: "x", vpcEndpointPolicySupported: true };
const contradictions = (planned: PlannedEndpoint, said: object, override = {}) =>
    codesOf(confirm(planned, override, { ...answer, ...said }).problems);
const messagesOf = (planned: PlannedEndpoint, said: object, override = {}) =>
    confirm(planned, override, { ...answer, ...said }).problems.map(({ path, message }) => `${path}: ${message}`);

describe("a planned endpoint compared with AWS's answer", () => {
    it("is unchanged if AWS agrees, and if a mock returns nothing", () => {
        const asPlanned = { endpoint: sqs, takesPolicy: true, warnings: [] };
        assert.deepEqual(confirm(sqs, {}, answer), { confirmed: asPlanned, problems: [] });
        assert.deepEqual(confirm(sqs, {}, {}), { confirmed: asPlanned, problems: [] });
    });

    it("loses the zones that AWS does not offer, with a warning [if.az-support]", () => {
        const { confirmed, problems } = confirm(sqs, {}, {
            ...answer,
            availabilityZones: ["us-east-1b", "us-east-1c"],
        });
        assert.deepEqual([confirmed.endpoint, problems], [{ ...sqs, zones: ["us-east-1b"] }, []]);
        assert.deepEqual(codesOf(confirmed.warnings), ["if.az-support endpoints.sqs.zones"]);
    });

    it("is a contradiction if a zone was requested by name, or none is left [if.az-support]", () => {
        const availabilityZones = ["us-east-1b"];
        const contradicted = ["if.az-support endpoints.sqs.zones"];
        assert.deepEqual(contradictions(sqs, { availabilityZones }, { zones: both }), contradicted);
        assert.deepEqual(contradictions(sqs, { availabilityZones: ["us-east-1f"] }), contradicted);
    });

    it("is a contradiction if the catalogue has private DNS and AWS does not", () => {
        assert.deepEqual(contradictions(sqs, { privateDnsName: "" }), [
            "endpoints.no-private-dns endpoints.sqs.privateDns",
        ]);
        assert.deepEqual(contradictions({ ...sqs, privateDns: false }, { privateDnsName: "" }), []);
    });

    it("uses AWS's answer on private DNS if the catalogue does not know, unless it was requested", () => {
        const unknown = endpointOf("cloudfront-interface", { services: ["cloudfront"] });
        assert.deepEqual([unknown.privateDns, unknown.privateDnsNames], [true, null]);
        const { confirmed, problems } = confirm(unknown, {}, { ...answer, privateDnsName: "" });
        assert.deepEqual([confirmed.endpoint.privateDns, problems], [false, []]);
        assert.deepEqual(codesOf(confirmed.warnings), ["endpoints.no-private-dns endpoints.cloudfront.privateDns"]);
        assert.equal(confirm(unknown, {}, answer).confirmed.endpoint.privateDns, true);
        assert.equal(contradictions(unknown, { privateDnsName: "" }, { privateDns: true }).length, 1);
    });

    it("uses AWS's answer on policy support if the catalogue does not know [pol.unsupported]", () => {
        assert.equal(acm.policy.onlyIfSupported, true);
        assert.equal(fromCatalogue(acm).takesPolicy, undefined);
        assert.equal(confirm(acm, {}, answer).confirmed.takesPolicy, true);
        const { confirmed, problems } = confirm(acm, {}, { ...answer, vpcEndpointPolicySupported: false });
        assert.deepEqual([confirmed.takesPolicy, problems], [false, []]);
        assert.deepEqual(codesOf(confirmed.warnings), ["pol.unsupported endpoints.acm.policy"]);
        assert.equal(fromCatalogue(iot).takesPolicy, false);
    });

    it("is a contradiction if catalogue and AWS disagree on policy support, and names both [pol.unsupported]", () => {
        assert.deepEqual(contradictions(sqs, { vpcEndpointPolicySupported: false }), [
            "pol.unsupported endpoints.sqs.policy",
        ]);
        assert.deepEqual(contradictions(iot, {}), ["pol.default endpoints.iot.data.policy"]);
        assert.deepEqual(contradictions(iot, { vpcEndpointPolicySupported: false }), []);
        const full = endpointOf("sqs-interface", { services: ["sqs"], endpoints: { sqs: { policy: "full-access" } } });
        assert.deepEqual(contradictions(full, { vpcEndpointPolicySupported: false }), []);
    });

    it("is unchanged if it is a gateway, in whatever zones AWS offers the service", () => {
        const s3 = endpointOf("s3-gateway", { services: ["s3"] });
        assert.deepEqual(contradictions(s3, { availabilityZones: [], privateDnsName: "" }), []);
        assert.deepEqual(confirm(s3, {}, { ...answer, availabilityZones: ["us-east-1f"] }).confirmed.endpoint, s3);
    });

    it("has a fix for each contradiction", () => {
        const fixesOf = (planned: PlannedEndpoint, said: object, override = {}) =>
            confirm(planned, override, { ...answer, ...said }).problems.map(({ hint }) => hint);
        const zones = [...both, "us-east-1c"];
        assert.deepEqual(fixesOf({ ...sqs, zones }, { availabilityZones: both }, { zones }), [
            "list only us-east-1a, us-east-1b, or remove it",
        ]);
        assert.deepEqual(fixesOf(sqs, { availabilityZones: ["us-east-1f"] }), [
            "add one of these zones to the VPC, or remove the service",
        ]);
        assert.deepEqual(fixesOf(sqs, { privateDnsName: "" }), [
            "set it to false, and let clients use the endpoint's DNS name from the output dnsNames",
        ]);
        assert.deepEqual(fixesOf(iot, {}), ["set it to full-access, which is AWS's default"]);
        assert.deepEqual(fixesOf(sqs, { vpcEndpointPolicySupported: false }), [
            "set it to full-access, and control access with security groups",
        ]);
    });

    it("lists several zones and names as in a sentence", () => {
        const named = { ...sqs, zones: [...both, "us-east-1c", "us-east-1d"], privateDnsNames: ["a", "b"] };
        assert.deepEqual(
            confirm(named, {}, { ...answer, availabilityZones: ["us-east-1c", "us-east-1d"] }).confirmed.warnings
                .map(({ message }) => message),
            [
                "com.amazonaws.us-east-1.sqs is not available in us-east-1a, us-east-1b; its endpoint is created in us-east-1c, us-east-1d",
            ],
        );
        assert.deepEqual(messagesOf(sqs, { availabilityZones: ["us-east-1e", "us-east-1f"] }), [
            "endpoints.sqs.zones: com.amazonaws.us-east-1.sqs is not available in us-east-1a, us-east-1b; AWS offers it in us-east-1e, "
            + "us-east-1f",
        ]);
        const none =
            "endpoints.sqs.privateDns: AWS offers no private DNS for com.amazonaws.us-east-1.sqs, but it was planned";
        assert.deepEqual(messagesOf(named, { privateDnsName: "" }), [`${none} (a, b)`]);
        assert.deepEqual(messagesOf({ ...named, privateDnsNames: null }, { privateDnsName: "" }), [
            none,
        ]);
    });
});
