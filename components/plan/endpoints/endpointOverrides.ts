import type { Known } from "../../args/contract";
import type { EndpointArgs } from "../../args/endpointArgs";

/** A caller's options for one service's endpoints, as far as they are known before a deployment. */
export type EndpointWish = Known<EndpointArgs>;

/** Options by service. */
export interface EndpointWishes {
    [service: string]: EndpointWish;
}
