import { allKinds } from "../../../components/plan/facts/endpointKind";
import { knownServices, serviceNameIn } from "../../../components/plan/services/serviceNames";
import type { Refusal } from "../error";
import type { Attributes, Made, World } from "../world";

/** Returns why AWS would reject a resource; `undefined` if it would not. */
export type Refuse = (made: Made, world: World) => Refusal | undefined;

/** EC2's generic error for an invalid request. */
export function invalid(message: string, fix: string): Refusal {
    return { code: "InvalidParameter", message, fix };
}

/** The key of an endpoint's service, e.g. `s3`; `undefined` if it is not a known AWS service. */
export function serviceOf({ serviceName }: Attributes, { region, newerServices }: World): string | undefined {
    if (region === undefined) return undefined;
    return newerServices.includes(serviceName) ? serviceName : keysIn(region).get(serviceName);
}

const keys = new Map<string, Map<string, string>>();

function keysIn(region: string): Map<string, string> {
    const known = keys.get(region);
    if (known) return known;
    const made = new Map(
        allKinds.flatMap((kind) =>
            knownServices.map((service) => [serviceNameIn(region, service, kind), service] as const)
        ),
    );
    keys.set(region, made);
    return made;
}

/** EC2's error for an unknown service name. */
export function noSuchService(serviceName: string, region: string): Refusal {
    const message = `The Vpc Endpoint Service '${serviceName}' does not exist`;
    return { code: "InvalidServiceName", message, fix: `name a service of ${region}` };
}
