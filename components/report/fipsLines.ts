import { hasPrivateDns } from "../plan/kinds/endpointKinds";
import { hostIn } from "../plan/services/endpointNames";
import { factsOf, nonFipsOf } from "../plan/services/serviceNames";
import type { ReportedPlan } from "./reportedPlan";
import { listOf } from "./wording";

/**
 * The names without an endpoint where only the FIPS endpoint of a service is created. Source of the clients' setting:
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-endpoints.html
 */
export function fipsLines({ endpoints, region }: ReportedPlan): string[] {
    const made = new Set(endpoints.map(({ service }) => service));
    const twins = endpoints.filter(({ service }) => nonFipsOf(service) !== service && !made.has(nonFipsOf(service)));
    if (twins.length === 0) return [];
    const own = new Set(twins.filter(hasPrivateDns).flatMap(({ privateDnsNames }) => privateDnsNames ?? []));
    const names = twins.flatMap(({ service }) => factsOf(nonFipsOf(service)).privateDnsNames ?? [])
        .map((name) => hostIn(region, name)).filter((name) => !own.has(name));
    const without = names.length === 0 ? "the services' other names" : listOf(names);
    return [
        `${listOf(twins.map(({ service }) => service))}: only FIPS names resolve to ${
            twins.length === 1 ? "this endpoint" : "these endpoints"
        }, and ${without} ${names.length === 1 ? "has" : "have"} no endpoint: clients must use FIPS names, e.g. with `
        + "AWS_USE_FIPS_ENDPOINT=true.",
    ];
}
