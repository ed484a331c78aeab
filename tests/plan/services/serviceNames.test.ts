import * as assert from "node:assert/strict";

import { hostIn } from "../../../components/plan/services/endpointNames";
import {
    factsOf,
    isService,
    knownServices,
    missingIn,
    serviceNameIn,
    zonesWithout,
} from "../../../components/plan/services/serviceNames";

describe("the facts of a service", () => {
    it("have every default value filled in", () => {
        const { product, kinds, serviceName, privateDnsNames, ports, policySupport, sources } = factsOf("kms");
        assert.deepEqual({ product, kinds, serviceName, privateDnsNames, ports, policySupport }, {
            product: "AWS Key Management Service",
            kinds: ["Interface"],
            serviceName: "com.amazonaws.<region>.kms",
            privateDnsNames: ["kms.<region>.amazonaws.com"],
            ports: [443],
            policySupport: true,
        });
        assert.ok(sources.name);
    });

    it("are null if unknown", () => {
        const { privateDnsNames, policySupport } = factsOf("acm");
        assert.equal(policySupport, null);
        assert.equal(factsOf("iam").privateDnsNames, null);
        assert.notEqual(privateDnsNames, undefined);
    });

    it("exist for the names of services only", () => {
        assert.ok(knownServices.every(isService));
        for (const name of ["", "S3", "ecs-fargate", "toString", "__proto__", "timestream.query-<cell>"]) {
            assert.ok(!isService(name), name);
        }
    });

    it("of Timestream exist for the cell of each account", () => {
        assert.ok(isService("timestream.query-cell2"));
        assert.ok(!isService("timestream.query-cell") && !isService("kms-cell2"));
        assert.equal(
            serviceNameIn("us-east-1", "timestream.query-cell2", "Interface"),
            "com.amazonaws.us-east-1.timestream.query-cell2",
        );
    });
});

describe("the name of an endpoint service", () => {
    it("has the Region in its place, and irregular forms as they are [name.region-prefix]", () => {
        const names = ["kms", "notebook", "qbusiness", "cassandra-streams", "route53", "s3-global.accesspoint"]
            .map((service) => serviceNameIn("eu-west-1", service, "Interface"));
        assert.deepEqual(names, [
            "com.amazonaws.eu-west-1.kms",
            "aws.sagemaker.eu-west-1.notebook",
            "aws.api.eu-west-1.qbusiness",
            "api.aws.eu-west-1.cassandra-streams",
            "com.amazonaws.route53",
            "com.amazonaws.s3-global.accesspoint",
        ]);
    });

    it("has China's prefix if AWS uses it there, and never for a gateway [name.china]", () => {
        const inChina = (service: string, kind: "Gateway" | "Interface") => serviceNameIn("cn-north-1", service, kind);
        assert.equal(inChina("ecr.api", "Interface"), "cn.com.amazonaws.cn-north-1.ecr.api");
        assert.equal(inChina("kms", "Interface"), "com.amazonaws.cn-north-1.kms");
        assert.equal(inChina("s3", "Gateway"), "com.amazonaws.cn-north-1.s3");
        assert.equal(inChina("s3", "Interface"), "cn.com.amazonaws.cn-north-1.s3");
        assert.equal(inChina("transcribe", "Interface"), "cn.com.amazonaws.cn-north-1.transcribe.cn");
    });

    it("has the prefixes of the European Sovereign Cloud and the ISO Regions [name.eusc-iso]", () => {
        const names = ["eusc-de-east-1", "us-iso-east-1", "us-isob-east-1", "eu-isoe-west-1", "us-isof-south-1"]
            .map((region) => serviceNameIn(region, "ecr.dkr", "Interface"));
        assert.deepEqual(names, [
            "eu.amazonaws.eusc-de-east-1.ecr.dkr",
            "gov.ic.c2s.us-iso-east-1.ecr.dkr",
            "gov.sgov.sc2s.us-isob-east-1.ecr.dkr",
            "uk.adc-e.cloud.eu-isoe-west-1.ecr.dkr",
            "gov.ic.hci.csp.us-isof-south-1.ecr.dkr",
        ]);
        assert.equal(serviceNameIn("eusc-de-east-1", "sqs", "Interface"), "com.amazonaws.eusc-de-east-1.sqs");
    });
});

describe("a host name", () => {
    it("has the domain of its partition", () => {
        assert.equal(hostIn("eu-west-1", "kms.<region>.amazonaws.com"), "kms.eu-west-1.amazonaws.com");
        assert.equal(hostIn("cn-north-1", "kms.<region>.amazonaws.com"), "kms.cn-north-1.amazonaws.com.cn");
        assert.equal(hostIn("us-iso-east-1", "eks.<region>.api.aws"), "eks.us-iso-east-1.api.aws.ic.gov");
        assert.equal(hostIn("us-gov-west-1", "eks.<region>.api.aws"), "eks.us-gov-west-1.api.aws");
    });
});

describe("a service in a Region", () => {
    it("is missing only if AWS says so", () => {
        assert.deepEqual(missingIn("eu-west-1", "iam"), {
            onlyInRegions: ["us-east-1", "cn-north-1", "us-gov-west-1"],
        });
        assert.deepEqual(missingIn("ap-southeast-7", "eks"), {});
        assert.equal(missingIn("us-east-1", "iam"), undefined);
        assert.equal(missingIn("eu-west-1", "eks"), undefined);
        assert.equal(missingIn("us-isob-east-1", "kms"), undefined);
    });

    it("is missing in zones by zone ID, within their Region [if.az-support]", () => {
        assert.deepEqual(zonesWithout("email-smtp", "us-east-1"), ["use1-az2", "use1-az3", "use1-az5"]);
        assert.deepEqual(zonesWithout("email-smtp", "ap-northeast-2"), ["apne2-az4"]);
        assert.deepEqual(zonesWithout("email-smtp", "ca-central-1"), ["cac1-az3", "cac1-az4"]);
        assert.deepEqual(zonesWithout("email-smtp", "us-east-2"), []);
        assert.deepEqual(zonesWithout("sqs", "us-east-1"), []);
    });
});
