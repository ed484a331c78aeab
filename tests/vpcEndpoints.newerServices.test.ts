import * as assert from "node:assert/strict";

import { failure, ofType, runVpc, types } from "./run";

const name = "com.amazonaws.us-east-1.brandnew";
const newer = { services: [name], endpoints: { [name]: { ports: [8443] } } };

describe("an endpoint of a service that is not in the catalogue", () => {
    it("is created as AWS describes the service", async () => {
        const context = { newerServices: [name], servicesWithoutPolicy: [name] };
        const run = await runVpc(newer, undefined, { context });
        const { [`app-${name}-interface`]: made, ...others } = ofType(run, types.endpoint);
        assert.deepEqual(Object.keys(others), []);
        const { serviceName, vpcEndpointType, privateDnsEnabled, policy } = made!.inputs;
        assert.deepEqual({ serviceName, vpcEndpointType, privateDnsEnabled, policy }, {
            serviceName: name,
            vpcEndpointType: "Interface",
            privateDnsEnabled: true,
            policy: undefined,
        });
        const [rule] = Object.values(ofType(run, types.ingress));
        assert.deepEqual([rule!.inputs.ipProtocol, rule!.inputs.fromPort, rule!.inputs.toPort], ["tcp", 8443, 8443]);
    });

    it("is not created if AWS does not have the service either", async () => {
        const { message } = await failure(runVpc(newer));
        assert.match(message, /InvalidServiceName|does not exist/);
    });
});

describe("an endpoint whose service listens on UDP", () => {
    it("has rules for both protocols, in both directions [ports.udp]", async () => {
        const run = await runVpc({ services: ["highlander"] });
        const rules = (type: string) =>
            Object.entries(ofType(run, type)).map(([rule, { inputs }]) =>
                `${rule}: ${inputs.ipProtocol} ${inputs.fromPort}-${inputs.toPort}`
            ).sort();
        assert.deepEqual(rules(types.ingress), [
            "app-endpoints-4195-udp-vpc: udp 4195-4195",
            "app-endpoints-4195-vpc: tcp 4195-4195",
            "app-endpoints-443-udp-vpc: udp 443-443",
            "app-endpoints-443-vpc: tcp 443-443",
        ]);
        assert.deepEqual(rules(types.egress).map((rule) => rule.replace(/^.*-(?=endpoints)/, "")), [
            "endpoints-4195-udp: udp 4195-4195",
            "endpoints-4195: tcp 4195-4195",
            "endpoints-443-udp: udp 443-443",
            "endpoints-443: tcp 443-443",
        ]);
    });
});
