import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { services } from "../../../components/plan/facts/services";
import { findServices, servicesNamed, unknownService } from "../../../components/plan/services/find";
import { isService, knownServices } from "../../../components/plan/services/serviceNames";
import { codesOf } from "../../codesOf";

const plain = knownServices.filter((service) => !service.includes("fips"));

describe("a service is found", () => {
    it("by its own key, before all others that contain the word, in any spelling", () => {
        for (const service of plain) assert.equal(servicesNamed(service)[0], service);
        assert.equal(servicesNamed("SECRETSMANAGER")[0], "secretsmanager");
        assert.deepEqual(servicesNamed("iot tunneling_data"), ["iot.tunneling.data"]);
        assert.deepEqual(servicesNamed("s3"), [
            ...["s3", "s3-outposts", "s3-global.accesspoint"],
            ...["s3tables", "s3files", "s3express", "s3vectors"],
        ]);
        assert.deepEqual(servicesNamed("ecrapi"), ["ecr.api"]);
    });

    it("by its SDK name, IAM prefix, or AWS's short name", () => {
        const called: { [words: string]: string[] } = {
            "efs": ["elasticfilesystem"],
            "sfn": ["states"],
            "sesv2": ["email"],
            "ses": [
                ...["email", "email-smtp", "mail-manager"],
                ...["mail-manager-smtp.auth", "mail-manager-smtp.mtls", "mail-manager-smtp.open"],
                ...[
                    "ssmmessages",
                    "qldb.session",
                    "glue.sessions",
                    "athena.sessions",
                    "emr-serverless-services.sessions",
                ],
            ],
            "cfn": ["cloudformation"],
            "ddb": ["dynamodb"],
            "mwaa": ["airflow.api", "airflow.env", "airflow.ops"],
            "alb": ["elasticloadbalancing"],
            "firehose": ["kinesis-firehose"],
            "docker": ["ecr.dkr"],
            "x-ray": ["xray"],
        };
        for (const [words, found] of Object.entries(called)) assert.deepEqual(servicesNamed(words), found, words);
        assert.equal(servicesNamed("emr")[0], "elasticmapreduce");
        assert.equal(servicesNamed("eventbridge")[0], "events");
    });

    it("by its product name, in one or several words, with or without Amazon or AWS", () => {
        const called: { [words: string]: string[] } = {
            "step functions": ["states", "sync-states"],
            "AWS Step Functions": ["states", "sync-states"],
            "stepfunctions": ["states", "sync-states"],
            "parameter store": ["ssm"],
            "session manager": ["ssmmessages"],
            "container registry": ["ecr.api", "ecr.dkr"],
            "simple queue service": ["sqs"],
            "load balancer": ["elasticloadbalancing"],
            "secrets manager": ["secretsmanager"],
            "kinesis": ["kinesis-streams", "kinesis-firehose", "kinesisvideo", "kinesisanalytics"],
            "cloud watch logs": ["logs", "stream-logs", "syslog-logs"],
        };
        for (const [words, found] of Object.entries(called)) assert.deepEqual(servicesNamed(words), found, words);
        assert.deepEqual(servicesNamed("cloudwatch").slice(0, 2), ["monitoring", "oam"]);
        assert.equal(servicesNamed("cloudwatch").length, 17);
        assert.deepEqual(servicesNamed("bedrock").slice(0, 2), ["bedrock", "bedrock-agent"]);
        assert.equal(servicesNamed("bedrock").length, 10);
    });

    it("by each of its other names in the catalogue, among the services that share the name", () => {
        for (const [key, { also = [] }] of Object.entries(services)) {
            for (const word of also) {
                const sharing = Object.values(services).filter((facts) => facts.also?.includes(word)).length;
                const first = servicesNamed(word).slice(0, sharing);
                assert.ok(first.includes(key), `${word} leads to ${first.join(", ")} before ${key}`);
            }
        }
    });

    it("as its FIPS endpoint only if fips is among the words", () => {
        assert.deepEqual(servicesNamed("kms-fips"), ["kms-fips"]);
        assert.deepEqual(servicesNamed("fips kms"), ["kms-fips"]);
        assert.deepEqual(servicesNamed("kms"), ["kms"]);
        assert.equal(servicesNamed("fips").length, 138);
    });

    it("only if each word matches, and not by Amazon or AWS alone", () => {
        for (const words of ["nothing at all", "secretmanager", "toString", "", " ", "aws", "Amazon", "."]) {
            assert.deepEqual(servicesNamed(words), [], words);
        }
        assert.deepEqual(servicesNamed("kms nothing"), []);
    });
});

describe("a misspelt service is found", () => {
    it("by the nearest of the names, or by the nearest spelling of each word", () => {
        const meant: { [words: string]: string[] } = {
            "secretmanager": ["secretsmanager"],
            "secrets manger": ["secretsmanager"],
            "SECRETSMANAGR": ["secretsmanager"],
            "sqss": ["sqs"],
            "kinessis": ["kinesis-streams", "kinesis-firehose", "kinesisvideo", "kinesisanalytics"],
            "step funtions": ["states"],
            "cloud-formaton": ["cloudformation"],
            "dynamdb": ["dynamodb"],
            "kms-fip": ["kms-fips"],
            "elastic container registri": ["ecr.api", "ecr.dkr"],
        };
        for (const [words, found] of Object.entries(meant)) {
            assert.deepEqual(servicesNamed(words), [], words);
            assert.deepEqual(findServices(words), found, words);
        }
    });

    it("only if a name is near, and for two letters only by an exact match", () => {
        for (const words of ["nothing at all", "es", "elasticsearch", "qq", "toString", ""]) {
            assert.deepEqual(findServices(words), [], words);
        }
    });

    it("by its key with one letter missing, unless that is another word", () => {
        const cut = fc.constantFrom(...plain.filter((key) => key.length > 4)).chain((key) =>
            fc.nat(key.length - 1).map((index) => ({ key, misspelt: key.slice(0, index) + key.slice(index + 1) }))
        );
        fc.assert(fc.property(cut, ({ misspelt }) => assert.ok(findServices(misspelt).length > 0, misspelt)));
    });
});

describe("the problem of an unknown service name", () => {
    const hint = (name: string) => unknownService("services[0]", name).hint;

    it("has its path, and the service that was probably meant, with the product", () => {
        assert.deepEqual(codesOf([unknownService("services[0]", "efs")]), ["services.unknown services[0]"]);
        assert.equal(hint("efs"), `did you mean "elasticfilesystem" (Amazon Elastic File System)?`);
        assert.equal(hint("secretmanager"), `did you mean "secretsmanager" (AWS Secrets Manager)?`);
        assert.equal(
            hint("ecr"),
            `did you mean "ecr.api" (Amazon ECR (API)), "ecr.dkr" (Amazon ECR (Docker registry)), "ecr-public.api" `
                + `(Amazon ECR Public)?`,
        );
        assert.match(hint("timestream.query"), /^did you mean "timestream\.query-<cell>" \(Amazon Timestream for Live/);
    });

    it("says to include the account's own cell if a cell is missing", () => {
        assert.ok(!isService("timestream.query-<cell>") && isService("timestream.query-cell2"));
        assert.equal(
            hint("timestream.query-<cell>"),
            `include your account's cell, e.g. "timestream.query-cell1"`,
        );
        assert.deepEqual(servicesNamed("timestream.query-cell2"), ["timestream.query-cell2"]);
    });

    it("suggests the key for an AWS service name, in any partition, also in a search", () => {
        const keys: { [fullName: string]: string } = {
            "com.amazonaws.us-east-1.kms": "kms",
            "com.amazonaws.eu-west-1.ecr.api": "ecr.api",
            "com.amazonaws.us-gov-west-1.s3": "s3",
            "cn.com.amazonaws.cn-north-1.ecr.dkr": "ecr.dkr",
            "aws.sagemaker.us-east-1.studio": "studio",
        };
        for (const [fullName, key] of Object.entries(keys)) {
            assert.equal(hint(fullName), `write its key: ${key}`);
            assert.deepEqual(servicesNamed(fullName), [key]);
        }
        assert.ok(isService("com.amazonaws.us-east-1.nothing"));
        assert.doesNotMatch(hint("com.amazonaws.us-east-1"), /write its key/);
    });

    it("lists five services, and the command that lists all", () => {
        const said = hint("cloudwatch");
        assert.equal(
            [...said.matchAll(/"([\w.-]+)" \(/g)].map((match) => match[1]).join(),
            "monitoring,oam,rum,synthetics,rum-dataplane",
        );
        assert.ok(said.endsWith("; npm run services -- cloudwatch lists all 17"), said);
    });

    it("names the command that searches if no name is near", () => {
        assert.equal(hint("no-such-thing"), "search for it by another name: npm run services -- <words>");
    });

    it("names the service and the kind for the name of an endpoint", () => {
        assert.equal(
            hint("s3-gateway"),
            "write s3, and set endpoints: { s3: { kind: Gateway } } to create only this kind",
        );
        assert.equal(hint("sqs-gateway"), "write sqs");
    });

    it("compares each word, so that a near name of another product is not suggested", () => {
        assert.doesNotMatch(hint("rds-proxy"), /eks-proxy/);
    });

    it("says that AWS offers no such FIPS endpoint, or what it is called", () => {
        const { message } = unknownService("services[0]", "oam-fips");
        assert.equal(message, "there is no known endpoint oam-fips");
        assert.equal(hint("oam-fips"), "use oam");
        assert.equal(hint("ecr.api-fips"), `did you mean "ecr-fips.api"?`);
    });
});
