import { types } from "../../emulator/aws/world";
import { inConfig, inDeployment, inPlan, inProgram } from "./exampleInputs";
import { accounts } from "./networkExamples";
import type { ProblemExample } from "./problemExample";

const endpointId = "vpce-0123456789abcdef0";
const serviceName = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";
const options = (service: string, said: string) =>
    `private-vpc:services: [${service}]\nprivate-vpc:endpoints: { ${service}: ${said} }`;
const inVpc = (said: string) => `await VpcEndpoints.inVpc("app", { vpcId: "${accounts.vpcId}", ${said} });`;
const endpoint = (service: string, attributes: object, id = endpointId, vpcId = accounts.vpcId) =>
    accounts.made(types.endpoint, id, {
        vpcId,
        serviceName: `com.amazonaws.us-east-1.${service}`,
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        routeTableIds: [],
        state: "available",
        tags: {},
        ...attributes,
    });
const gateway = (id = endpointId, routeTableIds = ["rtb-main"]) =>
    endpoint("s3", { vpcEndpointType: "Gateway", privateDnsEnabled: false, routeTableIds }, id);

const connection = `new VpcEndpoints("app", {
    ...args,
    endpointServices: { orders: { serviceName: "${serviceName}" } },
});`;

/** Mistakes in services, endpoints, existing endpoints, connections, quotas and endpoint costs. */
export const endpointExamples: ProblemExample[] = [
    inConfig("workloads.unknown", "private-vpc:workloads: [ecs-fargat]"),
    inConfig("workloads.unknown", "private-vpc:workloads: [sqs]"),
    inConfig("workloads.unknown", "private-vpc:workloads: [eks, fargate]"),
    inConfig("workloads.unknown", "private-vpc:workloads: [kubernetes]"),
    inConfig("services.unknown", "private-vpc:services: [sqss]"),
    inConfig("services.unknown", "private-vpc:services: [ecs-fargate]"),
    inConfig("services.unknown", "private-vpc:services: [com.amazonaws.us-east-1.sqs]"),
    inConfig("services.unknown", "private-vpc:services: [cloudwatch]"),
    inConfig("services.unknown", "private-vpc:services: [timestream.query-<cell>]"),
    inConfig("services.unknown", "private-vpc:services: [ecr.api-fips, oam-fips]"),
    inConfig("services.unknown", "private-vpc:services: [s3-gateway]"),
    inConfig("services.unknown", "private-vpc:services: [no-such-thing]"),
    inConfig("services.not-requested", "private-vpc:endpoints: { kms: { privateDns: false } }"),
    inConfig("services.not-in-region", "private-vpc:services: [iam]\nprivate-vpc:availabilityZones: [eu-west-1a]"),
    inConfig("services.not-in-region", "private-vpc:services: [eks]\nprivate-vpc:availabilityZones: [ap-southeast-7a]"),
    inConfig("services.ports-unknown", "private-vpc:services: [airflow.env]"),

    inConfig("endpoints.unknown-kind", options("s3", "{ kind: Gatway }")),
    inConfig("endpoints.no-private-dns", options("dynamodb", "{ kind: Interface, privateDns: true }")),
    inDeployment(
        "endpoints.no-private-dns",
        "private-vpc:services: [sqs]",
        { privateDnsName: "" },
        "Where AWS answers that sqs has no private DNS:",
    ),
    inDeployment(
        "endpoints.no-private-dns",
        "private-vpc:services: [cloudfront]",
        { privateDnsName: "" },
        "Where AWS answers that cloudfront has no private DNS, which this version does not know:",
    ),
    inConfig("endpoints.private-dns-required", options("ecr.dkr", "{ privateDns: false }")),
    inConfig(
        "endpoints.groups-and-ranges",
        options("sqs", "{ securityGroupIds: [sg-0123456789abcdef0], allowedCidrBlocks: [10.9.0.0/16] }"),
    ),
    inPlan("endpoints.not-outside", options("s3", "{ reachableFrom: [10.0.4.0/24] }")),
    inPlan("endpoints.never-a-source", options("s3", "{ reachableFrom: [169.254.0.0/16] }")),
    inPlan("endpoints.docker-source", options("s3", "{ reachableFrom: [172.17.0.0/16] }")),
    inPlan("endpoints.public-source", options("s3", "{ reachableFrom: [44.0.0.0/16] }")),
    inPlan("endpoints.excludes-workloads", options("sqs", "{ allowedCidrBlocks: [10.9.0.0/16] }")),
    inPlan("endpoints.open-sources", options("s3", "{ reachableFrom: [0.0.0.0/0] }")),
    inConfig("endpoints.invalid-port", options("sqs", "{ ports: [0] }")),
    inConfig("endpoints.invalid-gigabytes", options("sqs", "{ expectedGigabytes: -1 }")),
    inProgram(
        "endpoints.invalid-id",
        `new VpcEndpoints("app", { ...args, services: ["s3"], existing: { s3: "vpce-svc-0123456789abcdef0" } });`,
    ),
    inConfig(
        "endpoints.fips-twin",
        "private-vpc:services: [kms, kms-fips]\nprivate-vpc:options: { fips: true }\n"
            + "private-vpc:endpoints: { kms-fips: { zones: [us-east-1a] } }",
    ),

    inConfig("gw.services", options("sqs", "{ kind: Gateway }")),
    inConfig("gw.express", options("s3express", "{ kind: Interface }")),
    inConfig("gw.not-extendable", options("s3", "{ kind: Gateway, reachableFrom: [10.9.0.0/16] }")),
    inConfig("gw.not-extendable", options("s3express", "{ reachableFrom: [10.9.0.0/16] }")),
    inConfig("gw.no-sg-subnet", options("s3", "{ zones: [us-east-1a] }")),
    inConfig("gw.no-sg-subnet", options("s3express", "{ privateDns: true }")),
    inProgram("gw.one-per-table", inVpc(`services: ["s3"]`), {
        given: `Where the VPC has a gateway endpoint of s3 in its main route table:`,
        resources: [...accounts.one, gateway()],
    }),
    inProgram(
        "gw.one-per-table",
        `new VpcEndpoints("app", { ...args, services: ["s3"] });
new VpcEndpoints("web", { ...args, services: ["s3"] });`,
    ),
    inProgram(
        "gw.one-per-table",
        `const { id } = new aws.ec2.RouteTable("private", { vpcId: args.vpcId });
new VpcEndpoints("app", { ...args, routeTableIds: [id], services: ["s3"] });
new VpcEndpoints("web", { ...args, routeTableIds: [id], services: ["s3"] });`,
        { given: "In a preview of the first deployment:" },
    ),
    inProgram("gw.implicit-scope", `new VpcEndpoints("app", { ...args, services: ["s3"], routeTableIds: [] });`),
    inProgram(
        "gw.implicit-scope",
        `new VpcEndpoints("app", { ...args, services: ["s3"], existing: { s3: "${endpointId}" } });`,
        { given: "Where the endpoint is in rtb-a only:", resources: [gateway(endpointId, ["rtb-a"])] },
    ),

    inDeployment(
        "if.az-support",
        "private-vpc:services: [sqs]",
        { availabilityZones: ["us-east-1b", "us-east-1c"] },
        "Where AWS answers that it offers sqs in us-east-1b and us-east-1c:",
    ),
    inDeployment(
        "if.az-support",
        options("sqs", "{ zones: [us-east-1a, us-east-1b] }"),
        { availabilityZones: ["us-east-1b", "us-east-1c"] },
        "Where AWS answers that it offers sqs in us-east-1b and us-east-1c:",
    ),
    inDeployment(
        "if.az-support",
        "private-vpc:services: [sqs]",
        { availabilityZones: ["us-east-1c"] },
        "Where AWS answers that it offers sqs in us-east-1c:",
    ),
    inProgram("if.private-dns-conflict", inVpc(`services: ["sqs"]`), {
        given: "Where the VPC has an interface endpoint of sqs with private DNS:",
        resources: [...accounts.one, endpoint("sqs", {})],
    }),
    inProgram(
        "if.private-dns-conflict",
        inVpc(`endpointServices: { orders: { serviceName: "${serviceName}", privateDns: true } }`),
        {
            given: "Where the VPC has an endpoint of that service with private DNS:",
            resources: [...accounts.one, endpoint("", { serviceName })],
        },
    ),
    inProgram(
        "if.private-dns-conflict",
        `new VpcEndpoints("app", { ...args, services: ["sqs"] });
new VpcEndpoints("web", { ...args, services: ["sqs"] });`,
    ),
    inProgram(
        "if.private-dns-conflict",
        `const orders = { serviceName: "${serviceName}", privateDns: true };
new VpcEndpoints("app", { ...args, endpointServices: { orders } });
new VpcEndpoints("web", { ...args, endpointServices: { orders } });`,
    ),
    inConfig(
        "if.private-dns-conflict",
        `private-vpc:endpointServices:
  orders: { serviceName: ${serviceName}, privateDns: true }
  again: { serviceName: ${serviceName}, privateDns: true }`,
    ),

    inConfig(
        "s3.inbound-only-default",
        `private-vpc:availabilityZones: [cn-north-1a]\n${options("s3", "{ kind: Interface }")}`,
    ),

    inProgram(
        "existing.with-options",
        `new VpcEndpoints("app", {
    ...args,
    services: ["sqs"],
    existing: { sqs: "${endpointId}" },
    endpoints: { sqs: { privateDns: false } },
});`,
    ),
    inProgram(
        "existing.other-vpc",
        `new VpcEndpoints("app", { ...args, services: ["sqs"], existing: { sqs: "${endpointId}" } });`,
        {
            given: "Where the endpoint is in another VPC:",
            resources: [endpoint("sqs", {}, endpointId, "vpc-0fedcba9876543210")],
        },
    ),
    inProgram(
        "existing.other-service",
        `new VpcEndpoints("app", { ...args, services: ["sns"], existing: { sns: "${endpointId}" } });`,
        { given: "Where the endpoint is of sqs:", resources: [endpoint("sqs", {})] },
    ),
    inProgram("existing.several", inVpc(`services: ["s3"]`), {
        given: "Where the VPC has two gateway endpoints of s3, in other route tables:",
        resources: [...accounts.one, gateway(endpointId, ["rtb-x"]), gateway("vpce-0fedcba9876543210", ["rtb-y"])],
    }),
    inProgram("existing.several", inVpc(`services: ["sqs"]`), {
        given: "Where the VPC has two interface endpoints of sqs:",
        resources: [...accounts.one, endpoint("sqs", {}), endpoint("sqs", {}, "vpce-0fedcba9876543210")],
    }),

    inConfig("connections.reserved-name", `private-vpc:endpointServices: { sqs: { serviceName: ${serviceName} } }`),
    inConfig(
        "connections.invalid-name",
        `private-vpc:endpointServices: { my orders: { serviceName: ${serviceName} } }`,
    ),
    inConfig("connections.invalid-service-name", `private-vpc:endpointServices: { orders: { serviceName: orders } }`),
    inConfig(
        "connections.invalid-service-name",
        `private-vpc:endpointServices: { orders: { serviceName: vpce-svc-0123456789abcdef0 } }`,
    ),
    inConfig(
        "connections.invalid-service-name",
        `aws:region: cn-north-1\nprivate-vpc:availabilityZones: [cn-north-1a]\n`
            + `private-vpc:endpointServices:\n  orders: { serviceName: ${
                serviceName.replace("us-east-1", "cn-north-1")
            } }`,
    ),
    inConfig(
        "regions.other-partition",
        `private-vpc:endpointServices:\n  orders: { serviceName: ${
            serviceName.replace("us-east-1", "us-gov-west-1")
        } }`,
    ),

    inPlan(
        "connections.other-region",
        "private-vpc:endpointServices:\n  orders: { serviceName: com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0 }",
    ),
    inProgram("connections.service-type", connection, {
        given: "Where it is a service of Gateway Load Balancers:",
        foreignServices: { [serviceName]: "GatewayLoadBalancer" },
    }),
    inProgram("connections.type-not-checked", connection, {
        given: "Where the owner of the service does not allow the account to connect:",
        foreignServices: { [serviceName]: null },
    }),

    inConfig("quota.unknown", "private-vpc:quotas: { quota.interfaces-per-vpc: 100 }"),
    inConfig("quota.fixed", "private-vpc:quotas: { quota.policy-size: 40000 }"),
    inConfig("quota.too-high", "private-vpc:quotas: { quota.cidrs-per-vpc: 60 }"),
    inConfig(
        "quota.cidrs-per-vpc",
        "private-vpc:secondaryCidrBlocks: [{ cidrBlock: 100.64.0.0/16 }]\nprivate-vpc:quotas: { quota.cidrs-per-vpc: 1 }",
    ),
    inConfig("quota.invalid", "private-vpc:quotas: { quota.sg-rules: 0 }"),
    inConfig(
        "quota.interface-per-vpc",
        "private-vpc:services: [kms, sqs]\nprivate-vpc:quotas: { quota.interface-per-vpc: 1 }",
    ),
    inConfig(
        "quota.sg-rules",
        `${
            options("sqs", "{ allowedCidrBlocks: [10.1.0.0/16, 10.2.0.0/16] }")
        }\nprivate-vpc:quotas: { quota.sg-rules: 1 }`,
    ),
    inConfig("quota.sg-per-eni", options("sqs", "{ securityGroupIds: [sg-1, sg-2, sg-3, sg-4, sg-5, sg-6] }")),

    inConfig("budget.invalid", "private-vpc:options: { maxMonthlyUsd: -1 }"),
    inConfig("budget.exceeded", "private-vpc:services: [kms, sqs]\nprivate-vpc:options: { maxMonthlyUsd: 20 }"),
    inConfig(
        "budget.exceeded",
        `${options("s3", "{ kind: Interface }")}\nprivate-vpc:options: { maxMonthlyUsd: 10 }`,
    ),
    inConfig("budget.exceeded", "private-vpc:services: [kms, sqs]\nprivate-vpc:options: { maxMonthlyUsd: 8 }"),
    inConfig("budget.exceeded", "private-vpc:services: [kms]\nprivate-vpc:options: { maxMonthlyUsd: 5 }"),
    inConfig(
        "budget.exceeded",
        `${options("kms", "{ expectedGigabytes: 1000 }")}\nprivate-vpc:options: { maxMonthlyUsd: 8 }`,
    ),
];
