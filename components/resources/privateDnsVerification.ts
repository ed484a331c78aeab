import type { VpcEndpointService } from "@pulumi/aws/ec2";
import { Record } from "@pulumi/aws/route53/record";
import { EndpointServicePrivateDnsVerification } from "@pulumi/aws/vpc/endpointServicePrivateDnsVerification";
import * as pulumi from "@pulumi/pulumi";

/** The DNS record that verifies ownership of a domain. Create it in the domain's public hosted zone. */
export interface PrivateDnsVerification {
    /** Its full name, e.g. `_6e86v84tqgqubxbwii1m.orders.example.com`. */
    recordName: string;
    /** Its type, `TXT`. */
    recordType: string;
    /** Its value, e.g. `vpce:l6p0ERxlTt45jevFwOCp`. */
    recordValue: string;
}

// AWS recommends this TTL, in seconds, for Route 53: https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html
const timeToLive = 1800;

/** The DNS record that verifies ownership of a service's private DNS name. */
export function verificationOf(
    service: VpcEndpointService,
    privateDnsName: string,
): pulumi.Output<PrivateDnsVerification> {
    // *.orders.example.com is verified by the record of orders.example.com.
    const domain = privateDnsName.replace(/^\*\./, "");
    return service.privateDnsNameConfigurations.apply((configurations) => {
        const [{ name, type, value } = { name: "", type: "TXT", value: "" }] = configurations ?? [];
        return { recordName: `${name}.${domain}`, recordType: type, recordValue: value };
    });
}

/** Creates the record in a hosted zone, then starts AWS's verification. */
export function verify(
    name: string,
    service: VpcEndpointService,
    verification: pulumi.Output<PrivateDnsVerification>,
    zoneId: pulumi.Input<string>,
    opts: pulumi.CustomResourceOptions,
): void {
    const record = new Record(name, {
        zoneId,
        name: verification.recordName,
        type: verification.apply(({ recordType }) => recordType as "TXT"),
        records: [verification.recordValue],
        ttl: timeToLive,
    }, opts);
    new EndpointServicePrivateDnsVerification(name, { serviceId: service.id }, { ...opts, dependsOn: [record] });
}
