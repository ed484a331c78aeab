import type { PolicyWishes } from "../policies/statements";

/** The caller's options for one service's endpoints, as far as they decide what is made. */
export interface EndpointWish extends PolicyWishes {
    kind?: string;
    reachableFrom?: string[];
    zones?: string[];
    privateDns?: boolean;
    allowedCidrBlocks?: string[];
    securityGroupIds?: unknown[];
    ports?: number[];
    expectedGigabytes?: number;
}

/** Options by service. */
export interface EndpointWishes {
    [service: string]: EndpointWish;
}
