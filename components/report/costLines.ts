import type { Price } from "../plan/costs/priceIn";
import { regionOfService } from "../plan/endpointServices/endpointServiceName";
import { isInZones } from "../plan/kinds/endpointKinds";
import type { ReportedPlan } from "./reportedPlan";

/** The cost of the endpoints and of NAT gateways instead, and the traffic above which the endpoints are cheaper. */
export function costLines(plan: ReportedPlan): string[] {
    const { cost, network: { subnets }, endpoints } = plan;
    const { interfaceGigabyteUsd } = cost.prices;
    const interfaces = endpoints.filter(isInZones);
    const data = interfaces.length > 0 && cost.dataUsd === null
        ? `, and USD ${interfaceGigabyteUsd} a gigabyte through interface endpoints`
        : "";
    const nat = `${subnets.length} NAT gateway${subnets.length === 1 ? "" : "s"} with public address`;
    return [
        cost.dataUsd === null
            ? `${usd(cost.endpointsUsd)} a month (${cost.hoursPerMonth} hours)${data}.`
            : `${usd(cost.endpointsUsd + cost.dataUsd)} a month: ${
                usd(cost.endpointsUsd)
            } for ${cost.hoursPerMonth} hours, `
                + `${usd(cost.dataUsd)} for ${gigabytes(expected(plan))} through interface endpoints.`,
        cost.natDataUsd === null
            ? `Instead, ${nat} would cost ${usd(cost.natUsd)} a month, and data.`
            : `Instead, ${nat} would cost ${usd(cost.natUsd + cost.natDataUsd)} a month, `
                + `${usd(cost.natDataUsd)} of it for data.`,
        ...comparison(plan),
        ...breakEvens(interfaces),
        ...otherRegions(plan),
        ...unknownPrices(plan),
        `Prices on demand, without tax; the interface hour's is of ${cost.prices.interfaceHour.asOf}.`,
    ];
}

function comparison({ cost: { cheaperThanNatFromGigabytes: from }, endpoints }: ReportedPlan): string[] {
    if (!endpoints.some(isInZones)) return [];
    if (from === 0) return ["The endpoints are cheaper at any traffic."];
    return from === null
        ? ["NAT gateways are cheaper at any traffic."]
        : [`The endpoints are cheaper from ${gigabytes(from)} a month on; below that, NAT gateways are.`];
}

/** The traffic above which interface endpoints pay for themselves, grouped by amount. */
function breakEvens(interfaces: ReportedPlan["endpoints"]): string[] {
    const groups = new Map<number, string[]>();
    for (const { service, paysOffFromGigabytes: from } of interfaces) {
        if (from !== null) groups.set(from, [...groups.get(from) ?? [], service]);
    }
    return [...groups].map(([from, services]) => {
        const whose = services.length === interfaces.length ? "each interface endpoint" : services.join(", ");
        return `Beside NAT gateways that are there anyway, ${whose} would pay off from ${gigabytes(from)} a month on.`;
    });
}

function otherRegions({ endpoints, region }: ReportedPlan): string[] {
    const away = endpoints.filter(({ serviceName }) => (regionOfService(serviceName ?? "") ?? region) !== region);
    return away.map(({ service, serviceName }) =>
        `Data transfer to and from ${
            regionOfService(serviceName!)
        }, where ${service} is, is charged in addition and not included.`
    );
}

function unknownPrices({ cost: { prices }, region }: ReportedPlan): string[] {
    const named: [string, Price][] = [
        ["an interface endpoint's hour", prices.interfaceHour],
        ["a NAT gateway's hour", prices.natHour],
        ["a NAT gateway's gigabyte", prices.natGigabyte],
    ];
    const unknown = named.filter(([, price]) => price.region !== region);
    return unknown.map(([what, price]) =>
        `The price of ${what} in ${region} is not known to this version: ${price.region}'s, the nearest known, stands for it.`
    );
}

function expected({ endpoints }: ReportedPlan): number {
    return endpoints.filter(isInZones).reduce((sum, one) => sum + (one.expectedGigabytes ?? 0), 0);
}

function usd(amount: number): string {
    return `USD ${amount.toFixed(2)}`;
}

function gigabytes(count: number): string {
    return `${count.toLocaleString("en-US")} GB`;
}
