import type { Maybe } from "./maybe";
import type { Named } from "./vpcModel";

/** A private hosted zone. Its name has no trailing dot. */
export interface PrivateZone extends Named {
    domain: Maybe<string>;
    vpcs: Maybe<string[]>;
    records: Maybe<DnsRecord[]>;
}

/** A record: the values are addresses, or the host name of a CNAME or alias record. */
export interface DnsRecord {
    host: string;
    type: string;
    values: Maybe<string[]>;
}

/** A Resolver rule. `FORWARD` sends queries to other DNS servers, `SYSTEM` back to the VPC's Resolver. */
export interface ResolverRule extends Named {
    domain: Maybe<string>;
    forwards: boolean;
    vpcs: Maybe<string[]>;
    /** The DNS servers that queries are sent to. */
    servers: Maybe<string[]>;
}

/** The association of a DNS Firewall rule group with a VPC: its rules by priority. */
export interface DnsFirewall extends Named {
    vpc: Maybe<string>;
    rules: Maybe<{ domains: Maybe<string[]>; blocks: boolean }[]>;
}
