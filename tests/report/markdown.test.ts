import * as assert from "node:assert/strict";

import { compare } from "../../components/report/changes";
import { markdownReport } from "../../components/report/markdown";
import { planOf } from "../cli/report/plans";

describe("the report in Markdown", () => {
    it("is a heading, tables, lists, and the folded resources", async () => {
        const text = markdownReport(await planOf("dev"));
        assert.ok(text.startsWith("## dev · us-east-1 · 10.20.0.0/16\n\nNo internet gateway"));
        for (
            const part of [
                "### Endpoints (8)\n\n| service | kind | zones | USD/month | reason |",
                "| sqs | Interface | a | 7.30 | AWS offers no gateway | private addresses | default, proven | services |",
                "### Cost\n\n- USD 43.80 a month (730 hours)",
                "<details>\n<summary>Resources (24)</summary>\n\n```\n└─ PrivateVpc app\n",
                "SecurityGroupEgressRule app-client-s3-gateway-443\n```\n\n</details>",
            ]
        ) assert.ok(text.includes(part), part);
        for (const row of text.split("\n").filter((line) => line.startsWith("| sqs"))) {
            assert.equal(row.split("|").length, 10);
        }
    });

    it("has eight columns at most, with the reason first so that a narrow page does not cut it off", async () => {
        const rows = markdownReport(await planOf("prod")).split("\n").filter((line) => line.startsWith("|"));
        for (const row of rows) assert.ok(row.split("|").length - 2 <= 8, row);
        const titles = rows.find((row) => row.startsWith("| service"))!.split("|").map((title) => title.trim());
        assert.ok(titles.indexOf("reason") <= 5, titles.join());
    });

    it("prevents a value from becoming a heading, a list, a link or a block of its own", async () => {
        const exceptions = [{
            service: "s3",
            actions: ["s3:GetObject"],
            resources: ["*"],
            reason: "x\n\n# y\n- [click](https://example.com) <b>z</b> `q`",
        }];
        const text = markdownReport({
            ...await planOf("dev", { "private-vpc:perimeter": JSON.stringify({ exceptions }) }),
            stack: "<b>dev",
        });
        assert.ok(
            text.includes("by name: x # y - \\[click\\](https\\://example.com) \\<b\\>z\\</b\\> \\`q\\`: trusted"),
            text.split("\n").find((line) => line.includes("click")),
        );
        assert.ok(text.startsWith("## \\<b\\>dev · "));
    });

    it("starts with the changes, with Markdown characters escaped", async () => {
        const earlier = await planOf("dev");
        const after = await planOf("dev", { "private-vpc:endpoints": `{"sqs":{"policy":"full-access"}}` });
        const text = markdownReport(after, { changes: compare(earlier, after) });
        assert.ok(text.indexOf("### Changes") < text.indexOf("### Network"));
        assert.ok(text.includes("| \\~ sqs-interface | policy | default | full-access |"));
        assert.ok(text.includes("| \\~ sqs-interface | policy document |  | allows more |"));
        assert.match(text, /- Newly allowed through sqs-interface: FullAccess allows an unsigned request to call sqs:/);
        assert.ok(text.includes("arn:aws:ssm:us-east-1::document/\\*"));
    });
});
