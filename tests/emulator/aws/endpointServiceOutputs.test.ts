import * as assert from "node:assert/strict";

import type { Attributes, Made } from "../../../emulator/aws/emulatedAws";
import { types } from "../../../emulator/aws/world";
import { Account, refused } from "./account";

/** An account with a service behind a load balancer in us-east-1a, which consumers of the same account connect to. */
class Provider extends Account {
    readonly inA = this.subnet("a", "10.0.0.0/24");
    readonly inB = this.subnet("b", "10.0.1.0/24", "us-east-1b");
    readonly balancer = this.aws.create(types.loadBalancer, "balancer", {
        loadBalancerType: "network",
        subnets: [this.inA.id],
    });

    service(inputs: Attributes = {}): Made {
        const common = { networkLoadBalancerArns: [this.balancer.id], acceptanceRequired: true };
        return this.aws.create(types.endpointService, "orders", { ...common, ...inputs });
    }

    consumer(name: string, { attributes: { serviceName } }: Made, inputs: Attributes = {}): Made {
        return this.interface(name, "", { serviceName, subnetIds: [this.inA.id], ...inputs });
    }

    accept(service: Made, endpoint: { id: string }): Made {
        const pair = { vpcEndpointServiceId: service.id, vpcEndpointId: endpoint.id };
        return this.aws.create(types.accepter, "accepter", pair);
    }
}

describe("an endpoint service in the emulated AWS", () => {
    it("has a name with its Region and ID, its load balancers' zones, and a DNS name for each endpoint", () => {
        const account = new Provider();
        const { id, attributes } = account.service();
        assert.match(
            account.balancer.id,
            /^arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer\/net\/balancer\/[0-9a-f]{16}$/,
        );
        assert.equal(attributes.serviceName, `com.amazonaws.vpce.us-east-1.${id}`);
        assert.deepEqual(attributes.availabilityZones, ["us-east-1a"]);
        const endpoint = account.consumer("web", { attributes } as Made);
        const [{ dnsName }, { dnsName: zonal }] = endpoint.attributes.dnsEntries;
        assert.match(dnsName, new RegExp(`^${endpoint.id}-[0-9a-f]{8}\\.${id}\\.us-east-1\\.vpce\\.amazonaws\\.com$`));
        assert.match(zonal, new RegExp(`^${endpoint.id}-[0-9a-f]{8}-us-east-1a\\.${id}\\.us-east-1`));
    });

    it("has a name with the partition's prefix in China [name.china]", () => {
        const arn = "arn:aws-cn:elasticloadbalancing:cn-north-1:123456789012:loadbalancer/net/orders/0123456789abcdef";
        const account = new Account({ region: "cn-north-1" });
        const inputs = { networkLoadBalancerArns: [arn], acceptanceRequired: true };
        const { id, attributes } = account.aws.create(types.endpointService, "orders", inputs);
        assert.equal(attributes.serviceName, `cn.com.amazonaws.vpce.cn-north-1.${id}`);
        const { serviceName } = account.interface("web", "", { serviceName: attributes.serviceName }).attributes;
        assert.equal(serviceName, attributes.serviceName);
    });

    it("is not visible from another partition [regions.other-partition]", () => {
        const serviceName = "com.amazonaws.vpce.us-gov-west-1.vpce-svc-0123456789abcdef0";
        const connect = () => new Account().interface("web", "", { serviceName, serviceRegion: "us-gov-west-1" });
        refused("InvalidServiceName", "web", /'com\.amazonaws\.vpce\.us-gov-west-1/, /service of us-east-1/, connect);
    });

    it("changes the state of a connection from pending acceptance to available and to rejected", () => {
        const account = new Provider();
        const service = account.service();
        const web = account.consumer("web", service);
        assert.equal(web.attributes.state, "pendingAcceptance");
        const accepter = account.accept(service, web);
        assert.equal(accepter.id, `${service.id}_${web.id}`);
        assert.deepEqual([web.attributes.state, accepter.attributes.vpcEndpointState], ["available", "available"]);
        assert.equal(account.accept(service, web).id, accepter.id);
        assert.equal(web.attributes.state, "available");
        account.aws.delete(accepter.id);
        assert.equal(web.attributes.state, "rejected");
        account.accept(service, web);
        assert.equal(web.attributes.state, "available");
    });

    it("accepts connections at once without acceptanceRequired, as AWS's own services do", () => {
        const account = new Provider();
        assert.equal(
            account.consumer("web", account.service({ acceptanceRequired: false })).attributes.state,
            "available",
        );
        assert.equal(account.interface("sqs", "sqs").attributes.state, "available");
    });

    it("cannot be deleted while an endpoint is connected or pending, but can once it is rejected or deleted", () => {
        const account = new Provider();
        const service = account.service();
        const web = account.consumer("web", service);
        const refusal = () =>
            refused(
                "ExistingVpcEndpointConnections",
                "orders",
                /existing active VPC Endpoint connections/,
                /delete web first, or reject it/,
                () => account.aws.delete(service.id),
            );
        refusal();
        const accepter = account.accept(service, web);
        refusal();
        account.aws.delete(accepter.id);
        account.aws.delete(service.id);
    });

    it("prevents its load balancer from being deleted", () => {
        const account = new Provider();
        const service = account.service();
        refused(
            "ResourceInUse",
            "balancer",
            /has a dependent object/,
            /delete orders first/,
            () => account.aws.delete(account.balancer.id),
        );
        account.aws.delete(service.id);
        account.aws.delete(account.balancer.id);
    });

    it("provides its private DNS name only after the domain is verified", () => {
        const account = new Provider();
        const service = account.service({ acceptanceRequired: false, privateDnsName: "orders.example.com" });
        const request = () => account.consumer("web", service, { privateDnsEnabled: true });
        refused(
            "InvalidParameter",
            "web",
            /has not verified the private DNS name/,
            /verify the name of orders first/,
            request,
        );
        account.aws.create(types.verification, "verification", { serviceId: service.id });
        assert.match(request().id, /^vpce-/);
    });
});

describe("the emulated AWS, for an endpoint service,", () => {
    it("rejects a missing load balancer, and one of another type", () => {
        const account = new Provider();
        const make = (...networkLoadBalancerArns: string[]) => account.service({ networkLoadBalancerArns });
        const none = /exactly one of network_load_balancer_arn or gateway_load_balancer_arn is a required member/;
        refused("InvalidParameter", "orders", none, /a network load balancer/, () => make());
        for (const loadBalancerType of ["application", "gateway"]) {
            const { id } = account.aws.create(types.loadBalancer, loadBalancerType, { loadBalancerType });
            const message = /is not a network load balancer/;
            refused("InvalidParameter", "orders", message, /before it/, () => make(account.balancer.id, id));
        }
    });

    it("rejects a malformed load balancer ARN, and one of another Region than the provider's", () => {
        const account = new Provider();
        const make = (arn: string) => account.service({ networkLoadBalancerArns: [arn] });
        const arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef";
        for (
            const wrong of [
                "orders",
                arn.replace("/net/orders/0123456789abcdef", "/orders"),
                arn.replace("loadbalancer/net", "targetgroup/net"),
                arn.replace("/0123456789abcdef", ""),
                arn.replace("123456789012", ""),
                arn.replace("elasticloadbalancing", "ec2"),
                arn.replace("us-east-1", "eu-west-1"),
            ]
        ) {
            const message = new RegExp(`'${wrong}' is not a valid load balancer ARN`);
            refused("InvalidParameter", "orders", message, /in us-east-1/, () => make(wrong));
        }
        assert.match(make(arn).id, /^vpce-svc-/);
    });

    it("rejects a principal that is not an account, role or user, or has a path, and accepts those, services and *", () => {
        const account = new Provider();
        const vpcEndpointServiceId = account.service().id;
        const ways: [string, (principal: string) => Made][] = [
            ["orders", (principal) => account.service({ allowedPrincipals: ["*", principal] })],
            ["p", (principalArn) => account.aws.create(types.principal, "p", { vpcEndpointServiceId, principalArn })],
        ];
        const ofAccount = "arn:aws:iam::111122223333";
        for (const [name, allow] of ways) {
            for (
                const wrong of [
                    "",
                    "111122223333",
                    "arn:aws:iam::11112222333:root",
                    "arn:aws:sts::111122223333:assumed-role/orders/session",
                    `${ofAccount}:group/orders`,
                    `${ofAccount}:role`,
                    `${ofAccount}:role/`,
                    `${ofAccount}:role/teams/orders`,
                    `${ofAccount}:root/orders`,
                ]
            ) {
                const message = new RegExp(`InvalidPrincipal: Invalid Principal: '${wrong}'`);
                refused("InvalidPrincipal", name, message, /:root/, () => allow(wrong));
            }
            const principals = [`${ofAccount}:root`, `${ofAccount}:role/orders`, `${ofAccount}:user/orders`];
            for (const right of [...principals, "arn:aws-cn:iam::111122223333:root", "ecs.amazonaws.com", "*"]) {
                assert.match(allow(right).id, /^vpce-svc-/);
            }
        }
    });

    it("rejects an accepter, notification or allowed principal for a service that does not exist", () => {
        const { aws } = new Provider();
        for (const type of [types.accepter, types.notification, types.principal]) {
            refused(
                "InvalidVpcEndpointServiceId.NotFound",
                "x",
                /'vpce-svc-1' does not exist/,
                /of this account/,
                () => aws.create(type, "x", { vpcEndpointServiceId: "vpce-svc-1", principalArn: "*" }),
            );
        }
    });

    it("rejects accepting another service's endpoint or without acceptanceRequired, and allows another account's", () => {
        const account = new Provider();
        const service = account.service();
        refused(
            "InvalidVpcEndpointId.NotFound",
            "accepter",
            /does not exist/,
            /it is an endpoint of com.amazonaws.us-east-1.sqs/,
            () => account.accept(service, account.interface("sqs", "sqs")),
        );
        const open = account.service({ acceptanceRequired: false });
        const web = account.consumer("web", open);
        const where = /only where acceptance is required/;
        refused("InvalidState", "accepter", /state available/, where, () => account.accept(open, web));
        assert.match(account.accept(service, { id: "vpce-0123456789abcdef0" }).id, /_vpce-0123456789abcdef0$/);
    });

    it("rejects a DNS record that exists, and allows it in another hosted zone", () => {
        const { aws } = new Provider();
        const create = (zoneId: string) =>
            aws.create(types.record, "r", { zoneId, name: "_a.orders.example.com", type: "TXT", records: ["vpce:a"] });
        assert.equal(create("Z1").id, "Z1__a.orders.example.com_TXT");
        const message = /Tried to create resource record set \[name='_a\.orders\.example\.com\.', type='TXT'\]/;
        refused("InvalidChangeBatch", "r", message, /import the record/, () => create("Z1"));
        assert.equal(create("Z2").id, "Z2__a.orders.example.com_TXT");
    });

    it("rejects a notification with unknown events", () => {
        const account = new Provider();
        const vpcEndpointServiceId = account.service().id;
        const notify = (connectionEvents: string[]) =>
            account.aws.create(types.notification, "n", { vpcEndpointServiceId, connectionEvents });
        refused("InvalidParameter", "n", /accept/, /use Accept, Reject/, () => notify(["accept"]));
        assert.equal(notify(["Accept"]).attributes.state, "Enabled");
    });

    it("rejects an endpoint of another type than the service's, and accepts one of the same type", () => {
        const serviceName = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";
        const account = new Account({ foreignServices: { [serviceName]: "GatewayLoadBalancer" } });
        refused(
            "InvalidParameter",
            "firewall",
            /Endpoint type \(Interface\) does not match available service types \(\[GatewayLoadBalancer\]\)\./,
            /of type GatewayLoadBalancer/,
            () => account.interface("firewall", "", { serviceName }),
        );
        const inputs = { serviceName, vpcEndpointType: "GatewayLoadBalancer" };
        assert.match(account.interface("firewall", "", inputs).id, /^vpce-/);
        const own = new Provider();
        const { serviceName: orders } = own.service().attributes;
        refused(
            "InvalidParameter",
            "web",
            /Endpoint type \(GatewayLoadBalancer\) does not match available service types \(\[Interface\]\)\./,
            /of type Interface/,
            () => own.interface("web", "", { serviceName: orders, vpcEndpointType: "GatewayLoadBalancer" }),
        );
    });

    it("rejects an endpoint with a service name of the wrong form, and accepts IDs of both lengths", () => {
        const account = new Account();
        const make = (serviceName: string) => account.interface("web", "", { serviceName });
        const name = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";
        for (
            const wrong of [
                "vpce-svc-0123456789abcdef0",
                "com.amazonaws.vpce.us-east-1.orders",
                "com.amazonaws.us-east-1.vpce-svc-0123456789abcdef0",
                name.slice(0, -1),
                name.replace("abcdef0", "ABCDEF0"),
                `${name}.us-east-1`,
            ]
        ) {
            const message = new RegExp(`The Vpc Endpoint Service '${wrong}' does not exist`);
            refused("InvalidServiceName", "web", message, /a service of us-east-1/, () => make(wrong));
        }
        for (const right of [name, name.slice(0, -9)]) assert.match(make(right).id, /^vpce-/);
    });

    it("rejects an endpoint of a service that does not allow the account, as if the service did not exist", () => {
        const serviceName = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";
        const account = new Account({ foreignServices: { [serviceName]: null } });
        refused(
            "InvalidServiceName",
            "web",
            /vpce-svc-0123456789abcdef0' does not exist/,
            /a service of us-east-1/,
            () => account.interface("web", "", { serviceName }),
        );
    });

    it("rejects an endpoint outside the service's zones or with a policy, and accepts one in its zones [if.az-support]", () => {
        const account = new Provider();
        const service = account.service();
        const outside = { subnetIds: [account.inA.id, account.inB.id] };
        refused(
            "InvalidParameter",
            "web",
            new RegExp(`does not support the availability zone of the subnet: ${account.inB.id}`),
            /zones of its load balancers: us-east-1a/,
            () => account.consumer("web", service, outside),
        );
        const policy = `{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}`;
        refused(
            "InvalidParameter",
            "web",
            /does not support endpoint policies/,
            /leave the policy out/,
            () => account.consumer("web", service, { policy }),
        );
        assert.match(account.consumer("web", service).id, /^vpce-/);
    });
});
