import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { type Ask, decider } from "./samples/asks";
import { samples, servicesOf } from "./samples/statements";

const told = ({ action, resource }: Ask) => `${action} on ${resource}`;

describe("the requests that AWS's sample policies allow", () => {
    for (const sample of samples) {
        const { statement, passes, stops = () => [], override } = sample;
        it(`by AllowRequests${statement} of ${sample.sample} are allowed by the built-in policies, or denied for a reason`, () => {
            for (const service of servicesOf(sample)) {
                const decide = decider(service, override);
                for (const [sid, asks] of Object.entries(passes(service))) {
                    for (const ask of asks) {
                        const { decision, statements } = decide(ask);
                        assert.equal(decision, "Allowed", told(ask));
                        assert.ok(statements[0]!.startsWith(sid), `${told(ask)} by ${statements[0]}`);
                    }
                }
                for (const ask of stops(service)) {
                    assert.equal(decide(ask).decision, "ImplicitDeny", told(ask));
                }
            }
        });
    }

    it("are listed in policies/endpoints/README.md with the built-in policies' decisions", () => {
        const rows = samples.map((
            { sample, statement, ours, differs },
        ) => [sample, `\`…${statement}\``, ours, differs]);
        const table = [["sample", "its statement", "ours", "differs"], Array<string>(4).fill("---"), ...rows]
            .map((cells) => `| ${cells.join(" | ")} |`).join("\n");
        const file = path.join(__dirname, "..", "..", "..", "policies", "endpoints", "README.md");
        assert.ok(fs.readFileSync(file, "utf8").includes(table), `copy into policies/endpoints/README.md:\n${table}`);
    });
});
