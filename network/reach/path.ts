import { all, isUnknown, type Truth } from "../../components/plan/policies/iam/truth";
import type { NetworkIndex } from "../model/networkIndex";
import { aclHop } from "./aclHop";
import { unavailableHop } from "./availableHop";
import type { Client } from "./client";
import { type Hop, hop, undecided } from "./hop";
import type { Connection } from "./packets";
import { routeBackHop } from "./routeBack";
import type { Target } from "./target";
import { type Way, wayTo } from "./wayTo";

/** The way from a subnet to one address and port: all that does not depend on the client's security groups and role. */
export interface Path {
    client: Client;
    target: Target;
    connection: Connection;
    name: Hop;
    way: Way;
    /** The hops between the security groups of the client and those of the destination, and after them. */
    before: Hop[];
    behind: Hop[];
    /** Whether packets arrive at something in a VPC, which has security groups and a network ACL of its own. */
    isInside: boolean;
    /** Whether packets pass all of these hops. */
    passes: Truth;
}

/** The path from a client to one address and port. */
export function pathTo(index: NetworkIndex, name: Hop, client: Client, target: Target, connection: Connection): Path {
    const way = wayTo(index, client, target);
    const isInside = !way.leaves && target.inside !== undefined;
    const { before, behind } = isInside
        ? withinNetworks(index, client, target, connection)
        : leaving(index, way, client, target, connection);
    const passes = all([name, ...way.hops, ...before, ...behind].map((one) => one.passes));
    return { client, target, connection, name, way, before, behind, isInside, passes };
}

function withinNetworks(index: NetworkIndex, client: Client, target: Target, connection: Connection) {
    // Packets within a subnet pass no network ACL.
    if (target.inside!.subnet === client.subnet.id) return { before: [], behind: [] };
    const server = index.find("subnets", target.inside!.subnet);
    const own = (step: "aclOut" | "aclInBack") => aclHop(index, step, client.subnet, target.addresses, connection);
    const there = (step: "aclIn" | "aclOutBack") => aclHop(index, step, server, client.addresses, connection);
    return {
        before: [own("aclOut"), there("aclIn")],
        behind: [...routeBackHop(index, server, client), there("aclOutBack"), own("aclInBack")],
    };
}

function leaving(index: NetworkIndex, { gateway }: Way, client: Client, target: Target, connection: Connection) {
    const own = (step: "aclOut" | "aclInBack") => aclHop(index, step, client.subnet, target.addresses, connection);
    const gateways = gateway === undefined ? [] : gatewayHops(index, gateway, connection);
    return { before: [own("aclOut"), ...gateways], behind: [own("aclInBack")] };
}

/** Whether a gateway endpoint works, and accepts the protocol. */
function gatewayHops(index: NetworkIndex, id: string, { protocol }: Connection): Hop[] {
    const endpoint = index.find("endpoints", id);
    const label = index.label("endpoints", id);
    if (isUnknown(endpoint)) return [undecided("gateway", endpoint, `${label} is not known`)];
    const unavailable = unavailableHop(index, "gateway", endpoint);
    if (unavailable) return [unavailable];
    if (protocol === "tcp") return [];
    const fix = () => ({ sentence: "use TCP" });
    return [hop("gateway", false, `${label} accepts no ${protocol}`, "VPCE_GATEWAY_PROTOCOL_RESTRICTION", fix)];
}
