import * as fs from "node:fs";

import type { Plan } from "../components";
import type { Problem } from "../components/plan/problem";

/** Reads a plan that `npm run plan -- --json` wrote, or says why the file is none. */
export function readPlan(file: string): { plan?: Plan; problems: Problem[] } {
    const problem = (message: string, hint: string) => ({ problems: [{ path: `--against ${file}`, message, hint }] });
    const cure = "write one with: npm run --silent plan -- --json > plan.json";
    let plan: Partial<Plan> | null;
    try {
        plan = JSON.parse(fs.readFileSync(file, "utf8")) as Partial<Plan> | null;
    } catch (error) {
        const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
        return problem(missing ? "there is no such file" : `it is not JSON: ${(error as Error).message}`, cure);
    }
    if (!isPlan(plan)) return problem("it is not a plan of version 1", cure);
    return { plan, problems: [] };
}

/** Whether it has what is compared. */
function isPlan(plan: Partial<Plan> | null): plan is Plan {
    const endpoints: unknown = plan?.endpoints;
    const complete = Array.isArray(endpoints)
        && endpoints.every((one) =>
            typeof one?.name === "string" && Array.isArray(one.zones) && one.policy && Array.isArray(one.sources)
        );
    return plan?.version === 1 && complete && Array.isArray(plan.network?.subnets) && plan.cost !== undefined;
}
