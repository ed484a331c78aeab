import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { regions } from "../../components/plan/facts/regions";
import { type ServiceFacts, services, sources } from "../../components/plan/facts/services";
import { root } from "../run";

const all = Object.entries(services);
const readFile = (file: string) => fs.readFileSync(path.join(root, file), "utf8");
const awsPage = /^https:\/\/docs\.aws\.amazon\.com\/[\w./-]+\.html$/;

/** Whether a value is a day, e.g. `2026-10-29`. */
function isDay(value: unknown): boolean {
    return /^20\d\d-\d\d-\d\d$/.test(String(value)) && !Number.isNaN(Date.parse(String(value)));
}

/** The services whose facts pass, by key. */
function where(passes: (facts: ServiceFacts, key: string) => boolean | undefined): string[] {
    return all.filter(([key, facts]) => passes(facts, key)).map(([key]) => key);
}

describe("the catalogue of services", () => {
    it("has 551 of them, sorted, 138 with a FIPS endpoint", () => {
        const keys = Object.keys(services);
        assert.equal(keys.length, 551);
        assert.deepEqual(keys, [...keys].sort());
        assert.equal(where(({ fips }) => fips !== undefined).length, 138);
    });

    it("has each key once, in every table and list of pages, because JSON parsing keeps only the last duplicate", () => {
        const keysOf = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, key]) => key);
        const repeated = (keys: unknown[]) => keys.filter((key, index) => keys.indexOf(key) !== index);
        for (const table of ["services", "regions"]) {
            const file = `components/plan/facts/catalogue/${table}.json`;
            const [, rows = ""] = readFile(file).split(/^"(?:services|regions)": \{$/m);
            const keys = keysOf(rows, /^  "([^"]+)": /gm);
            assert.ok(keys.length > 40, table);
            assert.deepEqual(repeated(keys), [], table);
        }
        for (const page of readFile("catalogue/pages.json").split(/^  \{"page": /m)) {
            assert.deepEqual(repeated(keysOf(page, /^    "([^"]+)": /gm)), [], page.slice(0, 80));
        }
    });

    it("has no unexplained field, and no empty one", () => {
        const explained = [
            ...[
                "product",
                "page",
                "kinds",
                "serviceName",
                "ownPrefixIn",
                "exactNames",
                "onlyInRegions",
                "notInRegions",
            ],
            ...["notInZones", "privateDnsNames", "privateDnsRequired", "privateDnsByDefault", "policySupport", "ports"],
            ...["ipv6", "fips", "crossRegion", "iamPrefixes", "also", "closed", "closedSince", "endsOn"],
            ...["note", "advice", "doubt", "ipv6Doubt", "sources"],
        ];
        const used = new Set(all.flatMap(([, facts]) => Object.keys(facts)));
        assert.deepEqual([...used].sort(), explained.sort());
        // An empty list is a fact for these two, and null for the ports: it takes back what is usual.
        const mayBeEmpty = ["privateDnsNames", "iamPrefixes"];
        for (const [key, facts] of all) {
            for (const [field, value] of Object.entries(facts)) {
                assert.ok(value !== "" && (value !== null || field === "ports"), `${key}.${field}`);
                const empty = typeof value === "object" && value !== null && Object.keys(value).length === 0;
                assert.ok(!empty || mayBeEmpty.includes(field), `${key}.${field} is empty`);
            }
        }
    });

    it("has in each field a value of its type", () => {
        const texts = (value: unknown) => Array.isArray(value) && value.every((text) => typeof text === "string");
        const holds: { [field: string]: (value: unknown) => boolean } = {
            product: (value) => typeof value === "string",
            page: (value) => awsPage.test(String(value)),
            serviceName: (value) => /^[a-z]+(\.[a-z0-9-]+|\.<region>)+$/.test(String(value)),
            ports: (value) =>
                value === null
                || (value as unknown[]).every((port) =>
                    typeof port === "number" ? port > 0 && port < 65536 : /^\d+(-\d+)?(\/udp)?$/.test(String(port))
                ),
            ipv6: (value) => ["yes", "no", "partial"].includes(String(value)),
            privateDnsRequired: (value) => value === true,
            privateDnsByDefault: (value) => value === false,
            policySupport: (value) => typeof value === "boolean",
            crossRegion: (value) => value === true,
            closed: (value) => value === true,
            closedSince: isDay,
            endsOn: isDay,
            notInZones: (value) => texts(value) && (value as string[]).every((zone) => /^[a-z]+\d-az\d$/.test(zone)),
            iamPrefixes: (value) => texts(value) && (value as string[]).every((prefix) => /^[a-z0-9-]+$/.test(prefix)),
            also: (value) => texts(value) && (value as string[]).every((word) => /^[a-z0-9 -]+$/.test(word)),
            note: (value) => typeof value === "string",
            doubt: (value) => typeof value === "string",
            ipv6Doubt: (value) => typeof value === "string",
        };
        for (const [field, passes] of Object.entries(holds)) {
            const wrong = where((facts) => field in facts && !passes(facts[field as keyof ServiceFacts]));
            assert.deepEqual(wrong, [], field);
        }
    });

    it("names the source of each fact, and no source of a missing fact", () => {
        const sourced: { [source: string]: keyof ServiceFacts } = {
            privateDns: "privateDnsNames",
            policy: "policySupport",
            ipv6: "ipv6",
        };
        assert.deepEqual(where((facts) => facts.sources.name === undefined), []);
        for (const [source, fact] of Object.entries(sourced)) {
            assert.deepEqual(where((facts) => (fact in facts) !== (source in facts.sources)), [], source);
        }
        const others = new Set(all.flatMap(([, facts]) => Object.keys(facts.sources)));
        assert.deepEqual([...others].sort(), [
            ...["closed", "crossRegion", "ipv6", "name", "policy", "ports", "privateDns", "privateDnsUse", "regions"],
            "zones",
        ]);
        assert.deepEqual(where(({ crossRegion, sources }) => crossRegion && !sources.crossRegion), []);
        assert.deepEqual(where(({ notInZones, sources }) => notInZones && !sources.zones), []);
        assert.deepEqual(where(({ closed, sources }) => closed && !sources.closed), []);
        // A contradiction about IPv6 has its own field, so that plans with IPv4 addresses omit it.
        assert.deepEqual(where(({ doubt }) => /IPv6/.test(doubt ?? "")), []);
        const dated = where(({ closedSince, endsOn }) => closedSince !== undefined || endsOn !== undefined);
        assert.deepEqual(dated.filter((key) => !services[key]!.closed), []);
    });

    it("defines every source it refers to, or links to an AWS page, and refers to every source", () => {
        const named = new Set(all.flatMap(([, facts]) => Object.values(facts.sources).flat()));
        const unknown = [...named].filter((source) => !Object.hasOwn(sources, source) && !awsPage.test(source));
        assert.deepEqual(unknown, []);
        assert.deepEqual(Object.keys(sources).filter((id) => !named.has(id)), []);
        const own = (facts: ServiceFacts) => Object.values(facts.sources).flat().includes("page");
        assert.deepEqual(where((facts) => own(facts) && facts.page === undefined), []);
        for (const [id, { what, url }] of Object.entries(sources)) {
            assert.ok(what.length > 0 && (url === undefined || url.startsWith("https://")), id);
        }
    });

    it("marks private DNS names as inferred if only the SDK or a list of public endpoints has them", () => {
        const inferred = Object.keys(sources).filter((id) => sources[id]!.inferred);
        assert.deepEqual(inferred.filter((id) => !id.startsWith("general/latest/gr/")), [
            "botocore",
            "acm/latest/userguide/acm-acme-issuance",
            "emr/latest/EMR-Serverless-UserGuide/interactive-workloads-livy-endpoints",
            "codecommit/latest/userguide/regions",
            "awsconsolehelpdocs/latest/gsg/dns-configuration-console-signin",
            "omics/latest/dev/variant-store-availability-change",
        ]);
        const stated = Object.keys(sources).filter((id) => id.startsWith("general/latest/gr/"));
        const from = (id: string) => all.filter(([, facts]) => [facts.sources.privateDns].flat().includes(id));
        assert.deepEqual(stated.filter((id) => from(id).length > 0 && !inferred.includes(id)), []);
    });

    it("has every FIPS endpoint it refers to, each of one service, and of the same product apart from additions", () => {
        const twins = all.flatMap(([, { fips }]) => fips ?? []);
        assert.deepEqual(twins.filter((key) => !Object.hasOwn(services, key)), []);
        assert.equal(new Set(twins).size, twins.length);
        assert.deepEqual(where((_, key) => key.includes("fips") && !twins.includes(key)), []);
        assert.deepEqual(where(({ fips }) => fips !== undefined && services[fips]!.fips !== undefined), []);
        const brief = (product: string) => product.replace(/ \(.*\)$/, "");
        const other = where(({ fips, product }) =>
            fips !== undefined && brief(services[fips]!.product) !== brief(product)
        );
        assert.deepEqual(other, []);
    });

    it("refers only to known Regions, in every field, once each", () => {
        for (const [key, facts] of all) {
            const places = [
                facts.ownPrefixIn,
                facts.onlyInRegions,
                facts.notInRegions,
                Object.keys(facts.exactNames ?? {}),
            ];
            for (const place of places) {
                assert.deepEqual(place?.filter((region) => !Object.hasOwn(regions, region)) ?? [], [], key);
                assert.equal(new Set(place).size, place?.length ?? 0, key);
            }
        }
        const outside = where(({ ownPrefixIn }) => ownPrefixIn?.some((region) => regions[region]!.partition === "aws"));
        assert.deepEqual(outside, []);
    });

    it("limits only these services to some Regions [sel.iam-region]", () => {
        const limits = all.flatMap((
            [key, { onlyInRegions }],
        ) => (onlyInRegions ? [[key, onlyInRegions.join(" ")]] : []));
        assert.deepEqual(Object.fromEntries(limits), {
            "account": "us-east-1 cn-northwest-1",
            "analytics-omics-fips": "us-east-1 us-east-2 us-west-2",
            "bedrock-fips": "us-east-1 us-east-2 us-west-2 ca-central-1 us-gov-east-1 us-gov-west-1",
            "bedrock-runtime-fips": "us-east-1 us-east-2 us-west-2 ca-central-1 us-gov-east-1 us-gov-west-1",
            "clouddirectory":
                "us-east-1 us-east-2 us-west-2 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 eu-west-1 eu-west-2 us-gov-west-1",
            "codewhisperer": "us-east-1",
            "comprehend-fips": "us-east-1 us-east-2 us-west-2 ca-central-1 us-gov-west-1 us-iso-east-1",
            "control-storage-omics-fips": "us-east-1 us-east-2 us-west-2",
            "deviceadvisor.iot": "us-east-1 us-west-2 ap-northeast-1 eu-west-1",
            "ebs-fips": "us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 ca-west-1",
            "ecr-public.api": "us-east-1",
            "iam": "us-east-1 cn-north-1 us-gov-west-1",
            "identity-chime-fips": "us-east-1",
            "iottwinmaker.api": "us-east-1 us-west-2 eu-west-1 eu-central-1 ap-southeast-1 ap-southeast-2",
            "iottwinmaker.data": "us-east-1 us-west-2 eu-west-1 eu-central-1 ap-southeast-1 ap-southeast-2",
            "kinesisvideo":
                "us-east-1 us-east-2 us-west-2 ca-central-1 sa-east-1 eu-west-1 eu-west-2 eu-west-3 eu-central-1 eu-south-2 ap-northeast-1 ap-northeast-2 ap-southeast-1 ap-southeast-2 ap-southeast-5 ap-south-1 ap-east-1 af-south-1 il-central-1 cn-north-1 us-gov-east-1 us-gov-west-1",
            "media-pipelines-chime-fips": "us-east-1 us-west-2 ca-central-1",
            "messaging-chime-fips": "us-east-1",
            "notifications-contacts": "us-east-1",
            "organizations": "us-east-1 cn-northwest-1 us-gov-west-1",
            "polly-fips": "us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 us-gov-west-1",
            "pricing.api": "us-east-1 ap-south-1 eu-central-1 cn-northwest-1",
            "pricingplanmanager": "us-east-1",
            "refactor-spaces":
                "us-east-1 us-east-2 us-west-1 us-west-2 ap-south-1 ap-northeast-1 ap-northeast-2 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1",
            "route53": "us-east-1 cn-northwest-1 us-gov-west-1",
            "route53globalresolver": "us-east-2",
            "route53globalresolver-fips": "us-east-2",
            "s3express":
                "us-east-1 us-east-2 us-west-1 us-west-2 ap-south-1 ap-northeast-1 ap-northeast-2 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 eu-north-1 eu-west-1 eu-west-3 sa-east-1",
            "sagemaker-geospatial": "us-west-2",
            "securitylake-fips": "us-east-1 us-east-2 us-west-1 us-west-2",
            "storage-omics-fips": "us-east-1 us-east-2 us-west-2",
            "tags-omics-fips": "us-east-1 us-east-2 us-west-2",
            "workflows-omics-fips": "us-east-1 us-east-2 us-west-2",
        });
        assert.deepEqual(where(({ notInRegions }) => notInRegions !== undefined), [
            ...["codedeploy", "codedeploy-commands-secure", "eks", "greengrass", "quicksight-website"],
        ]);
    });

    it("has 23 names that do not follow the usual pattern, and two more in China [name.region-prefix]", () => {
        const irregular = all.flatMap((
            [key, { serviceName }],
        ) => (serviceName === undefined ? [] : [[key, serviceName]]));
        assert.deepEqual(Object.fromEntries(irregular), {
            "bcm-data-exports": "aws.api.<region>.bcm-data-exports",
            "cassandra-streams": "api.aws.<region>.cassandra-streams",
            "cloudfront": "com.amazonaws.cloudfront",
            "codecatalyst": "aws.api.global.codecatalyst",
            "emr-service-cell01": "aws.api.<region>.emr-service-cell01",
            "experiments": "aws.sagemaker.<region>.experiments",
            "freetier": "aws.api.<region>.freetier",
            "iam": "com.amazonaws.iam",
            "kafka-api": "aws.api.<region>.kafka-api",
            "kafka-api-fips": "aws.api.<region>.kafka-api-fips",
            "kendra-ranking": "aws.api.<region>.kendra-ranking",
            "notebook": "aws.sagemaker.<region>.notebook",
            "partner-app": "aws.sagemaker.<region>.partner-app",
            "pricingplanmanager": "com.amazonaws.us-east-1.pricingplanmanager",
            "qbusiness": "aws.api.<region>.qbusiness",
            "route53": "com.amazonaws.route53",
            "route53globalresolver": "aws.api.us-east-2.route53globalresolver",
            "route53globalresolver-fips": "aws.api.us-east-2.route53globalresolver-fips",
            "s3-global.accesspoint": "com.amazonaws.s3-global.accesspoint",
            "s3files": "aws.api.<region>.s3files",
            "s3files-fips": "aws.api.<region>.s3files-fips",
            "savingsplans": "com.amazonaws.savingsplans",
            "studio": "aws.sagemaker.<region>.studio",
        });
        const exact = all.flatMap(([key, { exactNames }]) => (exactNames === undefined ? [] : [[key, exactNames]]));
        assert.deepEqual(Object.fromEntries(exact), {
            transcribe: {
                "cn-north-1": "cn.com.amazonaws.cn-north-1.transcribe.cn",
                "cn-northwest-1": "cn.com.amazonaws.cn-northwest-1.transcribe.cn",
            },
        });
    });

    it("sets kinds only for services with a gateway endpoint [gw.services] [gw.express]", () => {
        const kinds = all.flatMap(([key, facts]) => (facts.kinds ? [[key, facts.kinds.join(" ")]] : []));
        assert.deepEqual(Object.fromEntries(kinds), {
            dynamodb: "Gateway Interface",
            s3: "Gateway Interface",
            s3express: "Gateway",
        });
    });

    it("has private DNS names with the Region, except for ten services, and no name twice", () => {
        const odd = where(({ privateDnsNames = [] }) =>
            privateDnsNames.some((name) => !/^(\*\.)?[a-z0-9.-]+\.<region>\.(amazonaws\.com|api\.aws)$/.test(name))
        );
        assert.deepEqual(odd, [
            ...[
                "api.transform",
                "console",
                "console-static",
                "highlander",
                "lambda-microvm",
                "notebook",
                "s3-global.accesspoint",
                "savingsplans",
                "signin",
                "studio",
            ],
        ]);
        const names = all.flatMap(([, { privateDnsNames = [] }]) => privateDnsNames);
        assert.deepEqual(names.filter((name, index) => names.indexOf(name) !== index), []);
        assert.deepEqual(where(({ privateDnsRequired }) => privateDnsRequired), [
            ...[
                "acm-acme-enroll",
                "api.transform",
                "arsenal-discovery",
                "dicom-medical-imaging",
                "ecr-fips.dkr",
                "ecr.dkr",
            ],
            ...["kinesisvideo", "medical-imaging", "pcs", "runtime-medical-imaging", "securityagent"],
        ]);
        assert.deepEqual(where(({ privateDnsByDefault }) => privateDnsByDefault === false), [
            ...["datasync", "datasync-fips", "storagegateway", "storagegateway-fips"],
        ]);
    });

    it("marks services as reachable from other Regions if AWS says so", () => {
        assert.deepEqual(where(({ crossRegion }) => crossRegion), [
            ...[
                "ecr.api",
                "ecr.dkr",
                "ecs",
                "ecs-fips",
                "iam",
                "kinesis-firehose",
                "kinesisanalytics",
                "kinesisanalytics-fips",
            ],
            ...["kms", "kms-fips", "lambda", "route53", "s3"],
        ]);
    });

    it("knows no fewer facts than before: facts may be added, and removed only with a reason", () => {
        const known = (field: keyof ServiceFacts) => where((facts) => facts[field] !== undefined).length;
        assert.ok(known("privateDnsNames") >= 410, `${known("privateDnsNames")} private DNS`);
        assert.ok(known("policySupport") >= 340, `${known("policySupport")} policy support`);
        assert.ok(known("ipv6") >= 353, `${known("ipv6")} IPv6`);
        assert.ok(known("iamPrefixes") >= 508, `${known("iamPrefixes")} IAM prefixes`);
        assert.ok(known("page") >= 426, `${known("page")} pages`);
    });
});
