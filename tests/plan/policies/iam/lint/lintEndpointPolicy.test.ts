import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import fc from "fast-check";

import { regions } from "../../../../../components/plan/facts/regions";
import { workloads } from "../../../../../components/plan/facts/workloads";
import { planPolicy } from "../../../../../components/plan/policies/endpointPolicy";
import {
    contextOf,
    type EndpointContext,
    lintEndpointPolicy,
} from "../../../../../components/plan/policies/iam/lint/lintEndpointPolicy";
import { knownServices } from "../../../../../components/plan/services/serviceNames";
import { endpointPolicies } from "../../../../../components/resources/endpointPolicies";
import { codesOf } from "../../../../codesOf";
import { root } from "../../../../run";
import { policy, when } from "./cases/case";

const rulesIn = (given: unknown, context?: EndpointContext) => codesOf(lintEndpointPolicy(given, context));

describe("the linter", () => {
    it("finds nothing in the policies that ship, as the text that they are", () => {
        const folder = path.join(root, "policies", "endpoints");
        const files = fs.readdirSync(folder).filter((file) => file.endsWith(".json"));
        assert.ok(files.includes("s3.json"));
        for (const file of files) {
            const context = contextOf(path.basename(file, ".json"), { partition: "aws" });
            assert.deepEqual(lintEndpointPolicy(fs.readFileSync(path.join(folder, file), "utf8"), context), [], file);
        }
    });

    it("finds nothing in what any service is sent in any partition, which a plan does not lint again", () => {
        const partitions = new Map(Object.entries(regions).map(([region, { partition }]) => [partition, region]));
        assert.ok(partitions.size >= 3);
        const everything = { madeServices: [...knownServices], workloads: Object.keys(workloads), asksAws: true };
        const templates = endpointPolicies();
        for (const [partition, region] of partitions) {
            const values = { accountId: "123456789012", partition, region };
            for (const service of knownServices) {
                const { document } = planPolicy({ service, overrides: {}, templates, ...everything }, values);
                if (document === null) continue;
                assert.deepEqual(lintEndpointPolicy(document, contextOf(service, { partition })), [], service);
            }
        }
    });

    it("finds every fault at once, in the order of its rules", () => {
        const faults = when({ StringLike: { "aws:SourceVpc": "vpc-*", "aws:userid": "a*" } }, {
            Principal: undefined,
            Effect: "Deny",
            Resource: ["bucket", "arn:aws:sqs:us-east-1:1?:queue"],
        });
        assert.deepEqual(rulesIn(faults), [
            "pol.principal Statement[0]",
            "pol.no-allow Statement",
            "pol.arn-form Statement[0].Resource[0]",
            "pol.arn-account Statement[0].Resource[1]",
            "pol.no-wildcard-ids Statement[0].Condition.StringLike.aws:SourceVpc",
            "pol.six-chars Statement[0].Condition.StringLike.aws:userid",
        ]);
    });

    it("names the one statement that is not in a list without a number", () => {
        const { Statement: [statement] } = policy({ Effect: "Permit" });
        assert.deepEqual(rulesIn({ Statement: statement }), ["pol.grammar Statement.Effect"]);
    });

    it("says where in the text each finding stands, by its key, or by itself in a list", () => {
        const text = JSON.stringify(policy({}, { Principal: undefined, Resource: ["*", "bucket"] }), undefined, 2)
            .replaceAll("\n", "\r\n");
        const lines = text.split("\r\n");
        assert.deepEqual(
            lintEndpointPolicy(text).map(({ code, line, column }) => [code, lines[line! - 1]!.slice(column! - 1)]),
            [["pol.principal", "{"], ["pol.arn-form", `"bucket"`]],
        );
        const misspelt = JSON.stringify(policy({ Efect: "Allow" }));
        const [finding] = lintEndpointPolicy(misspelt);
        assert.equal(misspelt.slice(finding!.column! - 1), `"Efect":"Allow"}]}`);
    });

    it("says where in the text the JSON ends to be JSON", () => {
        const [finding] = lintEndpointPolicy(`{\n  "Statement": 1 "Version": 2\n}`);
        assert.deepEqual([finding!.code, finding!.line, finding!.column], ["pol.not-json", 2, 18]);
        const [unended] = lintEndpointPolicy("");
        assert.deepEqual([unended!.code, unended!.line, unended!.column], ["pol.not-json", 1, 1]);
    });

    it("takes a document without saying where in a text it stands", () => {
        const [finding] = lintEndpointPolicy(policy({ Principal: undefined }));
        assert.deepEqual(Object.keys(finding!), ["code", "severity", "path", "message", "hint"]);
    });

    it("takes a text that nests deeper than a program can walk for what it is", () => {
        const text = `{"Statement": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
        assert.deepEqual(codesOf(lintEndpointPolicy(text)), ["pol.grammar "]);
    });

    it("answers whatever JSON it is given, in either form alike", () => {
        const word = fc.constantFrom(
            "Statement",
            "Effect",
            "Allow",
            "Principal",
            "AWS",
            "Action",
            "Resource",
            "Condition",
            "*",
            "arn:",
            "StringLike",
        );
        const { value } = fc.letrec((tie) => ({
            value: fc.oneof(
                { maxDepth: 4 },
                word,
                fc.string(),
                fc.integer(),
                fc.constant(null),
                tie("list"),
                tie("map"),
            ),
            list: fc.array(tie("value"), { maxLength: 3 }),
            map: fc.dictionary(word, tie("value"), { maxKeys: 5, noNullPrototype: true }),
        }));
        fc.assert(fc.property(value, (document) => {
            const asText = lintEndpointPolicy(JSON.stringify(document)).map(({ line: _, column: __, ...finding }) =>
                finding
            );
            if (typeof document !== "string") assert.deepEqual(asText, lintEndpointPolicy(document));
            else assert.deepEqual(asText.map(({ code }) => code), ["pol.grammar"]);
        }));
    });
});

describe("what is known of an endpoint", () => {
    it("is what the catalogue says of it, of the kind that takes less where AWS offers two", () => {
        const prefixes = { iamPrefixes: ["s3", "s3-object-lambda"], policySupport: true };
        assert.deepEqual(contextOf("s3", { partition: "aws" }), {
            service: "s3",
            kind: "Gateway",
            partition: "aws",
            ...prefixes,
        });
        assert.equal(contextOf("s3", { kind: "Interface" }).kind, "Interface");
        assert.equal(contextOf("ecr.api").kind, "Interface");
        assert.deepEqual(contextOf("ecr.api").iamPrefixes, ["ecr"]);
    });

    it("is nothing where the catalogue has no such service", () => {
        assert.deepEqual(contextOf("nonsense", { kind: "Gateway" }), {
            service: "nonsense",
            kind: "Gateway",
            partition: undefined,
        });
    });
});
