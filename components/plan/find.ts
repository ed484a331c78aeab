import { type Service, type ServiceFacts, services } from "./facts/services";
import { workloads } from "./facts/workloads";
import type { Problem } from "./problem";
import { factsOf, isService } from "./services";
import { nearest } from "./suggest";

/**
 * The services that some words name, the likeliest first: by key, product, or the word of the SDK or of IAM, e.g. `efs`
 * or `step functions`. FIPS endpoints are found only by that word.
 */
export function servicesNamed(words: string): Service[] {
    // The key of an account's own cell is not listed.
    if (isService(words) && !Object.hasOwn(services, words)) return [words];
    const wanted = wordsOf(words).filter((word) => word !== "amazon" && word !== "aws");
    if (wanted.length === 0) return [];
    const fips = wanted.includes("fips");
    const ranked = Object.entries(services)
        .filter(([key]) => key.includes("fips") === fips)
        .map(([key, facts]) => ({ key, rank: rankOf(wanted, key, facts) }));
    const best = Math.min(...ranked.map(({ rank }) => rank));
    // What only stands somewhere within a word is a guess, for where nothing better is found.
    const found = ranked.filter(({ rank }) => rank < within || (rank === best && rank === within));
    found.sort((a, b) => a.rank - b.rank || a.key.length - b.key.length || (a.key < b.key ? -1 : 1));
    return found.map(({ key }) => key);
}

/** The same, and for words that name none the services of the nearest spelling. */
export function findServices(words: string): Service[] {
    const found = servicesNamed(words);
    if (found.length > 0) return found;
    const known = Object.entries(services).flatMap(([key, facts]) => textsOf(key, facts));
    const vocabulary = [...new Set(known.flatMap(wordsOf))];
    const spelt = wordsOf(words).map((word) => wellSpelt(word, vocabulary)).join(" ");
    const meant = servicesNamed(spelt);
    return meant.length > 0 ? meant : servicesNamed(wellSpelt(joined(words), [...new Set(known.map(joined))]));
}

const within = 7;

/** How near a service is to what is wanted, 0 the nearest; infinitely far where some word says nothing of it. */
function rankOf(wanted: string[], key: string, facts: ServiceFacts): number {
    const { product, also = [], iamPrefixes = [] } = facts;
    const whole = wanted.join("");
    const is = (text: string) => joined(text) === whole;
    const contains = (text: string) => ` ${wordsOf(text).join(" ")} `.includes(` ${wanted.join(" ")} `);
    const words = textsOf(key, facts).flatMap(wordsOf);
    const holds = [
        is(key),
        also.some(is),
        contains(key),
        iamPrefixes.some(is),
        is(product.replace(/^(Amazon|AWS) /, "")),
        [...also, product].some(contains),
        wanted.every((word) => words.some((one) => one.startsWith(word))),
        whole.length > 3 && textsOf(key, facts).some((text) => joined(text).includes(whole)),
    ];
    const rank = holds.indexOf(true);
    return rank < 0 ? Infinity : rank;
}

function textsOf(key: string, { product, also = [], iamPrefixes = [] }: ServiceFacts): string[] {
    return [key, ...also, ...iamPrefixes, product];
}

function wordsOf(text: string): string[] {
    return text.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== "");
}

function joined(text: string): string {
    return wordsOf(text).join("");
}

/** A word as it is known, or the nearest of those that are; of two letters each one counts. */
function wellSpelt(word: string, vocabulary: string[]): string {
    if (word.length < 3 || vocabulary.some((known) => known.startsWith(word))) return word;
    return nearest(word, vocabulary, 4) ?? word;
}

const shown = 5;

/** The problem of a name that is no service, with those that were probably meant. */
export function unknownService(path: string, name: string): Problem {
    const message = `"${name}" is not a service this version knows`;
    if (Object.hasOwn(workloads, name)) {
        return { path, message, hint: `${name} is a workload: name it under workloads` };
    }
    if (Object.hasOwn(services, name)) {
        return { path, message, hint: `write the cell of your account, e.g. "${name.replace("<cell>", "cell1")}"` };
    }
    const fips = /^(.+)-fips$/.exec(name)?.[1];
    if (fips !== undefined && Object.hasOwn(services, fips)) {
        const hint = factsOf(fips).fips ? `did you mean "${factsOf(fips).fips}"?` : `use ${fips}`;
        return { path, message: `AWS offers no endpoint ${name} that this version knows`, hint };
    }
    const found = findServices(name);
    if (found.length === 0) {
        return { path, message, hint: `npm run services -- <words> finds one by what it is called` };
    }
    const meant = found.slice(0, shown).map((service) => `"${service}" (${services[service]!.product})`);
    const more = found.length > shown ? `; npm run services -- ${name} lists all ${found.length}` : "";
    return { path, message, hint: `did you mean ${meant.join(", ")}?${more}` };
}
