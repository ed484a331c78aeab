import * as assert from "node:assert/strict";

import { describeProblems, distinct, within } from "../../components/plan/problem";

const one = { code: "network.host-bits", path: "cidrBlock", message: "is wrong", hint: "mend it" } as const;
const other = {
    code: "services.unknown",
    path: "services[0]",
    message: "is unknown",
    hint: "did you mean s3?",
} as const;

describe("problems", () => {
    it("are printed one after the other: the path, the message with its code, and the fix", () => {
        assert.equal(
            describeProblems([one, other], "app"),
            "app: 2 problems; nothing was created:\n\n"
                + "  cidrBlock\n    is wrong [network.host-bits]\n    → mend it\n\n"
                + "  services[0]\n    is unknown [services.unknown]\n    → did you mean s3?",
        );
    });

    it("are cut after 50 of them, with the number of the others", () => {
        const problems = Array.from({ length: 53 }, (_, index) => ({ ...one, path: `p${index}` }));
        const text = describeProblems(problems, "app");
        assert.match(text, /^app: 53 problems; /);
        assert.match(text, /\n {2}p49\n[^]*\n\n {2}and 3 more; fix these first$/);
        assert.equal(text.includes("p50"), false);
        assert.doesNotMatch(describeProblems(problems.slice(0, 50), "app"), / more/);
    });

    it("are distinct where path and message are, in their order", () => {
        const again = [one, other, { ...one, hint: "x" }, { ...one, path: "a" }, other];
        assert.deepEqual(distinct(again), [one, other, { ...one, path: "a" }]);
    });

    it("are each printed on one line, also if Node.js quotes a string with line breaks", () => {
        const quoted = { ...one, message: `"{\n  }" is not valid JSON` };
        assert.match(
            describeProblems([quoted], "app"),
            /\n {4}"\{ \}" is not valid JSON \[network\.host-bits\]\n {4}→ mend it$/,
        );
    });

    it("are counted, with a singular for one", () => {
        assert.match(describeProblems([one], "app"), /^app: 1 problem; /);
    });

    it("are printed with another outcome if something was created", () => {
        assert.match(
            describeProblems([one], "s3", "its endpoint was not made"),
            /^s3: 1 problem; its endpoint was/,
        );
    });

    it("within a namespace have it before their path, and are otherwise the same", () => {
        assert.deepEqual(within("private-vpc:", [one, other]), [
            { ...one, path: "private-vpc:cidrBlock" },
            { ...other, path: "private-vpc:services[0]" },
        ]);
        assert.deepEqual(within("private-vpc:", []), []);
        assert.equal(one.path, "cidrBlock");
    });
});
