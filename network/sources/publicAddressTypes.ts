import { resourceTypes } from "./resourceTypes";
import type { Place } from "./workloads/places";
import { workloadTypes } from "./workloads/workloadTypes";

/** Where a type of resource says that it gets public IPv4 addresses, and in which subnets it is. */
export interface PublicAddressType {
    /** Its subnets; of several places, the first that is set. */
    subnets: readonly Place[];
    /** The property that decides; of several places, the first that is set. */
    flag: readonly Place[];
    /** Whether a value of the property means public addresses; `undefined` if it is not set. */
    isPublicIf(value: unknown): boolean;
    /** The change without which it gets none. */
    fix: string;
    /** The page that documents the property, or the addresses. */
    source: string;
}

const page = "https://docs.aws.amazon.com";
const types = {
    ...resourceTypes,
    launchConfiguration: ["aws:ec2/launchConfiguration:LaunchConfiguration"],
    rdsSubnetGroup: ["aws:rds/subnetGroup:SubnetGroup"],
    rdsCluster: ["aws:rds/cluster:Cluster"],
    neptuneSubnetGroup: ["aws:neptune/subnetGroup:SubnetGroup"],
    neptuneCluster: ["aws:neptune/cluster:Cluster"],
};

/** A property that is `true`, or a string that says so, if there are public addresses. */
const ifTrue = (...flag: [string, ...string[]]) => ({
    flag: [flag],
    isPublicIf: (value: unknown) => value === true || value === "true",
    fix: `set ${flag.join(".")} to false`,
});

/** A property of the launch template or of the launch configuration of an Auto Scaling group. */
const launched: Place[] = [
    ...[
        ["launchTemplate", "id"] as const,
        ["launchTemplate", "name"] as const,
        ["mixedInstancesPolicy", "launchTemplate", "launchTemplateSpecification", "launchTemplateId"] as const,
    ].map((through): Place => ({
        through,
        types: types.launchTemplate,
        at: ["networkInterfaces", 0, "associatePublicIpAddress"],
    })),
    { through: ["launchConfiguration"], types: types.launchConfiguration, at: ["associatePublicIpAddress"] },
];

const rdsSubnets: Place = { through: ["dbSubnetGroupName"], types: types.rdsSubnetGroup, at: ["subnetIds"] };
const neptuneSubnets: Place = {
    through: ["neptuneSubnetGroupName"],
    types: types.neptuneSubnetGroup,
    at: ["subnetIds"],
};

const classicLoadBalancer: PublicAddressType = {
    subnets: [["subnets"]],
    flag: [["internal"]],
    isPublicIf: (value) => value !== true,
    fix: "set internal to true",
    source: `${page}/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html`,
};
/** All subnets of a load balancer are in one VPC. */
const loadBalancer = { ...classicLoadBalancer, subnets: [["subnets"], ["subnetMappings", 0, "subnetId"]] } as const;

const rds = `${page}/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html`;
const influx =
    `${page}/timestream/latest/developerguide/timestream-for-influx-getting-started-creating-db-instance.html`;

/** The types of resources that may get public addresses and are no workloads. Add a row for another one. */
const otherTypes: { [type: string]: PublicAddressType } = {
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest": {
        subnets: [["subnetId"]],
        ...ifTrue("associatePublicIpAddress"),
        source: `${page}/AWSEC2/latest/UserGuide/using-instance-addressing.html`,
    },
    "aws:autoscaling/group:Group": {
        subnets: [["vpcZoneIdentifiers"]],
        flag: launched,
        isPublicIf: (value) => value === true || value === "true",
        fix: "set associatePublicIpAddress of its launch template or launch configuration to false",
        source: `${page}/autoscaling/ec2/userguide/asg-in-vpc.html`,
    },
    "aws:ecs/taskSet:TaskSet": {
        subnets: [["networkConfiguration", "subnets"]],
        ...ifTrue("networkConfiguration", "assignPublicIp"),
        source: `${page}/AmazonECS/latest/developerguide/fargate-task-networking.html`,
    },
    "aws:pipes/pipe:Pipe": {
        subnets: [
            ["targetParameters", "ecsTaskParameters", "networkConfiguration", "awsVpcConfiguration", "subnets"],
        ],
        flag: [
            ["targetParameters", "ecsTaskParameters", "networkConfiguration", "awsVpcConfiguration", "assignPublicIp"],
        ],
        isPublicIf: (value) => value === "ENABLED",
        fix: "set assignPublicIp of its ECS task to DISABLED",
        source: `${page}/eventbridge/latest/pipes-reference/API_AwsVpcConfiguration.html`,
    },
    "aws:lb/loadBalancer:LoadBalancer": loadBalancer,
    "aws:alb/loadBalancer:LoadBalancer": loadBalancer,
    "aws:elb/loadBalancer:LoadBalancer": classicLoadBalancer,
    "aws:rds/instance:Instance": { subnets: [rdsSubnets], ...ifTrue("publiclyAccessible"), source: rds },
    "aws:rds/clusterInstance:ClusterInstance": {
        subnets: [rdsSubnets, { through: ["clusterIdentifier"], types: types.rdsCluster, at: rdsSubnets }],
        ...ifTrue("publiclyAccessible"),
        source: rds,
    },
    "aws:rds/shardGroup:ShardGroup": {
        subnets: [{ through: ["dbClusterIdentifier"], types: types.rdsCluster, at: rdsSubnets }],
        ...ifTrue("publiclyAccessible"),
        source: rds,
    },
    "aws:neptune/clusterInstance:ClusterInstance": {
        subnets: [neptuneSubnets, { through: ["clusterIdentifier"], types: types.neptuneCluster, at: neptuneSubnets }],
        ...ifTrue("publiclyAccessible"),
        source: `${page}/neptune/latest/userguide/neptune-public-endpoints.html`,
    },
    "aws:mq/broker:Broker": {
        subnets: [["subnetIds"]],
        ...ifTrue("publiclyAccessible"),
        source: `${page}/amazon-mq/latest/developer-guide/configuring-private-broker.html`,
    },
    "aws:msk/cluster:Cluster": {
        subnets: [["brokerNodeGroupInfo", "clientSubnets"]],
        flag: [["brokerNodeGroupInfo", "connectivityInfo", "publicAccess", "type"]],
        isPublicIf: (value) => value === "SERVICE_PROVIDED_EIPS",
        fix: "set brokerNodeGroupInfo.connectivityInfo.publicAccess.type to DISABLED",
        source: `${page}/msk/latest/developerguide/public-access.html`,
    },
    "aws:timestreaminfluxdb/dbInstance:DbInstance": {
        subnets: [["vpcSubnetIds"]],
        ...ifTrue("publiclyAccessible"),
        source: influx,
    },
    "aws:timestreaminfluxdb/dbCluster:DbCluster": {
        subnets: [["vpcSubnetIds"]],
        ...ifTrue("publiclyAccessible"),
        source: influx,
    },
    "aws:transfer/server:Server": {
        subnets: [["endpointDetails", "subnetIds"]],
        flag: [["endpointDetails", "addressAllocationIds"]],
        isPublicIf: (value) => Array.isArray(value) && value.length > 0,
        fix: "remove endpointDetails.addressAllocationIds",
        source: `${page}/transfer/latest/userguide/create-server-in-vpc.html`,
    },
    ...Object.fromEntries(
        ["aws:appstream/fleet:Fleet", "aws:appstream/imageBuilder:ImageBuilder"].map((type) => [type, {
            subnets: [["vpcConfig", "subnetIds"]],
            ...ifTrue("enableDefaultInternetAccess"),
            source: `${page}/appstream2/latest/developerguide/managing-network-default-internet-access.html`,
        }]),
    ),
    "aws:workspaces/directory:Directory": {
        subnets: [["subnetIds"]],
        ...ifTrue("workspaceCreationProperties", "enableInternetAccess"),
        source: `${page}/workspaces/latest/adminguide/amazon-workspaces-internet-access.html`,
    },
};

/** Workloads whose row names the property. */
const workloads = Object.entries(workloadTypes).flatMap(([type, { subnets, publicAddress, source }]) =>
    publicAddress === undefined
        ? []
        : [[type, { subnets, ...ifTrue(...publicAddress as [string]), source }] as const]
);

/** The types of resources that may get public addresses, by type token. */
export const publicAddressTypes: { [type: string]: PublicAddressType } = {
    ...Object.fromEntries(workloads),
    ...otherTypes,
};

/** What an Elastic IP address may be associated with: the property that names it, and its types. */
export const addressOwners = [
    { property: "instance", types: ["aws:ec2/instance:Instance"] },
    { property: "instanceId", types: ["aws:ec2/instance:Instance"] },
    { property: "networkInterface", types: ["aws:ec2/networkInterface:NetworkInterface"] },
    { property: "networkInterfaceId", types: ["aws:ec2/networkInterface:NetworkInterface"] },
] as const;

/** The types of resources that associate an Elastic IP address. */
export const addressTypes = ["aws:ec2/eip:Eip", "aws:ec2/eipAssociation:EipAssociation"];
