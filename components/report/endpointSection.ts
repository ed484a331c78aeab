import { hasPrivateDns, outsidersOf } from "../plan/kinds/endpointKinds";
import { wordsOf } from "./kindWords";
import { verdictOf } from "./perimeterLines";
import type { ReportedPlan } from "./reportedPlan";
import type { Column, Section } from "./section";
import { grouped, listOf } from "./wording";

type Endpoint = ReportedPlan["endpoints"][number];

const columns: Column[] = [
    { title: "service" },
    { title: "kind" },
    { title: "zones" },
    { title: "USD/month", numeric: true },
    { title: "reason", foldable: true },
    { title: "names resolve to", foldable: true },
    { title: "policy", foldable: true },
    { title: "requested by", foldable: true },
];

/** Every endpoint, one row each, and who reaches those that not only the VPC's workloads reach. */
export function endpointSection(plan: ReportedPlan): Section {
    const { endpoints } = plan;
    const section = { title: "Endpoints", count: endpoints.length };
    if (endpoints.length === 0) {
        return { ...section, lines: ["None: name services or workloads in the stack's config."] };
    }
    return {
        ...section,
        table: { columns, rows: endpoints.map((endpoint) => row(endpoint, plan)) },
        lines: [...callerLines(endpoints), ...dnsNameLines(endpoints)],
    };
}

function row(endpoint: Endpoint, plan: ReportedPlan): string[] {
    const { service, kind, monthlyUsd, requestedBy } = endpoint;
    const words = wordsOf(endpoint);
    return [
        service,
        kind,
        words.zones(endpoint, plan.region),
        monthlyUsd.toFixed(2),
        words.reason(endpoint),
        words.resolution(endpoint),
        policyWords(endpoint, plan),
        requestedBy.join(", "),
    ];
}

const policyInWords: { [from: string]: string } = {
    "custom": "your own",
    "full-access": "full access",
};

function policyWords(
    { name, service, policy: { from, onlyIfSupported, narrowed } }: Endpoint,
    plan: ReportedPlan,
): string {
    if (from === "none") return "not supported";
    const words = narrowed ? "narrowed" : policyInWords[from] ?? (from === service ? "service's own" : from);
    return [words, verdictOf(plan, name), ...(onlyIfSupported ? ["if supported"] : [])].join(", ");
}

/** Whether an endpoint is only for callers outside the VPC: its workloads use the service's gateway endpoint. */
export function isForOutsiders({ reason }: Endpoint): boolean {
    return reason.key === "reachable-from-outside";
}

function callerLines(endpoints: Endpoint[]): string[] {
    return endpoints.filter((endpoint) => outsidersOf(endpoint).length > 0).map((endpoint) => {
        const ranges = listOf(outsidersOf(endpoint));
        return isForOutsiders(endpoint)
            ? `${endpoint.name} is for callers outside the VPC, in ${ranges}; workloads in the VPC use the gateway endpoint.`
            : `${endpoint.name} also accepts connections from outside the VPC, from ${ranges}.`;
    });
}

/** Endpoints whose clients must call them by the endpoint's own DNS name. */
function dnsNameLines(endpoints: Endpoint[]): string[] {
    const named = endpoints.filter((endpoint) => hasPrivateDns(endpoint) && !endpoint.privateDns);
    return grouped(named, () => "").map(([, names]) =>
        `Private DNS is off for ${
            listOf(names.map(({ service }) => service))
        }: clients call the endpoint by its own DNS `
        + "name, which the output dnsNames returns."
    );
}
