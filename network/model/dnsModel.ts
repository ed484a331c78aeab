import type { Truth } from "../../components/plan/policies/iam/truth";
import type { EndpointInterface } from "./accessModel";
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
    /** The DNS servers that queries are sent to, with their ports unless they are 53, e.g. `10.8.0.2:5353`. */
    servers: Maybe<string[]>;
    /** The outbound Resolver endpoint that sends the queries. @default - not known */
    endpoint?: Maybe<string>;
}

/** The port of DNS servers, unless another one is given. */
export const dnsPort = 53;

/** A DNS server as Resolver rules have it, e.g. `10.8.0.2` or `10.8.0.2:5353`. */
export function serverWords(address: string, port: number): string {
    return port === dnsPort ? address : `${address}:${port}`;
}

/** A Resolver endpoint, which sends queries to other networks (outbound) or answers theirs (inbound). */
export interface ResolverEndpoint extends Named {
    isInbound: Truth;
    vpc: Maybe<string>;
    /** Its network interfaces. Their addresses are known once it exists, unless they were chosen. */
    interfaces: Maybe<EndpointInterface[]>;
    groups: Maybe<string[]>;
}

/** The association of a DNS Firewall rule group with a VPC. */
export interface DnsFirewall extends Named {
    vpc: Maybe<string>;
    /** Of several associations with a VPC, the one with the lowest priority is applied first. */
    priority: Maybe<number>;
    /** The rules of the group, the one with the lowest priority first. */
    rules: Maybe<FirewallRule[]>;
}

/** A rule of DNS Firewall. An alert allows the query. */
export interface FirewallRule {
    /** Names, `*` for all, or `*.example.com` for those below a domain. */
    domains: Maybe<string[]>;
    blocks: boolean;
}
