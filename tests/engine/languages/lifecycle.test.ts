import * as assert from "node:assert/strict";
import * as fs from "node:fs";

import { languages } from "../../../emulator/engine/languageHost/languages";
import { Consumer } from "./consumer";
import { programIn } from "./programs";

const first = { cidrBlock: "10.0.0.0/16", services: ["dynamodb"] };
const changed = { ...first, services: ["dynamodb", "sqs"] };
const wrong = { cidrBlock: "10.0.0.0/8", services: ["dynamodb", "sqss"] };

const secret = "token-of-the-example";

for (const language of languages) {
    describe(`a program in ${language} with the generated SDK`, function() {
        this.timeout(600_000);
        let stack: Consumer;

        before(async () => {
            stack = await Consumer.start(language, programIn(language, first));
            await stack.succeed("config", "set", "--secret", "token", secret, "--stack", "dev");
        });

        after(() => stack.remove());

        it("is deployed as its preview shows, and has plain outputs", async () => {
            const previewed = await stack.preview();
            assert.deepEqual([...await stack.up()].sort(), previewed);
            assert.deepEqual(previewed.filter((step) => step.includes("VpcEndpoint")), [
                "create VpcEndpoint app-dynamodb-gateway",
            ]);
            await stack.assertSettled();
            const { vpcId, subnetIdsByZone, region, planSummary, planMarkdown } = await stack.outputs();
            assert.match(String(vpcId), /^vpc-[0-9a-f]+$/);
            assert.match((subnetIdsByZone as { [zone: string]: string })["us-east-1a"]!, /^subnet-[0-9a-f]+$/);
            assert.equal(region, "us-east-1");
            assert.deepEqual((planSummary as { endpoints: object }).endpoints, {
                "dynamodb-gateway": "gateway-is-free, for services",
            });
            assert.match(String(planMarkdown), /^## dev · us-east-1 · 10\.0\.0\.0\/16\n/);
        });

        it("keeps a secret tag secret in the state of every resource", async () => {
            assert.ok(fs.readFileSync(stack.accountFile, "utf8").includes(secret));
            const exported = await stack.succeed("stack", "export", "--stack", "dev");
            // AWS returns all tags of a resource; only the provider could know which are secret.
            const state = JSON.stringify(JSON.parse(exported), (key, value: unknown) => key === "tagsAll" ? 0 : value);
            assert.ok(state.includes("ciphertext"));
            assert.ok(!state.includes(secret));
        });

        it("is changed without replacement", async () => {
            stack.write(programIn(language, changed));
            assert.deepEqual(await stack.preview(), [
                "create SecurityGroupEgressRule app-client-endpoints-443",
                "create SecurityGroupIngressRule app-endpoints-443-vpc",
                "create VpcEndpoint app-sqs-interface",
            ]);
            await stack.up();
            await stack.assertSettled();
        });

        it("reports every problem of wrong arguments at once, and changes nothing", async () => {
            stack.write(programIn(language, wrong));
            const before = stack.resources;
            for (const command of [["preview"], ["up", "--yes", "--skip-preview"]]) {
                const said = await stack.fail(...command, "--stack", "dev");
                assert.match(
                    said,
                    /private-vpc:index:PrivateVpc resource 'app' has a problem: app: 2 problems; nothing was/,
                );
                assert.match(said, /cidrBlock\n/);
                assert.match(said, /services\[1\]\n/);
                // No stack trace of the provider. Python's and Go's SDKs add that the engine has ended.
                assert.doesNotMatch(said, /componentProvider|remoteComponents/);
            }
            assert.deepEqual(stack.resources, before);
            stack.write(programIn(language, changed));
        });

        it("is destroyed without a remainder", async () => {
            await stack.succeed("destroy", "--yes", "--skip-preview", "--stack", "dev");
            assert.deepEqual(stack.resources, []);
        });
    });
}
