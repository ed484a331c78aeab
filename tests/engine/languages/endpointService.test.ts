import * as assert from "node:assert/strict";

import type { Language } from "../../../emulator/engine/languageHost/languages";
import { Consumer } from "./consumer";
import type { Files } from "./programs";

const loadBalancer = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef";
const consumer = "arn:aws:iam::111122223333:root";
const topic = "arn:aws:sns:us-east-1:123456789012:connections";

/** A program that offers a service, connects to it from a VPC, and accepts the connections with these IDs. */
const programs: { [name in Language]?: (accepted: string[], more?: string) => Files } = {
    python: (accepted, more = "") => ({
        "__main__.py": `
import private_vpc
import pulumi

service = private_vpc.EndpointService(
    "orders",
    network_load_balancer_arns=["${loadBalancer}"],
    allowed_principals=["${consumer}"],
    private_dns_name="orders.example.com",
    connection_notification={"topic_arn": "${topic}", "events": ["Accept"]},
    accepted_endpoint_ids=dict(zip(["web"], ${JSON.stringify(accepted)})),${more}
)
vpc = private_vpc.PrivateVpc(
    "web",
    cidr_block="10.0.0.0/16",
    availability_zones=["us-east-1a"],
    endpoint_services={"orders": {"service_name": service.service_name}},
)
pulumi.export("serviceName", service.service_name)
pulumi.export("verification", service.private_dns_verification)
pulumi.export("endpoints", vpc.interface_endpoint_ids)
`,
    }),
    nodejs: (accepted, more = "") => ({
        "index.ts": `
            import { EndpointService, PrivateVpc } from "private-vpc-sdk";

            const service = new EndpointService("orders", {
                networkLoadBalancerArns: ["${loadBalancer}"],
                allowedPrincipals: ["${consumer}"],
                privateDnsName: "orders.example.com",
                connectionNotification: { topicArn: "${topic}", events: ["Accept"] },
                acceptedEndpointIds: Object.fromEntries(${
            JSON.stringify(accepted)
        }.map((id: string) => ["web", id])),${more}
            });
            const vpc = new PrivateVpc("web", {
                cidrBlock: "10.0.0.0/16",
                availabilityZones: ["us-east-1a"],
                endpointServices: { orders: { serviceName: service.serviceName } },
            });
            export const { serviceName, privateDnsVerification: verification } = service;
            export const endpoints = vpc.interfaceEndpointIds;
        `,
    }),
};
const wrong: { [name in Language]?: string } = {
    python: ` supported_ip_address_types=["ipv5"], owner="",`,
    nodejs: ` supportedIpAddressTypes: ["ipv5" as "ipv4"], owner: "",`,
};

/** The names in an exported output of `privateDnsVerification`. */
const names: { [name in Language]?: string[] } = {
    python: ["record_name", "record_type", "record_value"],
    nodejs: ["recordName", "recordType", "recordValue"],
};

for (const [language, program] of Object.entries(programs)) {
    describe(`an endpoint service from ${language}`, function() {
        this.timeout(900_000);
        let stack: Consumer;

        before(async () => {
            stack = await Consumer.start(language as Language, program([]));
        });

        after(() => stack.remove());

        it("is deployed, connected to, changed and destroyed", async () => {
            const previewed = await stack.preview();
            assert.deepEqual([...await stack.up()].sort(), previewed);
            assert.ok(previewed.includes("create VpcEndpointService orders"));
            assert.ok(previewed.includes("create VpcEndpointConnectionNotification orders-notification"));
            assert.ok(previewed.includes("create VpcEndpoint web-orders-interface"));
            const { serviceName, verification, endpoints } = await stack.outputs() as { [name: string]: object };
            assert.match(String(serviceName), /^com\.amazonaws\.vpce\.us-east-1\.vpce-svc-[0-9a-f]+$/);
            assert.deepEqual(Object.keys(verification!).sort(), names[language as Language]);
            stack.write(program([(endpoints as { orders: string }).orders]));
            assert.deepEqual(await stack.up(), ["create VpcEndpointConnectionAccepter orders-web"]);
            await stack.assertSettled();

            stack.write(program([], wrong[language as Language]));
            const said = await stack.fail("preview", "--stack", "dev");
            assert.match(said, /orders: 2 problems; nothing was created/);
            await stack.succeed("destroy", "--yes", "--skip-preview", "--stack", "dev");
            assert.deepEqual(stack.resources, []);
        });
    });
}
