import type { Known } from "../../args/contract";
import type { EndpointArgs } from "../../args/endpointArgs";

/** A caller's options for one service's endpoints, with what is known before a deployment. */
export type EndpointOverride = Known<EndpointArgs>;

/** Options by service. */
export interface EndpointOverrides {
    [service: string]: EndpointOverride;
}
