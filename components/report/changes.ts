import { givenGroups } from "../plan/endpoints/admission";
import { hasPrivateDns, hasSecurityGroup, type PlannedEndpoint, zonesOf } from "../plan/kinds/endpointKinds";
import { refusedByProtection } from "./protection";
import type { ReportedPlan } from "./reportedPlan";

/** The differences between an earlier plan and this one. */
export interface Changes {
    /** Changed fields of the VPC and its subnets. */
    network: ChangedField[];
    /** Endpoints that only the later plan has. */
    added: PlannedEndpoint[];
    /** Endpoints that only the earlier plan has. */
    removed: PlannedEndpoint[];
    /** Endpoints of the same name that differ, with their changed fields. */
    changed: { name: string; fields: ChangedField[] }[];
    /** USD a month for all endpoints, without data. */
    endpointsUsd: { before: number; after: number };
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
        added: after.endpoints.filter(({ name }) => !find(before, name)),
        removed: before.endpoints.filter(({ name }) => !find(after, name)),
        changed: after.endpoints.flatMap((endpoint) => {
            const earlier = find(before, endpoint.name);
            const fields = earlier ? differences(earlier, endpoint) : [];
            return fields.length > 0 ? [{ name: endpoint.name, fields }] : [];
        }),
        endpointsUsd: { before: before.cost.endpointsUsd, after: after.cost.endpointsUsd },
        refused: refusedByProtection(before, after),
    };
}

function networkDifferences({ network: before }: ReportedPlan, { network: after }: ReportedPlan): ChangedField[] {
    const blockOf = ({ subnets }: ReportedPlan["network"], zone: string) =>
        subnets.find((subnet) => subnet.zone === zone)?.cidrBlock;
    const zones = [...new Set([...before.subnets, ...after.subnets].map(({ zone }) => zone))].sort();
    const fields = [
        { field: "VPC", before: before.cidrBlock, after: after.cidrBlock },
        ...zones.map((zone) => ({
            field: `subnet of ${zone}`,
            before: blockOf(before, zone) ?? "",
            after: blockOf(after, zone) ?? "",
        })),
    ];
    return fields.filter((one) => one.before !== one.after);
}

/** The fields of an endpoint that are compared, for reviewers of a pull request. */
const compared: { [field: string]: (endpoint: PlannedEndpoint) => string } = {
    "service name": ({ serviceName }) => serviceName ?? "known in the deployment",
    "zones": (endpoint) => zonesOf(endpoint).join(" "),
    "ports": ({ ports }) => ports.join(" "),
    "private DNS": (endpoint) => {
        if (!hasPrivateDns(endpoint) || !endpoint.privateDns) return "off";
        return endpoint.privateDnsOnlyForInboundResolver ? "on, from outside only" : "on";
    },
    "who may connect": (endpoint) => {
        if (!hasSecurityGroup(endpoint)) return "";
        return endpoint.securityGroup === givenGroups ? "your security groups" : endpoint.sources.join(" ");
    },
    "policy": ({ policy: { from } }) => from,
    "policy text": ({ policy: { document } }) => document ?? "known in the deployment",
    "USD/month": ({ monthlyUsd }) => monthlyUsd.toFixed(2),
};

function differences(before: PlannedEndpoint, after: PlannedEndpoint): ChangedField[] {
    return Object.entries(compared).flatMap(([field, valueOf]) =>
        valueOf(before) === valueOf(after) ? [] : [{ field, before: valueOf(before), after: valueOf(after) }]
    );
}

/** The changes as table rows: subject, field or action, before, after. */
export function changeRows({ network, added, removed, changed }: Changes): string[][] {
    const sign = ({ before, after }: ChangedField) => (before === "" ? "+" : after === "" ? "-" : "~");
    const action = ({ before, after }: ChangedField) =>
        before === "" ? "added" : after === "" ? "removed" : "replaced, with all that is in it";
    const cost = ({ monthlyUsd }: PlannedEndpoint) => `USD ${monthlyUsd.toFixed(2)} a month`;
    return [
        ...network.map((one) => [`${sign(one)} ${one.field}`, action(one), one.before, one.after]),
        ...added.map((endpoint) => [`+ ${endpoint.name}`, "added", "", cost(endpoint)]),
        ...removed.map((endpoint) => [`- ${endpoint.name}`, "removed", cost(endpoint), ""]),
        ...changed.flatMap(({ name, fields }) =>
            fields.map(({ field, before, after }) => [`~ ${name}`, field, ...cut(before, after)])
        ),
    ];
}

/** Effects on open connections: AWS drops them when a gateway endpoint starts or stops carrying them. */
export function interruptions({ added, removed, network }: Changes): string[] {
    if (network.some(({ field }) => field === "VPC")) return [];
    const gateways = [...added, ...removed].filter((endpoint) => "routeTables" in endpoint).map(({ service }) =>
        service
    );
    return gateways.length > 0
        ? [`Open connections to ${gateways.join(" and ")} are dropped when the gateway comes or goes.`]
        : [];
}

/** Cost before and after, as a sentence. */
export function costChange({ endpointsUsd: { before, after } }: Changes): string {
    const difference = after - before;
    if (difference === 0) return `The cost stays at USD ${after.toFixed(2)} a month.`;
    const sign = difference > 0 ? "+" : "-";
    return `USD ${before.toFixed(2)} a month becomes ${after.toFixed(2)} (${sign}${Math.abs(difference).toFixed(2)}).`;
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
