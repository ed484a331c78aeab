import { type Service, services } from "../facts/services";
import { workloads } from "../facts/workloads";
import type { Problem } from "../problem";
import { nearest } from "../suggest";
import { type SearchEntry, searchIndex, type Text, textOf, wordsOf } from "./searchIndex";
import { factsOf, isService, keyOf } from "./serviceNames";

/**
 * The services that match some words, the best match first: by key, product name, SDK name or IAM prefix, e.g. `efs` or
 * `step functions`. FIPS endpoints are found only by the word `fips`.
 */
export function servicesNamed(words: string): Service[] {
    // Keys with an account's own cell, and full names of services that the catalogue lacks.
    if (isService(words) && !Object.hasOwn(services, words)) return [words];
    const known = keyOf(words);
    if (known !== undefined) return [known];
    const wanted = wordsOf(words).filter((word) => word !== "amazon" && word !== "aws");
    if (wanted.length === 0) return [];
    const fips = wanted.includes("fips");
    const ranked = searchIndex()
        .filter(({ key }) => key.includes("fips") === fips)
        .map((entry) => ({ key: entry.key, rank: rankOf(wanted, entry) }));
    const best = Math.min(...ranked.map(({ rank }) => rank));
    // A match inside a word is a last resort.
    const found = ranked.filter(({ rank }) => rank < within || (rank === best && rank === within));
    found.sort((a, b) => a.rank - b.rank || a.key.length - b.key.length || (a.key < b.key ? -1 : 1));
    return found.map(({ key }) => key);
}

/** Like `servicesNamed`, but if nothing matches, the services with the closest name or the closest spelling of each word. */
export function findServices(words: string): Service[] {
    const found = servicesNamed(words);
    if (found.length > 0) return found;
    const named = searchIndex().flatMap(({ key, name, also }) =>
        [name, ...also].map(({ joined }) => ({ key, joined }))
    );
    const near = nearSpelling(textOf(words).joined, named.map(({ joined }) => joined));
    if (near !== undefined) return named.filter(({ joined }) => joined === near).map(({ key }) => key);
    const vocabulary = [...new Set(searchIndex().flatMap((entry) => entry.words))];
    return servicesNamed(wordsOf(words).map((word) => wellSpelt(word, vocabulary)).join(" "));
}

/** The rank of a match inside a word. */
const within = 7;

/** How well a service matches the words, 0 the best; infinite if some word does not match at all. */
function rankOf(
    wanted: string[],
    { name, also, iamPrefixes, product, shortProduct, texts, words }: SearchEntry,
): number {
    const { spaced, joined } = textOf(wanted.join(" "));
    const is = (text: Text) => text.joined === joined;
    const contains = (text: Text) => text.spaced.includes(spaced);
    const holds = [
        is(name),
        also.some(is),
        contains(name),
        iamPrefixes.some(is),
        is(shortProduct),
        [...also, product].some(contains),
        wanted.every((word) => words.some((one) => one.startsWith(word))),
        joined.length > 3 && texts.some((text) => text.joined.includes(joined)),
    ];
    const rank = holds.indexOf(true);
    return rank < 0 ? Infinity : rank;
}

/** A known word, or the closest known one. */
function wellSpelt(word: string, vocabulary: string[]): string {
    return vocabulary.some((known) => known.startsWith(word)) ? word : nearSpelling(word, vocabulary) ?? word;
}

/**
 * The closest known spelling, with one wrong letter for every four, at least one; words of one or two letters are not
 * corrected.
 */
function nearSpelling(word: string, known: string[]): string | undefined {
    return word.length < 3 ? undefined : nearest(word, known, 4);
}

const shown = 5;

/** The problem of an unknown service name, with the closest matches. */
export function unknownService(path: string, name: string): Problem {
    const code = "services.unknown";
    const message = `"${name}" is not a service this version knows`;
    if (Object.hasOwn(workloads, name)) {
        return { code, path, message, hint: `${name} is a workload: name it under workloads` };
    }
    if (Object.hasOwn(services, name)) {
        return {
            code,
            path,
            message,
            hint: `write the cell of your account, e.g. "${name.replace("<cell>", "cell1")}"`,
        };
    }
    const fips = /^(.+)-fips$/.exec(name)?.[1];
    if (fips !== undefined && Object.hasOwn(services, fips)) {
        const hint = factsOf(fips).fips ? `did you mean "${factsOf(fips).fips}"?` : `use ${fips}`;
        return { code, path, message: `AWS offers no endpoint ${name} that this version knows`, hint };
    }
    const key = keyOf(name);
    if (key !== undefined) return { code, path, message, hint: `write its key: ${key}` };
    const found = findServices(name);
    if (found.length === 0) {
        return { code, path, message, hint: `npm run services -- <words> finds one by what it is called` };
    }
    const meant = found.slice(0, shown).map((service) => `"${service}" (${services[service]!.product})`);
    const more = found.length > shown ? `; npm run services -- ${name} lists all ${found.length}` : "";
    return { code, path, message, hint: `did you mean ${meant.join(", ")}?${more}` };
}
