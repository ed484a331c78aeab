import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/**
 * What programs use of `@pulumi/awsx`, which this checkout does not have: a VPC with one isolated subnet with the mask /20 in
 * each of two zones. Names, parents, inputs and dependencies are those that awsx 3.8.0 registered under mocks, in a preview:
 * it creates an internet gateway for every VPC, and each of its outputs depends on the VPC and all subnets.
 */
class Vpc extends pulumi.ComponentResource {
    readonly vpc: pulumi.Output<aws.ec2.Vpc>;
    readonly vpcId: pulumi.Output<string>;
    readonly subnets: pulumi.Output<aws.ec2.Subnet[]>;
    readonly routeTableAssociations: pulumi.Output<aws.ec2.RouteTableAssociation[]>;
    readonly isolatedSubnetIds: pulumi.Output<string[]>;
    readonly privateSubnetIds: pulumi.Output<string[]>;

    constructor(
        name: string,
        args: {
            cidrBlock: string;
            availabilityZoneNames: string[];
            enableDnsHostnames: boolean;
            enableDnsSupport: boolean;
        },
    ) {
        super("awsx:ec2:Vpc", name);
        const { cidrBlock, availabilityZoneNames, enableDnsHostnames, enableDnsSupport } = args;
        const tags = { Name: name };
        const vpc = new aws.ec2.Vpc(name, { cidrBlock, enableDnsHostnames, enableDnsSupport, tags }, { parent: this });
        new aws.ec2.InternetGateway(name, { vpcId: vpc.id, tags }, { parent: vpc });
        const parts = availabilityZoneNames.map((availabilityZone, index) => {
            const part = `${name}-isolated-${index + 1}`;
            const subnetTags = { Name: part, SubnetType: "Isolated" };
            const subnet = new aws.ec2.Subnet(part, {
                vpcId: vpc.id,
                availabilityZone,
                mapPublicIpOnLaunch: false,
                cidrBlock: `10.0.${index * 128}.0/20`,
                assignIpv6AddressOnCreation: false,
                ipv6CidrBlock: vpc.ipv6CidrBlock,
                tags: subnetTags,
            }, { parent: vpc });
            const routeTable = new aws.ec2.RouteTable(part, { vpcId: vpc.id, tags: subnetTags }, { parent: subnet });
            const pair = { routeTableId: routeTable.id, subnetId: subnet.id };
            return { subnet, association: new aws.ec2.RouteTableAssociation(part, pair, { parent: routeTable }) };
        });
        const subnets = parts.map(({ subnet }) => subnet);
        const urns = pulumi.all([vpc.urn, ...subnets.map(({ urn }) => urn)]);
        const output = <T>(value: pulumi.Input<T>) => urns.apply(() => value) as pulumi.Output<T>;
        this.vpc = output(vpc);
        this.vpcId = output(vpc.id);
        this.subnets = output(subnets);
        this.routeTableAssociations = output(parts.map(({ association }) => association));
        this.isolatedSubnetIds = output(pulumi.all(subnets.map(({ id }) => id)));
        this.privateSubnetIds = output<string[]>([]);
    }
}

export const ec2 = {
    Vpc,
    SubnetAllocationStrategy: { Auto: "Auto" },
    SubnetType: { Isolated: "Isolated" },
    NatGatewayStrategy: { None: "None" },
};
