import { type Quotas, quotas } from "../../components/plan/facts/quotas";

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

/** What is true of the emulated account and Region. */
export interface AwsContext {
    /** The Region the provider works in, e.g. `us-east-1`. @default - `getRegion` has no answer */
    region?: string;
    /** @default AWS's documented example account */
    accountId?: string;
    /** Quotas that were raised, or lowered to meet them. @default AWS's own */
    quotas?: Partial<Quotas>;
    /** Zones where an interface endpoint cannot be made, by service key. @default - every service is in every zone */
    zonesWithout?: { [service: string]: string[] };
    /** Keys of services whose endpoints take no policy. @default - every service takes one */
    servicesWithoutPolicy?: string[];
    /**
     * Endpoint services of other accounts, by name: their type, or `null` where their owner does not allow this account.
     *
     * @default - every one is of type Interface, and allows it
     */
    foreignServices?: { [serviceName: string]: "Interface" | "GatewayLoadBalancer" | null };
    /** IAM actions that look-ups are denied, e.g. `ec2:DescribeVpcs`. @default [] */
    denied?: string[];
    /** What was made before. @default [] */
    resources?: Made[];
}

/** What an emulated account keeps. */
export interface AccountState {
    /** Every resource, in the order they were made. */
    made: Made[];
    /** How many were ever made under a type and name, so that no id comes back. */
    counts: { [typeAndName: string]: number };
}

/** What exists in the emulated account. */
export class World {
    readonly region: string | undefined;
    readonly accountId: string;
    readonly quotas: Quotas;
    readonly zonesWithout: { [service: string]: string[] };
    readonly servicesWithoutPolicy: string[];
    readonly foreignServices: { [serviceName: string]: string | null };
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
        this.denied = context.denied ?? [];
        this.made = new Map(state.made.map((one) => [one.id, one]));
        for (const made of context.resources ?? []) this.add(made);
        this.counts = { ...state.counts };
    }

    /** What is kept of it. */
    get state(): AccountState {
        return { made: this.everything(), counts: this.counts };
    }

    /** Counts a resource that is about to be made, from 1. */
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

    /** A resource by id; one that was made elsewhere is not known here, and nothing is held against it. */
    find(id: string): Made | undefined {
        return this.made.get(id);
    }

    /** The resources of a type that some test holds for. */
    all(type: string, holds: (attributes: Attributes) => boolean = () => true): Made[] {
        return [...this.made.values()].filter((one) => one.type === type && holds(one.attributes));
    }

    /** Every resource. */
    everything(): Made[] {
        return [...this.made.values()];
    }
}

/** What AWS makes of a resource. */
export interface Outputs {
    /** What AWS's ids of it begin with. */
    prefix: string;
    /** Its id, where AWS forms it otherwise. */
    id?(name: string, hash: string, inputs: Attributes, world: World): string;
    /** What AWS adds to the inputs. */
    added(made: Made, world: World): Attributes;
}

/** Type tokens of the resources whose rules are known. */
export const types = {
    vpc: "aws:ec2/vpc:Vpc",
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
};
