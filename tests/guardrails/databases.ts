import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** One resource of each kind whose public addresses a property turns on, in subnets. */
export function databases(subnetIds: pulumi.Input<string>[], publiclyAccessible: boolean): void {
    const dbSubnetGroupName = new aws.rds.SubnetGroup("databases", { subnetIds }).name;
    const engine = "aurora-postgresql";
    new aws.rds.Instance("orders", { instanceClass: "db.t4g.micro", dbSubnetGroupName, publiclyAccessible });
    // An instance of a cluster is in the subnets of the cluster.
    const cluster = new aws.rds.Cluster("aurora", { engine, dbSubnetGroupName });
    new aws.rds.ClusterInstance("aurora", {
        clusterIdentifier: cluster.id,
        engine: aws.rds.EngineType.AuroraPostgresql,
        instanceClass: "db.t4g.medium",
        publiclyAccessible,
    });
    new aws.redshift.Cluster("warehouse", {
        clusterIdentifier: "warehouse",
        nodeType: "ra3.large",
        clusterSubnetGroupName: new aws.redshift.SubnetGroup("warehouse", { subnetIds }).name,
        publiclyAccessible,
    });
    new aws.mq.Broker("broker", {
        engineType: "ActiveMQ",
        engineVersion: "5.18",
        hostInstanceType: "mq.t3.micro",
        users: [],
        subnetIds: [subnetIds[0]!],
        publiclyAccessible,
    });
    new aws.msk.Cluster("kafka", {
        kafkaVersion: "3.9.x",
        numberOfBrokerNodes: 2,
        brokerNodeGroupInfo: {
            clientSubnets: subnetIds,
            instanceType: "kafka.m7g.large",
            securityGroups: [],
            connectivityInfo: { publicAccess: { type: publiclyAccessible ? "SERVICE_PROVIDED_EIPS" : "DISABLED" } },
        },
    });
    new aws.transfer.Server("server", {
        endpointType: "VPC",
        endpointDetails: {
            subnetIds,
            addressAllocationIds: publiclyAccessible ? ["eipalloc-0123456789abcdef0"] : undefined,
        },
    });
    const launchTemplate = new aws.ec2.LaunchTemplate("workers", {
        networkInterfaces: [{ associatePublicIpAddress: String(publiclyAccessible) }],
    });
    new aws.autoscaling.Group("workers", {
        minSize: 1,
        maxSize: 2,
        vpcZoneIdentifiers: subnetIds,
        launchTemplate: { id: launchTemplate.id },
    });
    // The public endpoint of a cluster is an address of Amazon EKS, not one in the VPC.
    new aws.eks.Cluster("eks", {
        roleArn: "arn:aws:iam::123456789012:role/shop",
        vpcConfig: { subnetIds, endpointPublicAccess: true },
    });
}
