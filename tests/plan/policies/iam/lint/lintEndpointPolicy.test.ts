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
    it("finds nothing in the built-in policies' files", () => {
        const folder = path.join(root, "policies", "endpoints");
        const files = fs.readdirSync(folder).filter((file) => file.endsWith(".json"));
        assert.ok(files.includes("s3.json"));
        for (const file of files) {
            const context = contextOf(path.basename(file, ".json"), { partition: "aws" });
            assert.deepEqual(lintEndpointPolicy(fs.readFileSync(path.join(folder, file), "utf8"), context), [], file);
        }
    });

    it("finds nothing in any policy planned for any service and partition, which a plan does not lint again", () => {
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

    it("finds every fault at once, sorted by rule", () => {
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

    it("refers to a single statement that is not in a list without an index", () => {
        const { Statement: [statement] } = policy({ Effect: "Permit" });
        assert.deepEqual(rulesIn({ Statement: statement }), ["pol.grammar Statement.Effect"]);
    });

    it("gives the line and column of each finding, of its key or of its list item", () => {
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

    it("gives the line and column where JSON parsing fails", () => {
        const [finding] = lintEndpointPolicy(`{\n  "Statement": 1 "Version": 2\n}`);
        assert.deepEqual([finding!.code, finding!.line, finding!.column], ["pol.not-json", 2, 18]);
        const [unended] = lintEndpointPolicy("");
        assert.deepEqual([unended!.code, unended!.line, unended!.column], ["pol.not-json", 1, 1]);
    });

    it("gives no line and column for a parsed document", () => {
        const [finding] = lintEndpointPolicy(policy({ Principal: undefined }));
        assert.deepEqual(Object.keys(finding!), ["code", "severity", "path", "message", "hint"]);
    });

    it("reports JSON that is nested too deeply as invalid", () => {
        const text = `{"Statement": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
        assert.deepEqual(codesOf(lintEndpointPolicy(text)), ["pol.grammar "]);
    });

    it("never throws for any JSON, with the same result for a string and a document", () => {
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

describe("the linter's context for a service", () => {
    it("is that of the catalogue, for the more limited type if AWS offers two", () => {
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

    it("is only what is given if the catalogue has no such service", () => {
        assert.deepEqual(contextOf("nonsense", { kind: "Gateway" }), {
            service: "nonsense",
            kind: "Gateway",
            partition: undefined,
        });
    });
});
