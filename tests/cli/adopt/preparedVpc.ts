import { type Attributes, EmulatedAws, type Made } from "../../../emulator/aws/emulatedAws";
import { types } from "../../../emulator/aws/world";

/** AWS's default endpoint policy: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html#default-endpoint-policy */
export const defaultPolicy = JSON.stringify({
    Version: "2008-10-17",
    Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
});

const cloudFormationTags = { "aws:cloudformation:stack-name": "network", "aws:cloudformation:logical-id": "Endpoint" };

/** A VPC that somebody else created, in an emulated account that may have others. */
export class PreparedVpc {
    readonly vpc: Made;

    /**
     * @param label distinguishes its resources from those of other VPCs
     * @param second the second number of its CIDR block
     */
    constructor(
        readonly aws: EmulatedAws,
        private readonly label: string,
        private readonly second = 0,
        inputs: Attributes = {},
    ) {
        this.vpc = this.create(types.vpc, "vpc", {
            cidrBlock: `10.${second}.0.0/16`,
            enableDnsHostnames: true,
            ...inputs,
        });
    }

    get id(): string {
        return this.vpc.id;
    }

    /** A subnet, e.g. in zone `a`, with the third number of its CIDR block. */
    subnet(zone: string, third: number, inputs: Attributes = {}): string {
        const attributes = { availabilityZone: `us-east-1${zone}`, cidrBlock: `10.${this.second}.${third}.0/24` };
        return this.create(types.subnet, `subnet-${third}`, { vpcId: this.id, ...attributes, ...inputs }).id;
    }

    /** A route table of subnets. */
    table(name: string, ...subnetIds: string[]): string {
        const { id: routeTableId } = this.create(types.routeTable, name, { vpcId: this.id });
        for (const subnetId of subnetIds) {
            this.create(types.association, `${name}-${subnetId}`, { subnetId, routeTableId });
        }
        return routeTableId;
    }

    /** A security group that allows CIDR blocks on a port. */
    group(name: string, sources = [this.vpc.attributes.cidrBlock as string], port = 443): string {
        const group = { vpcId: this.id, name: `${this.label}-${name}`, description: "by hand" };
        const { id: securityGroupId } = this.create(types.group, name, group);
        for (const cidrIpv4 of sources) {
            const rule = { securityGroupId, cidrIpv4, ipProtocol: "tcp", fromPort: port, toPort: port };
            this.create(types.ingress, `${name}-${cidrIpv4}`, rule);
        }
        return securityGroupId;
    }

    /** A gateway endpoint of a service. */
    gateway(service: string, routeTableIds: string[], inputs: Attributes = {}): string {
        return this.endpoint(service, { vpcEndpointType: "Gateway", routeTableIds, ...inputs });
    }

    /** An interface endpoint of a service. */
    interface(service: string, subnetIds: string[], securityGroupIds: string[], inputs: Attributes = {}): string {
        const face = { vpcEndpointType: "Interface", subnetIds, securityGroupIds, privateDnsEnabled: true };
        return this.endpoint(service, { ...face, ...inputs });
    }

    /** An endpoint of a service by its key or full name. */
    endpoint(service: string, inputs: Attributes): string {
        const serviceName = service.includes(".vpce.") ? service : `com.amazonaws.us-east-1.${service}`;
        const { name = `${service}-${inputs.vpcEndpointType}`, ...others } = inputs;
        return this.create(types.endpoint, name as string, {
            vpcId: this.id,
            serviceName,
            // AWS supports endpoint policies only for its own services.
            ...(serviceName !== service && { policy: defaultPolicy }),
            ...others,
        }).id;
    }

    internetGateway(): string {
        return this.create("aws:ec2/internetGateway:InternetGateway", "igw", { vpcId: this.id }).id;
    }

    /** Sets tags that only AWS can set, as CloudFormation does. */
    byCloudFormation(...ids: string[]): void {
        for (const { id, attributes } of this.aws.state.made) {
            if (ids.includes(id)) attributes.tags = { ...attributes.tags, ...cloudFormationTags };
        }
    }

    create(type: string, name: string, inputs: Attributes): Made {
        return this.aws.create(type, `${this.label}-${name}`, inputs);
    }
}
