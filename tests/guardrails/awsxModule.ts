import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** What programs use of `@pulumi/awsx`, which this checkout does not have: a VPC with one isolated subnet in each zone. */
class Vpc extends pulumi.ComponentResource {
    readonly vpc: pulumi.Output<aws.ec2.Vpc>;
    readonly vpcId: pulumi.Output<string>;
    readonly subnets: pulumi.Output<aws.ec2.Subnet[]>;
    readonly routeTableAssociations: pulumi.Output<aws.ec2.RouteTableAssociation[]>;
    readonly isolatedSubnetIds: pulumi.Output<string[]>;
    readonly privateSubnetIds = pulumi.output<string[]>([]);

    constructor(
        name: string,
        args: { cidrBlock: string; availabilityZoneNames: string[]; enableDnsHostnames: boolean },
    ) {
        super("awsx:ec2:Vpc", name);
        const { cidrBlock, availabilityZoneNames, enableDnsHostnames } = args;
        const dns = { enableDnsHostnames, enableDnsSupport: true };
        const vpc = new aws.ec2.Vpc(name, { cidrBlock, ...dns }, { parent: this });
        const parts = availabilityZoneNames.map((availabilityZone, index) => {
            const part = `${name}-isolated-${index + 1}`;
            const block = `10.0.${index * 16}.0/20`;
            const subnet = new aws.ec2.Subnet(part, { vpcId: vpc.id, availabilityZone, cidrBlock: block }, {
                parent: vpc,
            });
            const routeTable = new aws.ec2.RouteTable(part, { vpcId: vpc.id }, { parent: subnet });
            const pair = { routeTableId: routeTable.id, subnetId: subnet.id };
            return { subnet, association: new aws.ec2.RouteTableAssociation(part, pair, { parent: routeTable }) };
        });
        // As with awsx, an output that consists of resources keeps them as resources, and depends on the component.
        const late = <T>(value: T) => this.urn.apply(() => value) as pulumi.Output<T>;
        this.vpc = late(vpc);
        this.vpcId = vpc.id;
        this.subnets = late(parts.map(({ subnet }) => subnet));
        this.routeTableAssociations = late(parts.map(({ association }) => association));
        this.isolatedSubnetIds = pulumi.all(parts.map(({ subnet }) => subnet.id));
    }
}

export const ec2 = {
    Vpc,
    SubnetAllocationStrategy: { Auto: "Auto" },
    SubnetType: { Isolated: "Isolated" },
    NatGatewayStrategy: { None: "None" },
};
