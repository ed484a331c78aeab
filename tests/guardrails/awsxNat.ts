import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/**
 * What `new awsx.ec2.Vpc("shop", { availabilityZoneNames })` registers: in each zone a public subnet with a NAT gateway, and
 * a private one. Names, parents, inputs and dependencies are those that awsx 3.8.0 registered under mocks.
 */
export class AwsxVpc extends pulumi.ComponentResource {
    readonly vpc: aws.ec2.Vpc;
    readonly privateSubnetIds: pulumi.Output<string>[] = [];
    readonly privateTableIds: pulumi.Output<string>[] = [];

    constructor(name: string) {
        super("awsx:ec2:Vpc", name);
        const vpc = new aws.ec2.Vpc(name, { cidrBlock: "10.0.0.0/16", tags: { Name: name } }, { parent: this });
        const gateway = new aws.ec2.InternetGateway(name, { vpcId: vpc.id, tags: { Name: name } }, { parent: vpc });
        for (const [index, zone] of ["us-east-1a", "us-east-1b"].entries()) {
            const number = index + 1;
            const part = (kind: string, block: string, isPublic: boolean) => {
                const subnetName = `${name}-${kind}-${number}`;
                const tags = { Name: subnetName, SubnetType: isPublic ? "Public" : "Private" };
                const subnet = new aws.ec2.Subnet(subnetName, {
                    vpcId: vpc.id,
                    availabilityZone: zone,
                    mapPublicIpOnLaunch: isPublic,
                    cidrBlock: block,
                    assignIpv6AddressOnCreation: false,
                    ipv6CidrBlock: vpc.ipv6CidrBlock,
                    tags,
                }, { parent: vpc });
                const table = new aws.ec2.RouteTable(subnetName, { vpcId: vpc.id, tags }, { parent: subnet });
                const pair = { routeTableId: table.id, subnetId: subnet.id };
                new aws.ec2.RouteTableAssociation(subnetName, pair, { parent: table });
                return { subnetName, subnet, table };
            };
            const open = part("public", `10.0.${index * 128 + 64}.0/19`, true);
            new aws.ec2.Route(open.subnetName, {
                routeTableId: open.table.id,
                destinationCidrBlock: "0.0.0.0/0",
                gatewayId: gateway.id,
            }, { parent: open.table });
            const tags = { Name: `${name}-${number}` };
            const address = new aws.ec2.Eip(`${name}-${number}`, { tags }, { parent: open.subnet });
            const nat = new aws.ec2.NatGateway(`${name}-${number}`, {
                subnetId: open.subnet.id,
                allocationId: address.allocationId,
                tags,
            }, { parent: open.subnet });
            const closed = part("private", `10.0.${index * 128}.0/18`, false);
            new aws.ec2.Route(closed.subnetName, {
                routeTableId: closed.table.id,
                destinationCidrBlock: "0.0.0.0/0",
                natGatewayId: nat.id,
            }, { parent: closed.table });
            this.privateSubnetIds.push(closed.subnet.id);
            this.privateTableIds.push(closed.table.id);
        }
        this.vpc = vpc;
    }
}
