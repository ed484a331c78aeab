import { givenGroups } from "../plan/endpoints/admission";
import { isMap } from "../plan/isMap";
import { hasPrivateDns, hasSecurityGroup, type PlannedEndpoint, zonesOf } from "../plan/kinds/endpointKinds";
import type { PlannedSubnet } from "../plan/network/placeSubnets";
import { totalUsd } from "./costLines";
import { type DnsChange, dnsChangeRows, dnsChanges } from "./dnsChanges";
import { changeWords, type PolicyChange, policyChanges } from "./policyChanges";
import { refusedByProtection } from "./protection";
import type { ReportedPlan } from "./reportedPlan";
import { listOf, subnetBlock } from "./wording";

/** The differences between an earlier plan and this one. */
export interface Changes {
    /** Changed fields of the VPC and its subnets. */
    network: ChangedField[];
    /** Changes of the DNS firewall: that it is new or gone, its settings, and its allowed names. */
    dns: DnsChange[];
    /** Endpoints that only the later plan has. */
    added: PlannedEndpoint[];
    /** Endpoints that only the earlier plan has. */
    removed: PlannedEndpoint[];
    /** Endpoints of the same name that differ, with their changed fields. */
    changed: {
        /** The endpoint's name, e.g. `s3-gateway`. */
        name: string;
        /** Its changed fields. */
        fields: ChangedField[];
    }[];
    /** Endpoints of both plans whose policies differ, with the requests that are newly or no longer allowed. */
    policies: PolicyChange[];
    /** Whether the earlier plan does not record its perimeter, because an older release wrote it. */
    withoutPerimeter: boolean;
    /** USD a month for all endpoints, without data. */
    endpointsUsd: {
        /** In the earlier plan. */
        before: number;
        /** In the later plan. */
        after: number;
    };
    /** USD a month for all endpoints, with the data expected through them: the sum in the report. */
    totalUsd: {
        /** In the earlier plan. */
        before: number;
        /** In the later plan. */
        after: number;
    };
    /** Resources that the engine will refuse to delete or replace, because the stack is protected. */
    refused: string[];
}

/** One changed field of the network or of an endpoint. */
export interface ChangedField {
    /** The field's name, e.g. `zones`. */
    field: string;
    /** Its value in the earlier plan, in words. */
    before: string;
    /** Its value in the later plan, in words. */
    after: string;
}

/** Compares two plans by their endpoints' names. */
export function compare(before: ReportedPlan, after: ReportedPlan): Changes {
    const find = (plan: ReportedPlan, name: string) => plan.endpoints.find((endpoint) => endpoint.name === name);
    return {
        network: networkDifferences(before, after),
        dns: dnsChanges(before, after),
        added: after.endpoints.filter(({ name }) => !find(before, name)),
        removed: before.endpoints.filter(({ name }) => !find(after, name)),
        changed: after.endpoints.flatMap((endpoint) => {
            const earlier = find(before, endpoint.name);
            const fields = earlier ? differences(earlier, endpoint) : [];
            return fields.length > 0 ? [{ name: endpoint.name, fields }] : [];
        }),
        policies: policyChanges(before, after),
        withoutPerimeter: !isMap(before.perimeter),
        endpointsUsd: { before: before.cost.endpointsUsd, after: after.cost.endpointsUsd },
        totalUsd: { before: totalUsd(before), after: totalUsd(after) },
        refused: refusedByProtection(before, after),
    };
}

function networkDifferences({ network: before }: ReportedPlan, { network: after }: ReportedPlan): ChangedField[] {
    const [earlier, later] = [networkFields(before), networkFields(after)];
    const fields = [...new Set([...Object.keys(earlier), ...Object.keys(later)])].sort();
    const changed = fields.filter((field) => earlier[field] !== later[field]);
    return changed.map((field) => ({ field, before: earlier[field] ?? "", after: later[field] ?? "" }));
}

/** What is compared of a network: the VPC first, then the subnets of its first range by zone, then the other ranges. */
function networkFields({ cidrBlock, ipam, subnets, secondaryCidrBlocks = [] }: ReportedPlan["network"]) {
    const fields = (of: PlannedSubnet[], where: string) =>
        of.map((subnet): [string, string] => [`subnet of ${subnet.zone}${where}`, subnetBlock(subnet)]);
    return Object.fromEntries([
        [
            "VPC",
            cidrBlock ?? `/${ipam?.netmaskLength} from IPAM pool ${ipam?.poolId ?? "known only during deployment"}`,
        ],
        ...fields(subnets, ""),
        ...secondaryCidrBlocks.flatMap((range): [string, string][] => [
            [`secondary CIDR block ${range.cidrBlock}`, range.cidrBlock],
            ...fields(range.subnets, ` in ${range.cidrBlock}`),
        ]),
    ]) as { [field: string]: string };
}

const policyField = "policy document";

/** The fields of an endpoint that are compared, for reviewers of a pull request. */
const compared: { [field: string]: (endpoint: PlannedEndpoint) => string } = {
    "service name": ({ serviceName }) => serviceName ?? "known only during deployment",
    "zones": (endpoint) => zonesOf(endpoint).join(" "),
    "ports": ({ ports }) => ports.join(" "),
    "private DNS": (endpoint) => {
        if (!hasPrivateDns(endpoint) || !endpoint.privateDns) return "off";
        return endpoint.privateDnsOnlyForInboundResolver ? "on, for callers outside the VPC only" : "on";
    },
    "who may connect": (endpoint) => {
        if (!hasSecurityGroup(endpoint)) return "";
        return endpoint.securityGroup === givenGroups ? "your security groups" : endpoint.sources.join(" ");
    },
    "policy": ({ policy: { from } }) => from,
    [policyField]: ({ policy: { document } }) => document ?? "known only during deployment",
    "USD/month": ({ monthlyUsd }) => monthlyUsd.toFixed(2),
};

function differences(before: PlannedEndpoint, after: PlannedEndpoint): ChangedField[] {
    return Object.entries(compared).flatMap(([field, valueOf]) =>
        valueOf(before) === valueOf(after) ? [] : [{ field, before: valueOf(before), after: valueOf(after) }]
    );
}

/** The changes as table rows: subject, field or action, before, after. */
export function changeRows({ network, dns, added, removed, changed, policies }: Changes): string[][] {
    const sign = ({ before, after }: ChangedField) => (before === "" ? "+" : after === "" ? "-" : "~");
    const action = ({ before, after }: ChangedField) =>
        before === "" ? "added" : after === "" ? "removed" : "replaced, with everything in it";
    const cost = ({ monthlyUsd }: PlannedEndpoint) => `USD ${monthlyUsd.toFixed(2)} a month`;
    return [
        ...network.map((one) => [`${sign(one)} ${one.field}`, action(one), one.before, one.after]),
        ...added.map((endpoint) => [`+ ${endpoint.name}`, "added", "", cost(endpoint)]),
        ...removed.map((endpoint) => [`- ${endpoint.name}`, "removed", cost(endpoint), ""]),
        ...changed.flatMap(({ name, fields }) =>
            fields.map(({ field, before, after }) => {
                const policy = field === policyField ? policies.find((one) => one.name === name) : undefined;
                return [`~ ${name}`, field, ...(policy ? ["", changeWords(policy)] : cut(before, after))];
            })
        ),
        ...dnsChangeRows(dns),
    ];
}

/** Effects on open connections: AWS drops them when a gateway endpoint starts or stops carrying them. */
export function interruptions({ added, removed, network }: Changes): string[] {
    if (network.some(({ field }) => field === "VPC")) return [];
    const gateways = [...added, ...removed].filter((endpoint) => "routeTables" in endpoint);
    if (gateways.length === 0) return [];
    const whose = gateways.length === 1 ? "its gateway endpoint is" : "their gateway endpoints are";
    return [
        `Open connections to ${
            listOf(gateways.map(({ service }) => service))
        } are dropped when ${whose} created or deleted.`,
    ];
}

/** Cost before and after, with the data expected in each plan, as a sentence. */
export function costChange({ totalUsd: { before, after } }: Changes): string {
    const [from, to] = [before.toFixed(2), after.toFixed(2)];
    if (from === to) return `The cost stays at USD ${to} a month.`;
    const sign = after > before ? "+" : "-";
    return `USD ${from} a month becomes ${to} (${sign}${Math.abs(after - before).toFixed(2)}).`;
}

const longestText = 80;

/** Shortens two long strings to the part where they begin to differ. */
function cut(before: string, after: string): string[] {
    if (before.length <= longestText && after.length <= longestText) return [before, after];
    let same = 0;
    while (before[same] === after[same]) same += 1;
    const start = Math.max(0, same - 20);
    return [before, after].map((text) => {
        const part = text.slice(start, start + longestText);
        return `${start > 0 ? "…" : ""}${part}${start + longestText < text.length ? "…" : ""}`;
    });
}
