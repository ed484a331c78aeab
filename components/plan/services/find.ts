import { type Service, services } from "../facts/services";
import { workloads } from "../facts/workloads";
import type { Problem } from "../problem";
import { longestName } from "../suggest";
import { closest, matching, wellSpelt } from "./search";
import { searchIndex, wordsOf } from "./searchIndex";
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
    const fips = wordsOf(words).includes("fips");
    return matching(words, searchIndex().filter(({ key }) => key.includes("fips") === fips));
}

/** Like `servicesNamed`, but if nothing matches, the services with the closest name or the closest spelling of each word. */
export function findServices(words: string): Service[] {
    if (words.length > longestName) return [];
    const found = servicesNamed(words);
    if (found.length > 0) return found;
    const near = closest(words, searchIndex());
    return near.length > 0 ? near : servicesNamed(wellSpelt(words, searchIndex()));
}

const shown = 5;

/** The problem of an unknown service name, with the closest matches. */
export function unknownService(path: string, name: string): Problem {
    const code = "services.unknown";
    const message = `"${name}" is not a known service`;
    if (Object.hasOwn(workloads, name)) {
        return { code, path, message, hint: `${name} is a workload: move it to workloads` };
    }
    if (Object.hasOwn(services, name)) {
        return {
            code,
            path,
            message,
            hint: `include your account's cell, e.g. "${name.replace("<cell>", "cell1")}"`,
        };
    }
    const fips = /^(.+)-fips$/.exec(name)?.[1];
    if (fips !== undefined && Object.hasOwn(services, fips)) {
        const hint = factsOf(fips).fips ? `did you mean "${factsOf(fips).fips}"?` : `use ${fips}`;
        return { code, path, message: `there is no known endpoint ${name}`, hint };
    }
    const [, of, kind] = /^(.+)-(gateway|interface)$/.exec(name) ?? [];
    if (of !== undefined && isService(of)) {
        const offered = factsOf(of).kinds.find((one) => one.toLowerCase() === kind);
        const options = offered ? `, and set endpoints: { ${of}: { kind: ${offered} } } to create only this kind` : "";
        return { code, path, message, hint: `write ${of}${options}` };
    }
    const key = keyOf(name);
    if (key !== undefined) return { code, path, message, hint: `write its key: ${key}` };
    const found = findServices(name);
    if (found.length === 0) {
        return { code, path, message, hint: "search for it by another name: npm run services -- <words>" };
    }
    const meant = found.slice(0, shown).map((service) => `"${service}" (${services[service]!.product})`);
    const more = found.length > shown ? `; npm run services -- ${name} lists all ${found.length}` : "";
    return { code, path, message, hint: `did you mean ${meant.join(", ")}?${more}` };
}
