import * as assert from "node:assert/strict";

import { terminalReport } from "../../cli/report/terminal";
import type { Plan } from "../../components";
import { markdownReport } from "../../components/report/markdown";
import { planOf } from "../cli/report/plans";

describe("the report compared with an earlier plan", () => {
    let earlier: Plan;
    let later: Plan;
    before(async () => {
        earlier = await planOf("dev");
        later = await planOf("dev", {
            "private-vpc:services": `["logs","sns","sqs","sts"]`,
            "private-vpc:workloads": `["ssm-session-manager"]`,
        });
    });

    const terminal = (before: Plan, after: Plan) => terminalReport(after, { colour: false }, { before }).split("\n\n");
    const part = (parts: string[], title: string) => parts.find((one) => one.startsWith(title))!;

    it("names unchanged sections without their content", () => {
        assert.deepEqual(terminal(earlier, earlier).slice(1), [
            "Changes\n  No changes to the network or the endpoints.\n  The cost stays at USD 43.80 a month.",
            "Unchanged\n  Network, Endpoints (8), Not created, Before you deploy, DNS, Perimeter, Cost, Zones and throughput, "
            + "Resources (24). Without --against, the report shows them in full.\n",
        ]);
    });

    it("shows new and removed endpoints, resources and sentences", async () => {
        // An endpoint of both plans that a sentence is about.
        const both = (services: string[], more = {}) =>
            planOf("dev", {
                "private-vpc:services": JSON.stringify(["execute-api", "logs", "sqs", ...services]),
                ...more,
            });
        const parts = terminal(
            await both(["dynamodb"]),
            await both(["sns", "sts"], { "private-vpc:workloads": `["ssm-session-manager"]` }),
        );
        const endpoints = part(parts, "Endpoints (7)").split("\n").slice(2);
        assert.deepEqual(endpoints.map((line) => line.trim().split(/ {2,}/)[0]), [
            "sns",
            "sts",
            "5 unchanged: execute-api, logs, sqs, ssm, ssmmessages",
        ]);
        const advice = part(parts, "Before you deploy").split("\n").slice(1);
        assert.equal(
            advice[0],
            "  + sts: clients must use the Regional name: the global sts.amazonaws.com does not resolve to this endpoint.",
        );
        assert.ok(
            advice.includes("  - ecr.api: the first pull through a pull-through cache rule still needs the internet."),
        );
        assert.equal(advice.at(-1), "  1 unchanged");
        assert.ok(advice.slice(1, -1).every((line) => line.startsWith("  - ")), advice.join("\n"));
        const resources = part(parts, "Resources").split("\n");
        assert.ok(resources.includes("  + VpcEndpoint app-sns-interface"));
        assert.ok(resources.includes("  - VpcEndpoint app-s3-gateway"));
        assert.ok(!resources.join().includes("Vpc app,"));
    });

    it("folds unchanged sections in Markdown, with all their content", () => {
        const text = markdownReport(later, { before: earlier });
        const open = text.replace(/<details>[^]*?<\/details>/g, "");
        assert.deepEqual(open.match(/^\| s\w+ /gm), ["| service ", "| sns ", "| sts "]);
        assert.ok(!open.includes("DNS:"));
        assert.match(text, /<summary>4 unchanged<\/summary>\n\n\| service \|.*\n.*\n\| logs \|/);
        assert.match(text, /<summary>All resources<\/summary>/);
        assert.match(markdownReport(earlier, { before: earlier }), /<summary>Unchanged: Network, Endpoints \(8\), /);
        for (const line of markdownReport(later).split("\n").filter((one) => one.startsWith("| s"))) {
            assert.ok(text.includes(line), line);
        }
    });

    it("shows a section in full if the earlier plan, of another release, has no such section", () => {
        const { warnings: _, offered: __, ...older } = earlier;
        const omitting = earlier.endpoints.map((one) => ({
            ...one,
            policy: { ...one.policy, droppedConditions: ["a"] },
        }));
        const parts = terminal(older as Plan, { ...earlier, endpoints: omitting });
        assert.match(part(parts, "Policies"), /^Policies\n {2}.* omit the conditions of a;/);
        assert.match(part(parts, "Not created"), /^Not created\n {2}ec2messages: optional/);
    });
});
