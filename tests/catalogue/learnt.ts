import type { Catalogue } from "../../catalogue/catalogue";
import type { ServiceFacts } from "../../components/plan/facts/services";
import { type answer, type Detail, detail, refreshed, small } from "./answers";

/** The source ID of an answer of us-east-1. */
export const virginia = "describe-us-east-1-2026-11-21";

/** The services after a refresh from Regions' answers, and what was not adopted. */
export function learnt(services: { [key: string]: Partial<ServiceFacts> }, ...answers: ReturnType<typeof answer>[]) {
    return outcome(small(services), ...answers);
}

/** The same for a complete catalogue. */
export function outcome(catalogue: Catalogue, ...answers: ReturnType<typeof answer>[]) {
    const { catalogue: after, kept, difference } = refreshed(catalogue, { services: answers, fewerIsRight: true });
    const { services, sources } = JSON.parse(JSON.stringify(after.services)) as Catalogue["services"];
    return { services, sources, kept: kept.filter(({ of }) => of !== "s3"), difference, after };
}

/** SQS as a Region describes it. */
export const sqs = (fields: Detail = {}, region = "us-east-1") => detail(`com.amazonaws.${region}.sqs`, fields);
