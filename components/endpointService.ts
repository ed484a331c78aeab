import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";

import { type ConnectionNotificationArgs, endpointService, type EndpointServiceArgs } from "./args/endpointServiceArgs";
import { notAbout, readArgs } from "./args/readArgs";
import { regionOf } from "./aws/provider";
import {
    checkAcceptance,
    checkEndpointService,
    endpointServiceWarnings,
} from "./plan/endpointServices/checkEndpointService";
import { withOwnRegion } from "./plan/endpointServices/supportedRegions";
import { ConnectionEvent, IpAddressType } from "./plan/facts/endpointServiceWords";
import type { Problem } from "./plan/problem";
import { failOn } from "./planOrFail";
import { checked } from "./resources/lateError";
import { logWarnings } from "./resources/logWarnings";
import { type PrivateDnsVerification, verificationOf, verify } from "./resources/privateDnsVerification";
import { warnOfCopies } from "./resources/sdkCopies";
import { tagsOf, withOwner } from "./resources/tags";

const made = new WeakMap<
    EndpointService,
    { name: string; args: EndpointServiceArgs; service: ec2.VpcEndpointService }
>();

/**
 * An endpoint service: offers the targets of Network Load Balancers to other VPCs and accounts over AWS PrivateLink.
 *
 * From other accounts, only principals you list may request a connection. Each connection must be accepted.
 *
 * You pay for the load balancers; each consumer pays for its interface endpoint.
 *
 * ```typescript
 * const orders = new EndpointService("orders", {
 *     networkLoadBalancerArns: [loadBalancer.arn],
 *     allowedPrincipals: ["arn:aws:iam::111122223333:root"],
 *     acceptedEndpointIds: { web: "vpce-0123456789abcdef0" },
 * });
 * ```
 */
export class EndpointService extends pulumi.ComponentResource {
    /**
     * The service name that consumers use to create endpoints, e.g.
     * `com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0`.
     */
    public readonly serviceName: pulumi.Output<string>;
    /** The service's ID, e.g. `vpce-svc-0123456789abcdef0`. */
    public readonly serviceId: pulumi.Output<string>;
    /** The load balancers' Availability Zones, in which consumers of the same Region can have network interfaces. */
    public readonly availabilityZones: pulumi.Output<string[]>;
    /** The DNS record that verifies ownership of `privateDnsName`; undefined without one. */
    public readonly privateDnsVerification?: pulumi.Output<PrivateDnsVerification>;

    constructor(name: string, args: EndpointServiceArgs, opts?: pulumi.ComponentResourceOptions) {
        failOn(name, args, wrongEndpointService(args));
        super("private-vpc:index:EndpointService", name, args, opts);
        warnOfCopies(this);
        logWarnings(endpointServiceWarnings(args), this);
        const region = regionOf(this);

        const service = new ec2.VpcEndpointService(name, {
            networkLoadBalancerArns: onceChecked(name, args, region),
            acceptanceRequired: args.acceptanceRequired ?? true,
            allowedPrincipals: args.allowedPrincipals ?? [],
            supportedIpAddressTypes: args.supportedIpAddressTypes ?? [IpAddressType.Ipv4],
            supportedRegions: supportedRegions(args, region),
            privateDnsName: args.privateDnsName,
            tags: tagsOf(name, withOwner(args.tags, args.owner)),
        }, { parent: this });
        made.set(this, { name, args, service });
        if (args.connectionNotification) notify(this, `${name}-notification`, service, args.connectionNotification);
        if (args.privateDnsName !== undefined) {
            this.privateDnsVerification = verificationOf(service, args.privateDnsName);
            if (args.privateDnsHostedZoneId !== undefined) {
                const recordName = `${name}-${args.privateDnsName}`;
                verify(recordName, service, this.privateDnsVerification, args.privateDnsHostedZoneId, { parent: this });
            }
        }
        for (const [consumer, id] of Object.entries(args.acceptedEndpointIds ?? {})) this.accept(consumer, id);

        this.serviceName = service.serviceName;
        this.serviceId = service.id;
        this.availabilityZones = service.availabilityZones;
        this.registerOutputs({
            serviceName: this.serviceName,
            serviceId: this.serviceId,
            availabilityZones: this.availabilityZones,
            privateDnsVerification: this.privateDnsVerification,
        });
    }

    /**
     * Accepts the connection of an endpoint that the same program creates; for endpoints created elsewhere, use
     * `acceptedEndpointIds`. Removing the call rejects the connection.
     *
     * @param consumer a name of your choice for the consumer, e.g. `web`
     */
    public accept(consumer: string, endpointId: pulumi.Input<string>): void {
        const { name, args, service } = made.get(this)!;
        failOn(name, args, checkAcceptance(args, { [consumer]: endpointId }));
        new ec2.VpcEndpointConnectionAccepter(`${name}-${consumer}`, {
            vpcEndpointServiceId: service.id,
            vpcEndpointId: pulumi.output(endpointId).apply((id) =>
                checked(id, checkAcceptance(args, { [consumer]: id }), name, "it was not created")
            ),
        }, { parent: this });
    }
}

/** Every problem in the arguments that are known before deployment. */
function wrongEndpointService(args: EndpointServiceArgs): Problem[] {
    const { known, problems } = readArgs(endpointService, args);
    return [...problems, ...notAbout(problems, checkEndpointService(known))];
}

function notify(
    component: EndpointService,
    name: string,
    { id: vpcEndpointServiceId }: ec2.VpcEndpointService,
    { topicArn, events = Object.values(ConnectionEvent) }: ConnectionNotificationArgs,
): void {
    const notification = { vpcEndpointServiceId, connectionNotificationArn: topicArn, connectionEvents: events };
    new ec2.VpcEndpointConnectionNotification(name, notification, { parent: component });
}

/** The load balancers' ARNs, once every argument that was still an output is checked. */
function onceChecked(name: string, args: EndpointServiceArgs, region: Promise<string>) {
    const { networkLoadBalancerArns, allowedPrincipals, connectionNotification } = args;
    const values = { networkLoadBalancerArns, allowedPrincipals, connectionNotification };
    return pulumi.all([values, region]).apply(([resolved, own]) => {
        const problems = checkEndpointService({ ...args, ...resolved }, own);
        return checked(resolved.networkLoadBalancerArns, problems, name, "it was not created");
    });
}

function supportedRegions({ supportedRegions: others = [] }: EndpointServiceArgs, region: Promise<string>) {
    return others.length === 0 ? undefined : region.then((own) => withOwnRegion(others, own));
}
