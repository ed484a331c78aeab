import * as assert from "node:assert/strict";

import { runUntraced } from "../../emulator/runProgram";
import { settingsOf } from "../../guardrails/guardrailOptions";
import { matrixOf, neededEndpoints, unreachableServices } from "../../guardrails/rules/workloadReach";
import { StackView } from "../../guardrails/stackView";
import { stackResource } from "../network/readers";
import { clientGroup, flatNetwork, interfaceEndpoint, lambda } from "./flatNetwork";

/** A function that calls a service with an endpoint, and one without. */
async function view(): Promise<StackView> {
    const declares = () => {
        const network = flatNetwork();
        interfaceEndpoint("logs", network);
        lambda("worker", network, clientGroup(network));
    };
    const { resources } = await runUntraced(declares, { config: { "aws:region": "us-east-1" }, preview: true });
    const described = resources.map((one) => ({
        ...stackResource(one),
        dependencies: one.propertyDependencies,
    }));
    return new StackView(described, "us-east-1");
}

const settings = settingsOf({ accountId: "123456789012", needs: { "lambda:*": ["logs", "sqs"] } });

describe("the matrix of a stack's workloads", () => {
    it("is the same object for both policies, so that it is computed once", async () => {
        const stack = await view();
        const matrix = matrixOf(stack, settings);
        assert.equal(matrix.length, 2);
        assert.equal(matrixOf(stack, { ...settings, needs: { ...settings.needs } }), matrix);
    });

    it("is another one for other needs, another account or another stack", async () => {
        const [stack, again] = [await view(), await view()];
        const matrix = matrixOf(stack, settings);
        assert.equal(matrixOf(stack, { ...settings, needs: { "lambda:*": ["logs"] } }).length, 1);
        assert.notEqual(matrixOf(stack, { ...settings, accountId: "111122223333" }), matrix);
        assert.notEqual(matrixOf(again, settings), matrix);
    });

    it("has the findings of each policy, in whichever order they run", async () => {
        const rules = [unreachableServices, neededEndpoints];
        const [one, other] = [await view(), await view()];
        const inOrder = rules.map((rule) => rule(one, settings));
        const reversed = [...rules].reverse().map((rule) => rule(other, settings)).reverse();
        assert.deepEqual(reversed, inOrder);
        assert.deepEqual(inOrder[1]!.map((found) => "message" in found && found.message), [
            "lambda:worker needs sqs (named in the option needs), which has no endpoint in its VPC",
        ]);
    });
});
