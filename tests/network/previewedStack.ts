import { networkOfState } from "../../cli/reach/stateNetwork";
import type { Network } from "../../network/model/network";
import { unknownValue } from "../../network/sources/stackResources";

/** A resource of a program, by its inputs. */
export interface Declared {
    inputs: object;
    /** The resources that properties come from, by name. */
    from?: { [property: string]: string[] };
}

const tokens: { [name: string]: string } = {
    vpc: "aws:ec2/vpc:Vpc",
    subnet: "aws:ec2/subnet:Subnet",
    table: "aws:ec2/routeTable:RouteTable",
    association: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    acl: "aws:ec2/networkAcl:NetworkAcl",
    group: "aws:ec2/securityGroup:SecurityGroup",
    endpoint: "aws:ec2/vpcEndpoint:VpcEndpoint",
    lambda: "aws:lambda/function:Function",
    service: "aws:ecs/service:Service",
    task: "aws:ecs/taskDefinition:TaskDefinition",
    role: "aws:iam/role:Role",
    rolepolicy: "aws:iam/rolePolicy:RolePolicy",
    attachment: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    policy: "aws:iam/policy:Policy",
    profile: "aws:iam/instanceProfile:InstanceProfile",
    repository: "aws:ecr/repository:Repository",
    logs: "aws:cloudwatch/logGroup:LogGroup",
    image: "docker-build:index:Image",
    instance: "aws:ec2/instance:Instance",
    template: "aws:ec2/launchTemplate:LaunchTemplate",
    asg: "aws:autoscaling/group:Group",
    cluster: "aws:eks/cluster:Cluster",
    nodes: "aws:eks/nodeGroup:NodeGroup",
    batch: "aws:batch/computeEnvironment:ComputeEnvironment",
    codebuild: "aws:codebuild/project:Project",
    mwaa: "aws:mwaa/environment:Environment",
    dms: "aws:dms/replicationInstance:ReplicationInstance",
    dmsgroup: "aws:dms/replicationSubnetGroup:ReplicationSubnetGroup",
    dmsend: "aws:dms/endpoint:Endpoint",
    dmstask: "aws:dms/replicationTask:ReplicationTask",
    redshift: "aws:redshift/cluster:Cluster",
    redshiftgroup: "aws:redshift/subnetGroup:SubnetGroup",
    schedule: "aws:scheduler/schedule:Schedule",
    transfer: "aws:transfer/server:Server",
    gateway: "aws:ec2/internetGateway:InternetGateway",
    route: "aws:ec2/route:Route",
    notebook: "aws:sagemaker/notebookInstance:NotebookInstance",
};

/** What `pulumi preview --json` prints for resources that are not created yet: `<kind>` and a number or letter name them. */
export function preview(resources: { [name: string]: Declared }): object {
    const urn = (name: string) => `urn:pulumi:dev::shop::${tokens[name.split("-")[0]!]!}::${name}`;
    const steps = Object.entries(resources).map(([name, { inputs, from = {} }]) => ({
        op: "create",
        urn: urn(name),
        newState: {
            urn: urn(name),
            type: tokens[name.split("-")[0]!]!,
            custom: true,
            inputs,
            propertyDependencies: Object.fromEntries(
                Object.entries(from).map(([property, names]) => [property, names.map(urn)]),
            ),
        },
    }));
    const provider = {
        urn: "urn:pulumi:dev::shop::pulumi:providers:aws::default",
        type: "pulumi:providers:aws",
        inputs: { region: "us-east-1" },
    };
    return { steps: [{ op: "same", newState: provider }, ...steps], diagnostics: [] };
}

/** A Lambda function in two subnets of a VPC with a gateway endpoint of S3 and an interface endpoint of Secrets Manager. */
export const stack = (changed: { [name: string]: Declared } = {}): { [name: string]: Declared } => ({
    "vpc-a": { inputs: { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true } },
    ...Object.fromEntries(["a", "b"].flatMap((zone, index): [string, Declared][] => [
        [`subnet-${zone}`, {
            inputs: { vpcId: unknownValue, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` },
            from: { vpcId: ["vpc-a"] },
        }],
        [`table-${zone}`, { inputs: { vpcId: unknownValue }, from: { vpcId: ["vpc-a"] } }],
        [`association-${zone}`, {
            inputs: { subnetId: unknownValue, routeTableId: unknownValue },
            from: { subnetId: [`subnet-${zone}`], routeTableId: [`table-${zone}`] },
        }],
    ])),
    "group-worker": {
        inputs: {
            vpcId: unknownValue,
            egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
        },
        from: { vpcId: ["vpc-a"] },
    },
    "group-endpoints": {
        inputs: {
            vpcId: unknownValue,
            ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, securityGroups: [unknownValue] }],
        },
        from: { vpcId: ["vpc-a"], ingress: ["group-worker"] },
    },
    "endpoint-s3": {
        inputs: {
            vpcId: unknownValue,
            serviceName: "com.amazonaws.us-east-1.s3",
            vpcEndpointType: "Gateway",
            routeTableIds: unknownValue,
        },
        from: { vpcId: ["vpc-a"], routeTableIds: ["table-a", "table-b"] },
    },
    "endpoint-secrets": {
        inputs: {
            vpcId: unknownValue,
            serviceName: "com.amazonaws.us-east-1.secretsmanager",
            vpcEndpointType: "Interface",
            privateDnsEnabled: true,
            subnetIds: [unknownValue, unknownValue],
            securityGroupIds: [unknownValue],
        },
        from: { vpcId: ["vpc-a"], subnetIds: ["subnet-a", "subnet-b"], securityGroupIds: ["group-endpoints"] },
    },
    "lambda-worker": {
        inputs: { vpcConfig: { subnetIds: [unknownValue, unknownValue], securityGroupIds: [unknownValue] } },
        from: { vpcConfig: ["subnet-a", "subnet-b", "group-worker"] },
    },
    ...changed,
});

/** The network of a previewed stack. */
export function previewed(resources: { [name: string]: Declared }): Network {
    const { network, problems } = networkOfState("--preview", "preview.json", preview(resources), undefined);
    if (!network) throw new Error(JSON.stringify(problems));
    return network;
}
