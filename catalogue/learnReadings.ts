import type { ServiceFacts } from "../components/plan/facts/services";
import type { ServicesFile } from "./catalogue";
import type { Kept } from "./learn";
import { answerOf, listOf } from "./provenance";
import { type ReadService, sourceOfFact } from "./readings";
import { show } from "./show";

const site = "https://docs.aws.amazon.com/";

/** Updates the services with facts from pages of AWS's documentation. An answer of AWS itself is not overwritten. */
export function learnReadings(file: ServicesFile, read: ReadService[]): Kept[] {
    const kept: Kept[] = [];
    for (const reading of read) {
        const { key, page, inferred, facts } = reading;
        if (!Object.hasOwn(file.services, key)) file.services[key] = { product: key, sources: {} };
        const record = file.services[key]!;
        // A page that only announces the end of a service does not describe its endpoints.
        const describes = !inferred && Object.keys(facts).some((fact) => sourceOf(fact) !== "closed");
        if (describes) record.page ??= `${site}${page}.html`;
        // First, because the source of the other facts depends on it.
        if (typeof facts.page === "string") record.page = facts.page;
        const id = sourceId(file, record, reading);
        for (const [fact, stated] of Object.entries(facts)) {
            const values = record as unknown as { [fact: string]: unknown };
            const source = sourceOf(fact);
            const answers = source === null ? [] : listOf(record.sources[source]).filter(answerOf);
            if (answers.length > 0) {
                if (show(values[fact]) !== show(stated)) {
                    const why = `${fact} ${show(values[fact])} (${answers.join(", ")}) stays, and ${page} says ${
                        show(stated)
                    }`;
                    kept.push({ of: key, why });
                }
            } else if (stated === null && fact !== "ports") {
                delete values[fact];
                if (source !== null) delete record.sources[source];
            } else {
                values[fact] = stated;
                if (source !== null) record.sources[source] = id;
            }
        }
        record.sources.name ??= id;
    }
    inheritPolicies(file, read);
    return kept;
}

function sourceOf(fact: string): string | null {
    return sourceOfFact[fact as keyof typeof sourceOfFact];
}

/** A FIPS endpoint supports endpoint policies as the endpoint without FIPS does, unless a page says otherwise. */
function inheritPolicies({ services }: ServicesFile, read: ReadService[]): void {
    for (const { key } of read.filter(({ facts }) => facts.policySupport !== undefined)) {
        const { fips, policySupport, sources } = services[key]!;
        const twin = typeof fips !== "string" || !Object.hasOwn(services, fips) ? undefined : services[fips];
        if (!twin || policySupport === undefined || twin.policySupport !== undefined) continue;
        twin.policySupport = policySupport;
        twin.sources.policy = [...listOf(sources.policy), "twin"];
    }
}

/** The ID of a page as a source: `page-<month>` for the service's own page, the path of any other. */
function sourceId(file: ServicesFile, record: ServiceFacts, { page, asOf, inferred }: ReadService): string {
    const isOwn = !inferred && record.page === `${site}${page}.html`;
    const id = isOwn ? `page-${asOf}` : page;
    const what = isOwn
        ? "the service's own page"
        : inferred
        ? "inferred from AWS's documentation"
        : "AWS's documentation";
    file.sources[id] ??= {
        what: `${what}, in a copy of ${asOf} or later`,
        ...(!isOwn && { url: `${site}${page}.html` }),
        asOf,
        ...(inferred && { inferred }),
    };
    return id;
}
