import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import * as yaml from "js-yaml";

import { root } from "../run";
import { EngineStack } from "./stacks";

/** Lets a stack run the library in place of the program: Pulumi takes a folder's package.json, and what it exports. */
function runLibrary({ workspace }: EngineStack): void {
    const file = path.join(workspace.project, "Pulumi.yaml");
    const project = yaml.load(fs.readFileSync(file, "utf8")) as object;
    workspace.writeFile("Pulumi.yaml", yaml.dump({ ...project, main: "." }));
    workspace.writeFile("dist/components/index.js", "exports.PrivateVpc = class PrivateVpc {};");
}

describe("a deletion on the real engine", () => {
    it("by destroy leaves nothing of dev", async () => {
        const stack = await EngineStack.create("dev");
        await stack.up();
        assert.equal(stack.resources.length, 22);
        await stack.succeed("destroy", "--yes", "--skip-preview", "--stack", "dev");
        assert.deepEqual(stack.resources, []);
        assert.equal(
            JSON.parse(await stack.succeed("stack", "export", "--stack", "dev")).deployment.resources,
            undefined,
        );
        stack.remove();
    });

    it("of any protected resource of prod is rejected, and succeeds in a second step", async () => {
        const stack = await EngineStack.create("prod");
        await stack.up();
        const { "private-vpc:services": services } = stack.config as { "private-vpc:services": string[] };
        const fewer = services.filter((service) => service !== "xray");
        stack.configure({ services: fewer });
        const refused = await stack.fail("up", "--yes", "--skip-preview", "--stack", "prod");
        assert.match(refused, /app-xray-interface.*cannot be deleted.*protected/s);
        assert.equal(stack.resources.length, 38);

        stack.configure({ services, options: { protect: false } });
        assert.deepEqual(await stack.up(), []);
        stack.configure({ services: fewer });
        assert.deepEqual(await stack.up(), ["delete VpcEndpoint app-xray-interface"]);
        stack.configure({ options: { protect: true } });
        assert.deepEqual(await stack.up(), []);
        await stack.assertSettled();
        stack.remove();
    });

    it("of everything is what a program without resources plans, so Pulumi.yaml sets main, and protect prevents it", async () => {
        const { main } = yaml.load(fs.readFileSync(path.join(root, "Pulumi.yaml"), "utf8")) as { main: string };
        assert.ok(fs.statSync(path.join(root, main)).isFile());

        const dev = await EngineStack.create("dev");
        await dev.up();
        const made = dev.resources;
        runLibrary(dev);
        assert.deepEqual(await dev.preview(), made.map((one) => `delete ${one}`));

        const prod = new EngineStack(dev.workspace, "dev", { ...dev.config, "private-vpc:options": { protect: true } });
        dev.workspace.restoreProgram();
        assert.deepEqual(await prod.up(), []);
        runLibrary(prod);
        assert.match(
            await prod.fail("up", "--yes", "--skip-preview", "--stack", "dev"),
            /cannot be deleted.*protected/s,
        );
        assert.deepEqual(prod.resources, made);
        dev.remove();
    });
});
