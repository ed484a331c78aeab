import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const zones = ["us-east-1a", "us-east-1b"];

/**
 * The properties of an `awsx.ec2.Vpc`, with the same types: one subnet of each type per zone, each with its own route table.
 */
export function awsxVpc(kinds: string[], dns: { enableDnsHostnames?: boolean } = { enableDnsHostnames: true }) {
    const vpc = new aws.ec2.Vpc("app", { cidrBlock: "10.0.0.0/16", enableDnsSupport: true, ...dns });
    const parts = zones.flatMap((availabilityZone, zone) =>
        kinds.map((kind, index) => {
            const name = `${kind}-${availabilityZone}-${index}`;
            const cidrBlock = `10.0.${zone * 10 + index}.0/24`;
            const subnet = new aws.ec2.Subnet(name, { vpcId: vpc.id, availabilityZone, cidrBlock });
            const routeTable = new aws.ec2.RouteTable(name, { vpcId: vpc.id });
            const pair = { subnetId: subnet.id, routeTableId: routeTable.id };
            return { kind, subnet, routeTable, association: new aws.ec2.RouteTableAssociation(name, pair) };
        })
    );
    const idsOf = (wanted: string) =>
        pulumi.all(parts.filter(({ kind }) => kind === wanted).map(({ subnet }) => subnet.id));
    return {
        vpc: pulumi.output(vpc) as unknown as pulumi.Output<aws.ec2.Vpc>,
        vpcId: vpc.id,
        // An output of resources keeps them as resources, as awsx does.
        subnets: pulumi.output(0).apply(() => parts.map(({ subnet }) => subnet)) as unknown as pulumi.Output<
            aws.ec2.Subnet[]
        >,
        routeTableAssociations: pulumi.output(0).apply(() =>
            parts.map(({ association }) => association)
        ) as unknown as pulumi.Output<aws.ec2.RouteTableAssociation[]>,
        isolatedSubnetIds: idsOf("isolated"),
        privateSubnetIds: idsOf("private"),
    };
}
