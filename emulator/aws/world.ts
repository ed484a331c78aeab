import { type Quotas, quotas } from "../../components/plan/facts/quotas";
import { firewallTypes } from "./firewallTypes";

/** A resource's inputs and outputs, by the provider's names. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a provider hands over has no type of its own
export type Attributes = { [name: string]: any };

/** A created resource. */
export interface Made {
    id: string;
    type: string;
    name: string;
    attributes: Attributes;
}

/** Properties of the emulated account and Region. */
export interface AwsContext {
    /** The provider's Region, e.g. `us-east-1`. @default - `getRegion` returns nothing */
    region?: string;
    /** @default AWS's documented example account */
    accountId?: string;
    /** Raised quotas, or quotas lowered so that tests can exceed them. @default AWS's default quotas */
    quotas?: Partial<Quotas>;
    /** Zones where an interface endpoint cannot be created, by service key. @default - every service is in every zone */
    zonesWithout?: { [service: string]: string[] };
    /** Keys of services whose endpoints do not support policies. @default - every service supports them */
    servicesWithoutPolicy?: string[];
    /**
     * The types of other accounts' endpoint services, by name; `null` if the owner does not allow this account.
     *
     * @default - every service is of type Interface and allows this account
     */
    foreignServices?: { [serviceName: string]: "Interface" | "GatewayLoadBalancer" | null };
    /** Full names of AWS services that are newer than the catalogue. @default [] */
    newerServices?: string[];
    /** IAM actions that are denied to lookups, e.g. `ec2:DescribeVpcs`. @default [] */
    denied?: string[];
    /** Resources that exist already. @default [] */
    resources?: Made[];
}

/** The saved state of an emulated account. */
export interface AccountState {
    /** Every resource, in the order of creation. */
    made: Made[];
    /** How many resources were ever created with a type and name, so that no ID is reused. */
    counts: { [typeAndName: string]: number };
}

/** The resources and properties of the emulated account. */
export class World {
    readonly region: string | undefined;
    readonly accountId: string;
    readonly quotas: Quotas;
    readonly zonesWithout: { [service: string]: string[] };
    readonly servicesWithoutPolicy: string[];
    readonly foreignServices: { [serviceName: string]: string | null };
    readonly newerServices: string[];
    readonly denied: string[];
    private readonly made: Map<string, Made>;
    private readonly counts: { [typeAndName: string]: number };

    constructor(context: AwsContext, state: AccountState = { made: [], counts: {} }) {
        this.region = context.region;
        this.accountId = context.accountId ?? "123456789012";
        this.quotas = { ...quotas, ...context.quotas };
        this.zonesWithout = context.zonesWithout ?? {};
        this.servicesWithoutPolicy = context.servicesWithoutPolicy ?? [];
        this.foreignServices = context.foreignServices ?? {};
        this.newerServices = context.newerServices ?? [];
        this.denied = context.denied ?? [];
        this.made = new Map(state.made.map((one) => [one.id, one]));
        for (const made of context.resources ?? []) this.add(made);
        this.counts = { ...state.counts };
    }

    /** The state to save. */
    get state(): AccountState {
        return { made: this.everything(), counts: this.counts };
    }

    /** Counts a resource that is about to be created, starting at 1. */
    count(type: string, name: string): number {
        const key = `${type}::${name}`;
        return this.counts[key] = (this.counts[key] ?? 0) + 1;
    }

    add(made: Made): void {
        this.made.set(made.id, made);
    }

    remove(id: string): void {
        this.made.delete(id);
    }

    /** A resource by ID. One that was created elsewhere is unknown, and nothing is checked against it. */
    find(id: string): Made | undefined {
        return this.made.get(id);
    }

    /** The resources of a type that match a predicate. */
    all(type: string, holds: (attributes: Attributes) => boolean = () => true): Made[] {
        return [...this.made.values()].filter((one) => one.type === type && holds(one.attributes));
    }

    everything(): Made[] {
        return [...this.made.values()];
    }
}

/** The computed outputs of a resource type. */
export interface Outputs {
    /** The prefix of its IDs. */
    prefix: string;
    /** The ID, if AWS forms it in another way. */
    id?(name: string, hash: string, inputs: Attributes, world: World): string;
    /** The outputs that AWS adds to the inputs. */
    added(made: Made, world: World): Attributes;
}

/** Type tokens of the modelled resources. */
export const types = {
    vpc: "aws:ec2/vpc:Vpc",
    cidrAssociation: "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
    subnet: "aws:ec2/subnet:Subnet",
    routeTable: "aws:ec2/routeTable:RouteTable",
    association: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    defaultGroup: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
    group: "aws:ec2/securityGroup:SecurityGroup",
    ingress: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    egress: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    endpoint: "aws:ec2/vpcEndpoint:VpcEndpoint",
    loadBalancer: "aws:lb/loadBalancer:LoadBalancer",
    endpointService: "aws:ec2/vpcEndpointService:VpcEndpointService",
    accepter: "aws:ec2/vpcEndpointConnectionAccepter:VpcEndpointConnectionAccepter",
    notification: "aws:ec2/vpcEndpointConnectionNotification:VpcEndpointConnectionNotification",
    principal: "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple",
    record: "aws:route53/record:Record",
    verification: "aws:vpc/endpointServicePrivateDnsVerification:EndpointServicePrivateDnsVerification",
    flowLog: "aws:ec2/flowLog:FlowLog",
    logGroup: "aws:cloudwatch/logGroup:LogGroup",
    role: "aws:iam/role:Role",
    rolePolicy: "aws:iam/rolePolicy:RolePolicy",
    ...firewallTypes,
};

/** The type of the resource that associates a security group with another VPC, which this package does not create. */
export const groupAssociation = "aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation";

/** The types of what others attach to a VPC, and of hosted zones, which this package looks up and does not create. */
export const attachmentTypes = {
    internetGateway: "aws:ec2/internetGateway:InternetGateway",
    vpnGateway: "aws:ec2/vpnGateway:VpnGateway",
    natGateway: "aws:ec2/natGateway:NatGateway",
    peering: "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
    transitAttachment: "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
    zone: "aws:route53/zone:Zone",
};
