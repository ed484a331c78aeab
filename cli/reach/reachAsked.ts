import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import type { Problem } from "../../components/plan/problem";
import { unknownService } from "../../components/plan/services/find";
import { isService } from "../../components/plan/services/serviceNames";
import { suggest } from "../../components/plan/suggest";
import type { AwsRequest, Role } from "../../network/model/accessModel";
import { knownOr, reasonsIn } from "../../network/model/maybe";
import type { NetworkIndex } from "../../network/model/networkIndex";
import type { Destination, Source } from "../../network/reach/question";
import { sourceOf } from "../../network/reach/reach";
import { serviceIn } from "../../network/sources/inventoryEndpoints";

/** The options that describe a request: its source, port, IAM action and resource. */
export interface AskedOptions {
    from?: string;
    group?: string[];
    role?: string;
    port?: number;
    action?: string;
    resource?: string;
    resourceAccount?: string;
}

const address = /^\d{1,3}(\.\d{1,3}){3}$/;

/** The destination that `--to` names: a service key, a host name or an address, which may have a port. */
export function destinationOf(index: NetworkIndex, to: string, port?: number): Destination {
    const [, name = to, written] = /^(.*?)\.?(?::(\d{1,5}))?$/.exec(to)!;
    const at = port ?? (written === undefined ? undefined : Number(written));
    const ports = at === undefined ? {} : { port: at };
    if (address.test(name)) return { address: name, ...ports };
    const own = knownOr(index.network.endpoints, []).some((one) => one.service === undefined && one.name === name);
    if (own) return { service: name, ...ports };
    const service = serviceIn(name);
    return service === undefined ? { host: name.toLowerCase(), ...ports } : { service, ...ports };
}

/** Why `--to` names nothing: a name without dots is a service's, an endpoint's or a zone's. */
export function destinationProblems({ network }: NetworkIndex, to: string): Problem[] {
    const name = to.replace(/:\d{1,5}$/, "");
    if (name.includes(".") || isService(name)) return [];
    const endpoints = knownOr(network.endpoints, []).map((one) => one.name);
    const zones = knownOr(network.privateZones, []).map(({ domain }) => knownOr(domain, ""));
    return [...endpoints, ...zones].includes(name) ? [] : [unknownService("--to", name)];
}

/** The request that the options describe. */
export function requestOf({ action, resource, resourceAccount }: AskedOptions): AwsRequest | undefined {
    return action === undefined ? undefined : { action, resource, resourceAccount };
}

/** The source that `--from` names: a workload, a subnet by ID or name, or an address. */
export function sourceNamed(
    index: NetworkIndex,
    from: string,
    { group, role }: AskedOptions,
): { source: Source; problems: [] } | { source?: undefined; problems: Problem[] } {
    const { workloads, subnets, interfaces } = index.network;
    const given = {
        ...(group && { groups: group }),
        ...(role !== undefined && { role: roleNamed(index, role) }),
    };
    const found = (source: Source) => ({ source: { ...source, ...given }, problems: [] as [] });
    const workload = knownOr(workloads, []).find(({ id, name }) => id === from || name === from);
    if (workload) {
        const source = sourceOf(index, workload.id);
        if (!isUnknown(source)) return found(source);
    }
    const subnet = knownOr(subnets, []).find(({ id, name }) => id === from || name === from);
    if (subnet) {
        const label = index.label("subnets", subnet.id);
        return found({ label, subnets: [subnet.id], groups: unknown(`the security groups of what is in ${label}`) });
    }
    const own = knownOr(interfaces, []).find(({ addresses }) => addresses.includes(from));
    if (own) {
        const at = isUnknown(own.subnet) ? own.subnet : [own.subnet];
        const hasPublicAddress = own.publicAddress !== undefined;
        return found({ label: from, subnets: at, groups: own.groups, address: from, hasPublicAddress });
    }
    const known = [...knownOr(workloads, []), ...knownOr(subnets, [])].map(({ id }) => id);
    const unread = reasonsIn([workloads, subnets, interfaces, ...knownOr(workloads, []).map((one) => one.subnets)]);
    const none = `the network has no workload, subnet or network interface ${from}`;
    const message = unread.length > 0 ? `${none}; not known: ${unread.join("; ")}` : none;
    const hint = known.length === 0 ? "name a subnet" : suggest(from, known, "it has");
    return { problems: [{ code: "reach.unknown-source", path: "--from", message, hint }] };
}

/** The role that `--role` names: one of the network by its ARN or name, with its policies, or another one by its ARN. */
function roleNamed({ network }: NetworkIndex, role: string): Role {
    const known = knownOr(network.roles, []).find(({ id, name, arn }) => [id, name, arn].includes(role));
    return known ?? { id: role, arn: role };
}
