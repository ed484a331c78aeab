import type { Port } from "../../components/plan/facts/services";
import type { Addresses, Range } from "../model/addresses";
import type { Maybe } from "../model/maybe";

/** A connection: its protocol and the ports that the server listens on. */
export interface Connection {
    protocol: string;
    ports: Range;
}

/** One end of a connection: its addresses, and the security groups of its network interface. */
export interface End {
    addresses: Addresses;
    groups: Maybe<string[]>;
    /** Its groups, where what forwards the packets hides them from the rules of the other end. */
    hiddenGroups?: Maybe<string[]>;
}

/** The connection to a port of the catalogue, e.g. `443`, `1024-1064` or `4195/udp`. */
export function connectionTo(port: Port): Connection {
    const [range = "", protocol = "tcp"] = String(port).split("/");
    const [first, last = first] = range.split("-").map(Number);
    return { protocol, ports: { first: first!, last: last! } };
}

/** A connection's port for sentences, e.g. `TCP 443`. */
export function portWords({ protocol, ports: { first, last } }: Connection): string {
    return `${protocol.toUpperCase()} ${first === last ? first : `${first}-${last}`}`;
}

/**
 * The ports that answers are sent to. Clients choose them, each operating system from another part of this range
 * (https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports).
 */
export const ephemeralPorts: Range = { first: 1024, last: 65_535 };
