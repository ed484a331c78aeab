import type { ServiceRequest } from "./endpoints/expandRequests";
import type { ConnectionRequests } from "./endpointServices/connections";

/**
 * Whether a path, its children and its parents have no problems. Such parts are planned although others have problems:
 * if they alone exceed a budget, the whole does.
 */
export type IsSound = (path: string) => boolean;

/** What is valid, given the paths with problems. */
export function soundWithout(wrong: string[]): IsSound {
    return (path) => !wrong.some((one) => one === path || isWithin(one, path) || isWithin(path, one));
}

function isWithin(path: string, whole: string): boolean {
    return path.startsWith(`${whole}.`) || path.startsWith(`${whole}[`);
}

/** The requests without problems in themselves or their options. */
export function soundRequests(requests: ServiceRequest[], isSound: IsSound): ServiceRequest[] {
    return requests.filter(({ askedAs, path }) =>
        isSound(path) && isSound(`endpoints.${askedAs}`) && isSound(`existing.${askedAs}`)
    );
}

/** The endpoint services without problems. */
export function soundConnections(connections: ConnectionRequests, isSound: IsSound): ConnectionRequests {
    return Object.fromEntries(Object.entries(connections).filter(([name]) => isSound(`endpointServices.${name}`)));
}
