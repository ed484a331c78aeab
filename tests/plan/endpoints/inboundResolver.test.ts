import * as assert from "node:assert/strict";

import { flagToSend } from "../../../components/plan/endpoints/inboundResolver";
import { EndpointKind } from "../../../components/plan/facts/endpointKind";
import { sendsInboundResolverFlag } from "../../../components/plan/facts/providerRequests";
import { regions } from "../../../components/plan/facts/regions";
import { knownServices, serviceNameIn } from "../../../components/plan/services/serviceNames";
import { codesOf } from "../../codesOf";
import { endpointOf, planOf, problemsOf } from "../fixtures";

const zonesIn = (region: string) => ({ availabilityZones: [`${region}a`] });
const reachable = { services: ["s3"], endpoints: { s3: { reachableFrom: ["10.200.0.0/16"] } } };
const alone = { services: ["s3"], endpoints: { s3: { kind: "Interface" } } };
const inChina = ["cn-north-1", "cn-northwest-1"];

describe("privateDnsOnlyForInboundResolverEndpoint", () => {
    it("is sent for S3 in every Region outside China, and for no other service [s3.inbound-only-scope] [name.china]", () => {
        const names = Object.keys(regions).flatMap((region) =>
            knownServices.flatMap((service) =>
                Object.values(EndpointKind).map((kind) => serviceNameIn(region, service, kind))
            )
        );
        const interfaces = Object.keys(regions).filter((region) => !inChina.includes(region))
            .map((region) => serviceNameIn(region, "s3", EndpointKind.Interface));
        const gateways = inChina.map((region) => serviceNameIn(region, "s3", EndpointKind.Gateway));
        const sent = names.filter((name) => sendsInboundResolverFlag(name));
        assert.deepEqual([...new Set(sent)].sort(), [...interfaces, ...gateways].sort());
        for (const name of ["com.amazonaws.us-east-1.s3-fips", "com.amazonaws.us-east-1.s3.fips", null]) {
            assert.equal(sendsInboundResolverFlag(name), false);
        }
    });

    it("is sent as planned if the provider sends it, and omitted if the provider drops it [s3.inbound-only-default]", () => {
        for (const region of ["us-east-1", "us-gov-west-1", "eusc-de-east-1", "us-iso-east-1"]) {
            assert.equal(flagToSend(endpointOf("s3-interface", { ...zonesIn(region), ...reachable })), true);
            assert.equal(flagToSend(endpointOf("s3-interface", { ...zonesIn(region), ...alone })), false);
        }
        for (const region of inChina) {
            const planned = endpointOf("s3-interface", { ...zonesIn(region), ...reachable });
            assert.equal(planned.privateDnsOnlyForInboundResolver, true);
            assert.equal(flagToSend(planned), undefined);
        }
        assert.equal(flagToSend(endpointOf("sqs-interface", { services: ["sqs"] })), undefined);
    });

    it("is a problem with a fix for an interface alone with private DNS in China [s3.inbound-only-default] [name.china]", () => {
        for (const region of inChina) {
            assert.deepEqual(codesOf(problemsOf({ ...zonesIn(region), ...alone })), [
                "s3.inbound-only-default endpoints.s3.kind",
            ]);
        }
    });

    it("is no problem with the suggested fixes, or with an existing endpoint [s3.inbound-only-default]", () => {
        const names = (request: object) =>
            planOf({ ...zonesIn("cn-north-1"), services: ["s3"], ...request }).endpoints.map(({ name }) => name);
        assert.deepEqual(names({ endpoints: { s3: { kind: "Interface", privateDns: false } } }), ["s3-interface"]);
        assert.deepEqual(names(reachable), ["s3-gateway", "s3-interface"]);
        assert.deepEqual(names({ existing: { s3: "vpce-0123456789abcdef0" } }), []);
    });
});
