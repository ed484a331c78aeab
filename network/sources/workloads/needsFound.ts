import { type Workload as KnownWorkload, workloadsByName } from "../../../components/plan/facts/workloads";
import type { Need } from "../../model/accessModel";

/** What something calls, and by name what is not known, so that it may call more. */
export interface NeedsFound {
    needs: Need[];
    open: string[];
}

export const nothing: NeedsFound = { needs: [], open: [] };

/** Several findings as one, without repetitions. */
export function together(found: NeedsFound[]): NeedsFound {
    const needs = found.flatMap((one) => one.needs);
    const unique = new Map(needs.map((need) => [JSON.stringify({ ...need, role: undefined }), need]));
    return { needs: [...unique.values()], open: [...new Set(found.flatMap(({ open }) => open))] };
}

/** The services without which a workload of the catalogue cannot run. */
export function neededBy(name: KnownWorkload): NeedsFound {
    const { required, why, source } = workloadsByName[name]!;
    const does = `calls the services of ${name} (${why})`;
    return { needs: required.map((service) => ({ service, why: does, source })), open: [] };
}
