import { knownServices } from "../../components/plan/services/serviceNames";
import { exitsOf } from "../../network/exits/exits";
import { NetworkIndex } from "../../network/model/networkIndex";
import { hostsOf } from "../../network/model/serviceHosts";
import { reachMatrix } from "../../network/reach/matrix";
import { networkOfResources } from "../../network/sources/fromResources";
import type { StackResource } from "../../network/sources/stackResources";

// Answers for all workloads and all services with an endpoint in their VPC. Each workload has a security group of its own.
const region = "us-east-1";

/** The resources of a stack: VPCs with three subnets, endpoints in each of them, and workloads. */
function resources(vpcs: number, endpoints: number, workloads: number): StackResource[] {
    const all: StackResource[] = [];
    const add = (type: string, name: string, properties: StackResource["properties"]): string => {
        all.push({
            urn: `urn:pulumi:dev::shop::${type}::${name}`,
            type,
            name,
            id: `${name}-id`,
            properties,
            dependencies: {},
        });
        return `${name}-id`;
    };
    const services = knownServices.filter((service) => (hostsOf(region, service) ?? []).length > 0);
    for (let number = 0; number < vpcs; number++) {
        const at = (name: string) => `${name}${number}`;
        const vpcId = add("aws:ec2/vpc:Vpc", at("vpc"), { cidrBlock: `10.${number}.0.0/16`, enableDnsHostnames: true });
        const subnets = [0, 1, 2].map((zone) => {
            const subnetId = add("aws:ec2/subnet:Subnet", at(`subnet${zone}`), {
                vpcId,
                cidrBlock: `10.${number}.${zone}.0/24`,
                availabilityZone: `${region}${"abc"[zone]!}`,
            });
            const routeTableId = add("aws:ec2/routeTable:RouteTable", at(`table${zone}`), { vpcId });
            add("aws:ec2/routeTableAssociation:RouteTableAssociation", at(`association${zone}`), {
                subnetId,
                routeTableId,
            });
            return subnetId;
        });
        const rule = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: [`10.${number}.0.0/16`] };
        const group = add("aws:ec2/securityGroup:SecurityGroup", at("endpoints"), { vpcId, ingress: [rule] });
        for (const service of services.slice(0, endpoints)) {
            add("aws:ec2/vpcEndpoint:VpcEndpoint", at(service), {
                vpcId,
                serviceName: `com.amazonaws.${region}.${service}`,
                vpcEndpointType: "Interface",
                privateDnsEnabled: true,
                subnetIds: subnets,
                securityGroupIds: [group],
            });
        }
        for (let worker = 0; worker < workloads; worker++) {
            const own = add("aws:ec2/securityGroup:SecurityGroup", at(`worker${worker}-of-`), {
                vpcId,
                egress: [rule],
            });
            // It is not known what runs through a connector, so that every service is checked.
            const inVpc = { subnets, securityGroups: [own] };
            add("aws:apprunner/vpcConnector:VpcConnector", at(`worker${worker}-of-`), inVpc);
        }
    }
    return all;
}

/** The processor time of this process, which does not depend on what else the machine does. */
function milliseconds(): number {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
}

function measured(title: string, vpcs: number, endpoints: number, workloads: number): void {
    const given = resources(vpcs, endpoints, workloads);
    const started = milliseconds();
    const index = new NetworkIndex(networkOfResources(given, region));
    const read = milliseconds();
    const rows = reachMatrix(index);
    const answered = milliseconds();
    const exits = exitsOf(index);
    const ended = milliseconds();
    const reachable = rows.filter(({ answer }) => answer.verdict === "reachable").length;
    const megabytes = process.memoryUsage().rss / 2 ** 20;
    const cells = [
        title,
        given.length,
        rows.length,
        reachable,
        (read - started).toFixed(0),
        (answered - read).toFixed(0),
        (((answered - read) * 1000) / rows.length).toFixed(1),
        `${exits.length} in ${(ended - answered).toFixed(0)}`,
        megabytes.toFixed(0),
    ];
    process.stdout.write(`| ${cells.join(" | ")} |\n`);
}

const [, , only] = process.argv;
if (only === undefined) {
    process.stdout.write(
        "| | resources | pairs | reachable | read, ms | answered, ms | µs a pair | ways out, ms | MiB |\n",
    );
    process.stdout.write("| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
    measured("warm-up", 1, 10, 10);
    measured("250 resources, 60 endpoints", 1, 60, 90);
    measured("1,000 resources, 60 endpoints", 1, 60, 464);
    measured("5,000 resources, 60 endpoints", 1, 60, 2464);
    measured("100 VPCs", 100, 5, 5);
} else {
    const given = resources(1, 60, Number(only));
    const started = milliseconds();
    reachMatrix(new NetworkIndex(networkOfResources(given, region)));
    process.stdout.write(`${milliseconds() - started} ms\n`);
}
