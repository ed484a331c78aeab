import type { Price } from "../plan/costs/priceIn";
import { regionOfService } from "../plan/endpointServices/endpointServiceName";
import { isInZones } from "../plan/kinds/endpointKinds";
import type { ReportedPlan } from "./reportedPlan";
import { grouped, listOf } from "./wording";

/** The cost of the endpoints and of NAT gateways instead, and the traffic above which the endpoints are cheaper. */
export function costLines(plan: ReportedPlan): string[] {
    const { cost, network: { subnets }, endpoints } = plan;
    const interfaces = endpoints.filter(isInZones);
    const data = interfaces.length > 0 ? `, plus USD ${cost.prices.interfaceGigabyteUsd} a gigabyte` : "";
    const nat = subnets.length === 1
        ? "a NAT gateway with a public IPv4 address"
        : `${subnets.length} NAT gateways, each with a public IPv4 address,`;
    return [
        cost.dataUsd === null
            ? `${usd(cost.endpointsUsd)} a month (${cost.hoursPerMonth} hours)${
                data && `${data} through interface endpoints`
            }.`
            : `${usd(totalUsd(plan))} a month: ${usd(cost.endpointsUsd)} for ${cost.hoursPerMonth} hours, `
                + `${usd(cost.dataUsd)} for ${gigabytes(expectedGigabytes(plan))} through interface endpoints.`,
        cost.natDataUsd === null
            ? `Instead, ${nat} would cost ${usd(cost.natUsd)} a month plus data.`
            : `Instead, ${nat} would cost ${usd(cost.natUsd + cost.natDataUsd)} a month, `
                + `${usd(cost.natDataUsd)} of it for data.`,
        ...comparison(plan),
        ...breakEvens(interfaces),
        ...otherRegions(plan),
        ...dnsFirewallCost(plan),
        ...(plan.network.ipam ? [ipamLine] : []),
        ...unknownPrices(plan).map(({ what, price }) =>
            `The price of ${what} in ${plan.region} is unknown; the price of ${price.region}, the nearest known Region, is used.`
        ),
        `On-demand prices without tax; interface endpoint price as of ${cost.prices.interfaceHour.asOf}.`,
    ];
}

const ipamLine = "IPAM's Advanced Tier charges for each active IP address that it manages; this is not included: "
    + "https://aws.amazon.com/vpc/pricing/";

/** USD a month for all endpoints, with the data expected through them. */
export function totalUsd({ cost: { endpointsUsd, dataUsd } }: Pick<ReportedPlan, "cost">): number {
    return endpointsUsd + (dataUsd ?? 0);
}

/** Gigabytes a month that are expected through interface endpoints; 0 if no expectation is given. */
export function expectedGigabytes({ endpoints }: Pick<ReportedPlan, "endpoints">): number {
    return endpoints.filter(isInZones).reduce((sum, one) => sum + (one.expectedGigabytes ?? 0), 0);
}

/** The prices that are not those of the plan's Region. */
export function unknownPrices({ cost: { prices }, region }: ReportedPlan): { what: string; price: Price }[] {
    return [
        { what: "an interface endpoint's hour", price: prices.interfaceHour },
        { what: "a NAT gateway's hour", price: prices.natHour },
        { what: "a gigabyte through a NAT gateway", price: prices.natGigabyte },
    ].filter(({ price }) => price.region !== region);
}

function comparison({ cost: { cheaperThanNatFromGigabytes: from }, endpoints }: ReportedPlan): string[] {
    if (!endpoints.some(isInZones)) return [];
    if (from === 0) return ["The endpoints are cheaper at any amount of data."];
    return from === null
        ? ["NAT gateways are cheaper at any amount of data."]
        : [`The endpoints are cheaper from ${gigabytes(from)} a month; below that, NAT gateways are.`];
}

/** The traffic above which interface endpoints pay for themselves, the amount that most have in common last. */
function breakEvens(interfaces: ReportedPlan["endpoints"]): string[] {
    const paying = interfaces.filter(({ paysOffFromGigabytes: from }) => from !== null);
    const groups = grouped(paying, ({ paysOffFromGigabytes: from }) => gigabytes(from!))
        .sort(([, a], [, b]) => a.length - b.length);
    return groups.map(([from, group], index) => {
        const names = group.map(({ service }) => service);
        const rest = index > 0 && index === groups.length - 1 && paying.length === interfaces.length;
        const whose = group.length === interfaces.length
            ? "each interface endpoint"
            : group.length === 1
            ? names[0]!
            : rest
            ? `each of the other ${group.length} interface endpoints`
            : `each of ${listOf(names)}`;
        return `If you run NAT gateways anyway, ${whose} pays for itself from ${from} a month.`;
    });
}

function dnsFirewallCost({ dnsFirewall, region }: ReportedPlan): string[] {
    if (!dnsFirewall) return [];
    const { namesUsd, millionQueries, queryLogs, reported } = dnsFirewall;
    const names = reported.length > 0 ? "its planned names, more for those that AWS reports," : "its names";
    const logs = queryLogs === null ? "" : "; CloudWatch charges for each gigabyte of query logs";
    const known = millionQueries.region === region ? "" : ` (the price of ${millionQueries.region})`;
    return [
        `In addition, DNS Firewall costs ${usd(namesUsd)} a month for ${names} and ${
            usd(millionQueries.usd)
        } for a million DNS queries${known}${logs}.`,
    ];
}

function otherRegions({ endpoints, region }: ReportedPlan): string[] {
    const regionOf = (serviceName: string | null) => regionOfService(serviceName ?? "") ?? region;
    return endpoints.filter(({ serviceName }) => regionOf(serviceName) !== region).map(({ service, serviceName }) =>
        `Data transfer to and from ${
            regionOf(serviceName)
        }, the Region of ${service}, is charged in addition and not included.`
    );
}

function usd(amount: number): string {
    return `USD ${amount.toFixed(2)}`;
}

function gigabytes(count: number): string {
    return `${count.toLocaleString("en-US")} GB`;
}
