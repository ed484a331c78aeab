import type { ServiceRequest } from "./endpoints/expandRequests";
import type { ConnectionRequests } from "./endpointServices/connections";

/**
 * Whether nothing is wrong at a path, within it, or with what it is a part of. Such parts are planned although others are
 * wrong: a budget that they exceed by themselves is exceeded.
 */
export type IsSound = (path: string) => boolean;

/** What is sound where there are problems at these paths. */
export function soundWithout(wrong: string[]): IsSound {
    return (path) => !wrong.some((one) => one === path || isWithin(one, path) || isWithin(path, one));
}

function isWithin(path: string, whole: string): boolean {
    return path.startsWith(`${whole}.`) || path.startsWith(`${whole}[`);
}

/** The requests that nothing is wrong with, nor with their options. */
export function soundRequests(requests: ServiceRequest[], isSound: IsSound): ServiceRequest[] {
    return requests.filter(({ askedAs, path }) =>
        isSound(path) && isSound(`endpoints.${askedAs}`) && isSound(`existing.${askedAs}`)
    );
}

/** The endpoint services that nothing is wrong with. */
export function soundConnections(connections: ConnectionRequests, isSound: IsSound): ConnectionRequests {
    return Object.fromEntries(Object.entries(connections).filter(([name]) => isSound(`endpointServices.${name}`)));
}
