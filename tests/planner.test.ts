import * as assert from "node:assert/strict";

import { comparePlans, describeProblems, markdownReport, planPrivateVpc, planVpcEndpoints } from "../components";
import { zonesOf } from "../components/plan/kinds/endpointKinds";
import { runVpc, smallVpc } from "./run";

const services = ["s3", "sqs"];

describe("planning without registering resources", () => {
    it("returns what PrivateVpc creates for the same arguments", async () => {
        const { plan } = planPrivateVpc({ ...smallVpc, services });
        const { plans: [made] } = await runVpc({ services });
        const { version: _version, stack: _stack, protect: _protect, resources: _resources, ...planned } = made!;
        assert.deepEqual(plan, planned);
    });

    it("returns what VpcEndpoints creates, in the zones of its subnets", () => {
        const subnetIds = { "us-east-1a": "subnet-a" };
        const { plan } = planVpcEndpoints({
            vpcCidrBlock: "10.0.0.0/16",
            subnetIds,
            routeTableIds: ["rtb-a"],
            services,
        });
        assert.deepEqual(plan?.endpoints.map((one) => [one.name, zonesOf(one)]), [
            ["s3-gateway", []],
            ["sqs-interface", ["us-east-1a"]],
        ]);
    });

    it("returns every problem, with the component's messages", async () => {
        const { problems } = planPrivateVpc({ ...smallVpc, cidrBlock: "10.0.0.0/8", services: ["sqss"] });
        assert.deepEqual(problems.map(({ path }) => path), ["cidrBlock", "services[0]"]);
        await assert.rejects(runVpc({ cidrBlock: "10.0.0.0/8", services: ["sqss"] }), {
            message: describeProblems(problems, "app"),
        });
    });

    it("can be reported in Markdown without a stack and resources, and compared with another plan", () => {
        const before = planPrivateVpc({ ...smallVpc, services: ["s3"] }).plan!;
        const after = planPrivateVpc({ ...smallVpc, services }).plan!;
        const text = markdownReport(after, { changes: comparePlans(before, after) });
        assert.ok(text.startsWith("## us-east-1 · 10.0.0.0/16\n"), text.slice(0, 80));
        assert.match(text, /### Changes\n\n.*\n.*\n\| \+ sqs-interface \|/);
        assert.ok(!text.includes("Resources"));
    });
});
