/** Inputs and outputs of a resource, as the provider names them. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a provider hands over has no type of its own
export type Attributes = { [name: string]: any };

/** A resource that was made. */
export interface Made {
    id: string;
    type: string;
    name: string;
    attributes: Attributes;
}

/** What exists in the emulated account. */
export interface World {
    region: string | undefined;
    accountId: string;
    made: Map<string, Made>;
}

interface ResourceModel {
    /** What AWS's ids of it begin with. */
    prefix: string;
    /** Its id, where AWS forms it otherwise. */
    id?(name: string, hash: string): string;
    /** What AWS adds to the inputs. */
    outputs(made: Made, world: World): Attributes;
}

const ec2Arn = (kind: string) => ({ id }: Made, { region, accountId }: World) => ({
    arn: `arn:aws:ec2:${region}:${accountId}:${kind}/${id}`,
});
const nothing = () => ({});

/** The resources this project makes, by type token. */
export const resources: { [type: string]: ResourceModel } = {
    "aws:ec2/vpc:Vpc": {
        prefix: "vpc",
        outputs: (made, world) => ({
            ...ec2Arn("vpc")(made, world),
            ownerId: world.accountId,
            defaultSecurityGroupId: made.id.replace("vpc-", "sg-"),
            mainRouteTableId: made.id.replace("vpc-", "rtb-"),
            defaultNetworkAclId: made.id.replace("vpc-", "acl-"),
        }),
    },
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": { prefix: "sg", outputs: ec2Arn("security-group") },
    "aws:ec2/subnet:Subnet": { prefix: "subnet", outputs: ec2Arn("subnet") },
    "aws:ec2/routeTable:RouteTable": { prefix: "rtb", outputs: ec2Arn("route-table") },
    "aws:ec2/routeTableAssociation:RouteTableAssociation": { prefix: "rtbassoc", outputs: nothing },
    "aws:ec2/securityGroup:SecurityGroup": { prefix: "sg", outputs: ec2Arn("security-group") },
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": { prefix: "sgr", outputs: nothing },
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": { prefix: "sgr", outputs: nothing },
    "aws:ec2/vpcEndpoint:VpcEndpoint": { prefix: "vpce", outputs: endpointOutputs },
    "aws:ec2/flowLog:FlowLog": { prefix: "fl", outputs: ec2Arn("vpc-flow-log") },
    "aws:cloudwatch/logGroup:LogGroup": {
        prefix: "",
        id: (name, hash) => `${name}-${hash.slice(0, 7)}`,
        outputs: ({ id }, { region, accountId }) => ({
            name: id,
            arn: `arn:aws:logs:${region}:${accountId}:log-group:${id}`,
        }),
    },
    "aws:iam/role:Role": {
        prefix: "",
        id: (name, hash) => `${name}-${hash.slice(0, 7)}`,
        outputs: ({ id }, { accountId }) => ({ name: id, arn: `arn:aws:iam::${accountId}:role/${id}` }),
    },
    "aws:iam/rolePolicy:RolePolicy": { prefix: "", id: (name) => name, outputs: nothing },
};

function endpointOutputs(made: Made, world: World): Attributes {
    const { serviceName, vpcEndpointType, subnetIds = [] } = made.attributes;
    const common = { ...ec2Arn("vpc-endpoint")(made, world), state: "available", ownerId: world.accountId };
    if (vpcEndpointType === "Gateway") return { ...common, prefixListId: made.id.replace("vpce-", "pl-") };
    // AWS names a service's Regional endpoint after the service and the Region: <id>-<random>.sqs.us-east-1.vpce.amazonaws.com
    const suffix = `${String(serviceName).split(".").slice(3).join(".")}.${world.region}.vpce.amazonaws.com`;
    const label = `${made.id}-${made.id.slice(-8)}`;
    const zones = (subnetIds as string[]).map((id) => world.made.get(id)?.attributes.availabilityZone);
    return {
        ...common,
        networkInterfaceIds: (subnetIds as string[]).map((_, index) => `${made.id.replace("vpce-", "eni-")}${index}`),
        dnsEntries: [
            { dnsName: `${label}.${suffix}`, hostedZoneId: "Z7HUB22UULQXV" },
            ...zones.map((zone) => ({ dnsName: `${label}-${zone}.${suffix}`, hostedZoneId: "Z7HUB22UULQXV" })),
        ],
    };
}

/** The look-ups this project makes, by token. */
export const invokes: { [token: string]: (args: Attributes, world: World) => Attributes } = {
    "aws:index/getCallerIdentity:getCallerIdentity": (_, { accountId }) => ({
        accountId,
        id: accountId,
        arn: `arn:aws:iam::${accountId}:user/example`,
        userId: "AIDACKCEVSQ6C2EXAMPLE",
    }),
    "aws:index/getRegion:getRegion": (
        _,
        { region },
    ) => (region === undefined ? {} : { region, id: region, name: region }),
};
