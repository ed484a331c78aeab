import * as assert from "node:assert/strict";

import { findServices, servicesNamed } from "../../../components/plan/services/find";
import { isService, isUnlisted, serviceNameIn } from "../../../components/plan/services/serviceNames";
import type { ReportedPlan } from "../../../components/report/reportedPlan";
import { adviceLines } from "../../../components/report/sentences";
import { codesOf } from "../../codesOf";
import { interfacesOf, planOf, problemsOf } from "../fixtures";

const name = "com.amazonaws.us-east-1.brandnew";

describe("a service that is not in the catalogue", () => {
    it("is requested by its full name, with its ports", () => {
        const [planned, ...others] = interfacesOf({ services: [name], endpoints: { [name]: { ports: [443] } } });
        assert.deepEqual(others, []);
        const { service, serviceName, ports, privateDns, privateDnsNames, policy } = planned!;
        assert.deepEqual({ service, serviceName, ports, privateDns, privateDnsNames }, {
            service: name,
            serviceName: name,
            ports: [443],
            privateDns: true,
            privateDnsNames: null,
        });
        assert.deepEqual([policy.from, policy.onlyIfSupported], ["default", true]);
        assert.equal(serviceNameIn("us-east-1", name, "Interface"), name);
    });

    it("requires its ports, and suggests a known key if one is near", () => {
        const problems = problemsOf({ services: [name] });
        assert.deepEqual(codesOf(problems), ["services.ports-unknown services[0]"]);
        assert.match(
            problems[0]!.hint!,
            /^set them: endpoints: \{ com\.amazonaws\.us-east-1\.brandnew: \{ ports: \[443\] \} \}$/,
        );
        const misspelt = problemsOf({ services: ["com.amazonaws.us-east-1.sqss"] });
        assert.match(misspelt[0]!.hint!, /; if you mean "sqs", name that key$/);
    });

    it("is marked in the report", () => {
        const plan = planOf({ services: [name], endpoints: { [name]: { ports: [443] } } });
        assert.ok(
            adviceLines(plan as unknown as ReportedPlan).some((line) =>
                line.startsWith(`${name}: this version's catalogue`)
            ),
        );
    });

    it("must be in the Region of its name, or have a name without a Region", () => {
        const elsewhere = "com.amazonaws.eu-west-1.brandnew";
        const problems = problemsOf({ services: [elsewhere], endpoints: { [elsewhere]: { ports: [443] } } });
        assert.deepEqual(codesOf(problems), ["services.not-in-region services[0]"]);
        for (const one of ["com.amazonaws.brandnew", "aws.api.us-east-1.brandnew", "api.aws.us-east-1.brandnew"]) {
            assert.ok(isUnlisted(one), one);
            assert.deepEqual(interfacesOf({ services: [one], endpoints: { [one]: { ports: [443] } } }).length, 1);
        }
        assert.ok(
            isUnlisted("cn.com.amazonaws.cn-north-1.brandnew") && isUnlisted("eu.amazonaws.eusc-de-east-1.brandnew"),
        );
    });

    it("is not a key of the catalogue, another account's endpoint service, or an incomplete name", () => {
        for (
            const one of [
                ...[
                    "sqs",
                    "brandnew",
                    "com.amazonaws.us-east-1.sqs",
                    "com.amazonaws",
                    "com.amazonaws.us-east-1.Brandnew",
                ],
                ...["com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0", "com.example.us-east-1.brandnew", ""],
            ]
        ) {
            assert.ok(!isUnlisted(one), one);
        }
        assert.ok(isService(name) && !isService("com.amazonaws.us-east-1.sqs"));
    });

    it("is found by its full name, with the few facts that are known", () => {
        assert.deepEqual(servicesNamed(name), [name]);
        assert.deepEqual(findServices("brandnew"), []);
    });
});
