import { computeTypes } from "./computeTypes";
import { containerTypes } from "./containerTypes";
import { dataTypes } from "./dataTypes";
import type { WorkloadType } from "./workloadType";

/** The types of resources that run in subnets and send requests, by type token. */
export const workloadTypes: { [type: string]: WorkloadType } = { ...computeTypes, ...containerTypes, ...dataTypes };
