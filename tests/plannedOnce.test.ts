import * as assert from "node:assert/strict";
import * as path from "node:path";

import { runOffline } from "../emulator/runProgram";
import { root, smallVpc } from "./run";

type Components = typeof import("../components");
type Planner = typeof import("../components/plan/endpoints/planEndpoints");

const folder = path.join(root, "components") + path.sep;

/** How often the endpoints of a VPC are planned while a program runs, with a copy of the library of its own. */
async function plannings(program: (components: Components) => unknown, more: { [key: string]: string } = {}) {
    const kept = Object.entries(require.cache).filter(([file]) => file.startsWith(folder));
    for (const [file] of kept) delete require.cache[file];
    try {
        const planner = require.resolve("../components/plan/endpoints/planEndpoints");
        const original = require(planner) as Planner;
        let count = 0;
        const planEndpoints: Planner["planEndpoints"] = (...args) => {
            count++;
            return original.planEndpoints(...args);
        };
        require.cache[planner]!.exports = { ...original, planEndpoints };
        const components = require("../components") as Components;
        await runOffline(() => program(components), { config: { "aws:region": "us-east-1", ...more } });
        return count;
    } finally {
        for (const file of Object.keys(require.cache)) if (file.startsWith(folder)) delete require.cache[file];
        for (const [file, module] of kept) require.cache[file] = module;
    }
}

describe("a program is planned once", () => {
    const services = ["s3", "sqs"];

    it("with a PrivateVpc, whose endpoints are a child component", async () => {
        assert.equal(await plannings(({ PrivateVpc }) => new PrivateVpc("app", { ...smallVpc, services })), 1);
    });

    it("with a PrivateVpc from a stack's config", async () => {
        const config = {
            "private-vpc:cidrBlock": "10.0.0.0/16",
            "private-vpc:availabilityZones": `["us-east-1a"]`,
            "private-vpc:services": `["s3", "sqs"]`,
        };
        const program = ({ PrivateVpc, readSettings }: Components) => {
            const { args, options } = readSettings();
            return new PrivateVpc("app", args, options);
        };
        assert.equal(await plannings(program, config), 1);
    });

    it("with VpcEndpoints", async () => {
        const args = {
            vpcId: "vpc-1",
            vpcCidrBlock: "10.0.0.0/16",
            subnetIds: { "us-east-1a": "subnet-a" },
            routeTableIds: ["rtb-a"],
            services,
        };
        assert.equal(await plannings(({ VpcEndpoints }) => new VpcEndpoints("app", args)), 1);
    });
});
