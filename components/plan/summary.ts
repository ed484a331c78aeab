import type { PlannedEndpoint } from "./kinds/endpointKinds";

/** A plan in a line for each endpoint, short enough to be read in every `pulumi up`. */
export interface PlanSummary {
    /** Why each endpoint is made and for whom, by its name, e.g. `s3-gateway`. */
    endpoints: { [name: string]: string };
    /** USD a month for all endpoints, without data, at the price of the Region or of the nearest one that is known. */
    monthlyUsd: number;
}

/** Sums a plan up. Keyed by name, so that one more endpoint is one more line of a diff. */
export function summarize(endpoints: PlannedEndpoint[], monthlyUsd: number): PlanSummary {
    const lines = endpoints.map((
        { name, reason, requestedBy },
    ) => [name, `${reason.key}, for ${requestedBy.join(", ")}`]);
    return { endpoints: Object.fromEntries(lines) as { [name: string]: string }, monthlyUsd };
}
