import * as assert from "node:assert/strict";

import { drawing, picture } from "../../../cli/report/picture";
import { planOf } from "./plans";

describe("the picture of the network", () => {
    it("leads each zone's workloads to every gateway, to the interfaces of their zone, and to no other place", async () => {
        const lines = drawing(await planOf("dev")).split("\n");
        const edges = lines.map((line) => /^"([^"]+)" -> "([^"]+)"/.exec(line)).flatMap((match) =>
            match ? [match.slice(1, 3)] : []
        );
        assert.deepEqual(edges, [
            ["subnet us-east-1a", "table us-east-1a"],
            ["table us-east-1a", "dynamodb-gateway"],
            ["table us-east-1a", "s3-gateway"],
            ["subnet us-east-1a", "interfaces us-east-1a"],
            ["interfaces us-east-1a", "services"],
            ["subnet us-east-1b", "table us-east-1b"],
            ["table us-east-1b", "dynamodb-gateway"],
            ["table us-east-1b", "s3-gateway"],
            ["subnet us-east-1b", "interfaces us-east-1a"],
        ]);
        assert.ok(
            lines.some((line) =>
                line.startsWith(`"internet" [label="the internet:\\nno route leads there,\\nDNS queries do"`)
            ),
        );
    });

    it("lets in those outside the VPC who must reach a service, in each of its zones", async () => {
        const lines = drawing(await planOf("prod")).split("\n");
        const inward = lines.filter((line) => line.includes(`-> "from 10.200.0.0/16"`));
        assert.equal(inward.length, 3);
        for (const line of inward) assert.match(line, /dir=back, label="s3"/);
    });

    it("is the same SVG each time", async () => {
        const plan = await planOf("dev");
        const svg = await picture(plan);
        assert.ok(svg.startsWith("<svg") && svg.trimEnd().endsWith("</svg>"));
        assert.equal(await picture(plan), svg);
    });
});
