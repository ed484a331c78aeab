import type { Catalogue } from "../../catalogue/catalogue";
import type { ServiceFacts } from "../../components/plan/facts/services";
import { type answer, type Detail, detail, refreshed, small } from "./answers";

/** What facts name as their source that us-east-1 answered. */
export const virginia = "describe-us-east-1-2026-11-21";

/** What becomes of some services with answers of Regions, and what is kept against them. */
export function learnt(services: { [key: string]: Partial<ServiceFacts> }, ...answers: ReturnType<typeof answer>[]) {
    return outcome(small(services), ...answers);
}

/** The same with a catalogue. */
export function outcome(catalogue: Catalogue, ...answers: ReturnType<typeof answer>[]) {
    const { catalogue: after, kept, difference } = refreshed(catalogue, { services: answers, fewerIsRight: true });
    const { services, sources } = JSON.parse(JSON.stringify(after.services)) as Catalogue["services"];
    return { services, sources, kept: kept.filter(({ of }) => of !== "s3"), difference, after };
}

/** SQS as a Region describes it. */
export const sqs = (fields: Detail = {}, region = "us-east-1") => detail(`com.amazonaws.${region}.sqs`, fields);
