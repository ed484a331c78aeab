import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { Consumer } from "./consumer";

/** A program that requests a component and a version of the provider, without the checks of a generated SDK. */
const program = (component: string, args: string, ...versions: string[]) => ({
    "__main__.py": `
import pulumi

class Remote(pulumi.ComponentResource):
    def __init__(self, name, version):
        options = pulumi.ResourceOptions(version=version)
        super().__init__("private-vpc:index:${component}", name, {**args, ${args}}, options, True)

args = {"cidrBlock": "10.0.0.0/16", "availabilityZones": ["us-east-1a"]}
for index, version in enumerate(${JSON.stringify(versions)}):
    Remote(f"app-{index}", version)
`,
});

const { version } = JSON.parse(fs.readFileSync(path.join(__dirname, "../../../package.json"), "utf8")) as {
    version: string;
};

describe("an SDK of another release than the provider's", function() {
    this.timeout(900_000);
    let stack: Consumer;

    before(async () => {
        stack = await Consumer.start("python", program("PrivateVpc", "", version));
    });

    after(() => stack.remove());

    it("that is newer: an unknown argument is a problem, and no other", async () => {
        stack.write(program("PrivateVpc", `"colour": "blue"`, version));
        const said = await stack.fail("preview", "--stack", "dev");
        assert.match(
            said,
            /app-0: 1 problem; nothing was created:\s+colour\s+"colour" is not a key of args \[args\.unknown-key\]/,
        );
    });

    it("that is newer: an unknown component is reported with the provider's own", async () => {
        stack.write(program("Firewall", "", version));
        const said = await stack.fail("preview", "--stack", "dev");
        const known = "private-vpc:index:EndpointService, private-vpc:index:PrivateVpc";
        assert.ok(
            said.includes(`private-vpc ${version} has no resource private-vpc:index:Firewall. It has: ${known}`),
            said,
        );
    });

    it("that is older, or two in one program, use the provider that the project names", async () => {
        stack.write(program("PrivateVpc", "", "0.1.0", version));
        const created = await stack.preview();
        assert.deepEqual(created.filter((step) => step.startsWith("create Vpc ")), [
            "create Vpc app-0",
            "create Vpc app-1",
        ]);
    });
});
