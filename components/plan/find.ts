import { type Service, type ServiceFacts, services } from "./facts/services";
import { workloads } from "./facts/workloads";
import type { Problem } from "./problem";
import { factsOf } from "./services";
import { nearest } from "./suggest";

/**
 * The services that people mean by some words, the likeliest first: by key, product, or the word of the SDK or of IAM,
 * e.g. `efs` or `step functions`. FIPS endpoints are found only by that word.
 */
export function findServices(words: string): Service[] {
    const wanted = plain(words).split(" ").filter((word) => word !== "");
    if (wanted.length === 0) return [];
    const fips = wanted.includes("fips");
    const found = Object.entries(services)
        .filter(([key]) => key.includes("fips") === fips)
        .map(([key, facts]) => ({ key, rank: rankOf(wanted, key, facts) }))
        .filter(({ rank }) => rank !== undefined);
    found.sort((a, b) => a.rank! - b.rank! || a.key.length - b.key.length || (a.key < b.key ? -1 : 1));
    if (found.length > 0) return found.map(({ key }) => key);
    const near = nearest(words, [...names.keys()]);
    return near === undefined ? [] : [names.get(near)!];
}

/** How near a service is to what is wanted, 0 the nearest; `undefined` where some word says nothing of it. */
function rankOf(wanted: string[], key: string, { product, also = [], iamPrefixes = [] }: ServiceFacts) {
    const whole = wanted.join(" ");
    const known = [...also, ...iamPrefixes].map(plain);
    if (plain(key) === whole) return 0;
    if (known.includes(whole)) return 1;
    const texts = [plain(key), ...known, plain(product)];
    if (texts.some((text) => ` ${text} `.includes(` ${whole} `))) return 2;
    const words = texts.join(" ").split(" ");
    if (wanted.every((word) => words.some((one) => one.startsWith(word)))) return 3;
    const together = texts.map((text) => text.replaceAll(" ", ""));
    return whole.length > 2 && together.some((text) => text.includes(whole.replaceAll(" ", ""))) ? 4 : undefined;
}

function plain(text: string): string {
    return text.toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();
}

/** Every word that names one service, for misspellings. */
const names = new Map<string, Service>();
for (const [key, { also = [], fips }] of Object.entries(services)) {
    if (fips !== undefined || !key.includes("fips")) { for (const name of [...also, key]) names.set(name, key); }
}

const shown = 5;

/** The problem of a name that is no service, with those that were probably meant. */
export function unknownService(path: string, name: string): Problem {
    const message = `"${name}" is not a service this version knows`;
    if (Object.hasOwn(workloads, name)) {
        return { path, message, hint: `${name} is a workload: name it under workloads` };
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
