import type { Service } from "../facts/services";
import { endpointKinds, type PlannedEndpoint } from "../kinds/endpointKinds";
import type { KindOfEndpoint } from "../kinds/kindOfEndpoint";
import type { PlanContext } from "../planContext";
import { planPolicy } from "../policies/endpointPolicy";
import { factsOf, serviceNameIn } from "../services/serviceNames";
import { chooseKinds, type ChosenKind } from "./chooseKinds";
import type { EndpointOverride, EndpointOverrides } from "./endpointOverrides";
import type { ServiceRequest } from "./expandRequests";

/** The path of an endpoint's options, e.g. `endpoints.sqs`. */
export function pathOf({ askedAs, reason }: PlannedEndpoint): string {
    return `${reason.key === "endpoint-service" ? "endpointServices" : "endpoints"}.${askedAs}`;
}

/** The endpoints to create, for requests and options without problems. */
export function planEndpoints(
    requests: ServiceRequest[],
    overrides: EndpointOverrides,
    context: PlanContext,
): PlannedEndpoint[] {
    const madeServices = requests.map((request) => request.service);
    return requests.flatMap((request) => {
        const options = overrides[request.askedAs] ?? {};
        const { chosen = chooseKinds(request.service, options).chosen } = request;
        const withOthers = chosen.length > 1;
        return chosen.map((choice) => planEndpoint(request, options, choice, withOthers, { ...context, madeServices }));
    });
}

function planEndpoint(
    { service, askedAs, requestedBy }: ServiceRequest,
    options: EndpointOverride,
    { kind, reason }: ChosenKind,
    withOthers: boolean,
    context: PlanContext & { madeServices: Service[] },
): PlannedEndpoint {
    const { plan }: KindOfEndpoint<PlannedEndpoint> = endpointKinds[kind];
    const alike = {
        service,
        askedAs,
        name: `${service}-${kind.toLowerCase()}`,
        kind,
        serviceName: serviceNameIn(context.values.region, service, kind),
        ports: options.ports ?? factsOf(service).ports!,
        policy: planPolicy({ ...context, service, overrides: options }, context.values),
        requestedBy,
    };
    return plan(alike, { reason, options, withOthers, context });
}
