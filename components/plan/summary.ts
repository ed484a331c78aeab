import type { PlannedEndpoint } from "./kinds/endpointKinds";

/** A summary of a plan, one line per endpoint, short enough to read in every `pulumi up`. */
export interface PlanSummary {
    /** Why each endpoint is created and who requested it, by endpoint name, e.g. `s3-gateway`. */
    endpoints: { [name: string]: string };
    /** USD a month for all endpoints, without data, at the price of the Region or of the nearest one with a known price. */
    monthlyUsd: number;
}

/** Summarizes a plan. Keyed by name, so that an additional endpoint is one additional line in a diff. */
export function summarize(endpoints: PlannedEndpoint[], monthlyUsd: number): PlanSummary {
    const lines = endpoints.map((
        { name, reason, requestedBy },
    ) => [name, `${reason.key}, for ${requestedBy.join(", ")}`]);
    return { endpoints: Object.fromEntries(lines) as { [name: string]: string }, monthlyUsd };
}
