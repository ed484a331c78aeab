import * as assert from "node:assert/strict";

import { readState } from "../../emulator/engine/provider/stateFile";
import { EngineStack } from "./stacks";

/** A service and its consumer in one program, as far as they are wanted. */
function program(...wanted: ("service" | "consumer" | "accepted" | "tagged")[]): string {
    const when = (what: (typeof wanted)[number], lines: string) => (wanted.includes(what) ? lines : "");
    return `
        import * as lb from "@pulumi/aws/lb";
        import { EndpointService, PrivateVpc } from "./components";

        const network = { cidrBlock: "10.0.0.0/16", availabilityZones: ["us-east-1a"] };
        const tags = ${when("tagged", "{ team: \"payments\" }") || "{}"};
        const provider = new PrivateVpc("orders", network);
        const subnets = provider.subnetIds;
        const balancer = new lb.LoadBalancer("orders", { loadBalancerType: "network", internal: true, subnets });
        const orders = new EndpointService("orders", { networkLoadBalancerArns: [balancer.arn], tags });
        ${when("consumer", "const endpointServices = { orders: { serviceName: orders.serviceName, ports: [8443] } };")}
        ${when("consumer", "const web = new PrivateVpc(\"web\", { ...network, endpointServices, tags });")}
        ${when("accepted", "orders.accept(\"web\", web.interfaceEndpointIds.apply((ids) => ids.orders));")}
    `;
}

describe("a connection to an endpoint service on the real engine", () => {
    let stack: EngineStack;

    /** Deploys what is wanted, and returns what AWS was asked for and what became of the connection. */
    async function deploy(
        ...wanted: Parameters<typeof program>
    ): Promise<{ done: string[]; state: string | undefined }> {
        stack.workspace.writeFile("index.ts", program(...wanted));
        const done = await stack.up();
        await stack.assertSettled();
        const endpoint = readState(stack.accountFile)!.made.find(({ name }) => name === "web-orders-interface");
        return { done, state: endpoint?.attributes.state };
    }

    before(async () => {
        stack = await EngineStack.create("dev", { "aws:region": "us-east-1" });
        await deploy("service");
    });

    after(() => stack.remove());

    it("is pending until accepted, stays accepted through updates, and is rejected when the acceptance is removed", async () => {
        const accepter = "VpcEndpointConnectionAccepter orders-web";
        const requested = await deploy("service", "consumer");
        assert.ok(requested.done.includes("create VpcEndpoint web-orders-interface"));
        assert.equal(requested.state, "pendingAcceptance");
        const accepted = await deploy("service", "consumer", "accepted");
        assert.deepEqual(accepted, { done: [`create ${accepter}`], state: "available" });
        const changed = await deploy("service", "consumer", "accepted", "tagged");
        assert.ok(changed.done.includes("update VpcEndpoint web-orders-interface"));
        assert.ok(changed.done.every((step) => step.startsWith("update ")), changed.done.join("\n"));
        assert.equal(changed.state, "available");
        const rejected = await deploy("service", "consumer", "tagged");
        assert.deepEqual(rejected, { done: [`delete ${accepter}`], state: "rejected" });
    });

    it("is deleted before the service if everything is destroyed", async () => {
        await deploy("service", "consumer", "accepted");
        await stack.succeed("destroy", "--yes", "--skip-preview", "--stack", "dev");
        assert.deepEqual(stack.resources, []);
    });
});
