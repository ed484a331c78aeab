import type { ConnectionArgs } from "../../args/connectionArgs";
import type { EndpointArgs } from "../../args/endpointArgs";
import type { NetworkOverride } from "../kinds/kindOfEndpoint";
import type { PolicyOverrides } from "../policies/statements";
import type { KindOverride } from "./chooseKinds";

/** Compiles only if no option is left, and names those that are. */
type None<Left extends never> = Left;

/**
 * Compiles only if some part of the planner takes each option of an endpoint and of a connection. Each part is a function
 * whose parameter has no other options, so that an option that is declared and that no part takes does not compile.
 */
export type EveryOption = [
    None<Exclude<keyof EndpointArgs, keyof KindOverride | keyof NetworkOverride | keyof PolicyOverrides | "ports">>,
    None<Exclude<keyof ConnectionArgs, keyof NetworkOverride | "ports" | "serviceName">>,
];
