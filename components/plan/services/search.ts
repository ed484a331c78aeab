import { distance } from "fastest-levenshtein";

import { nearest } from "../suggest";
import { type SearchEntry, type Text, textOf, wordsOf } from "./searchIndex";

/** The keys of the entries that match some words, the best match first. */
export function matching(words: string, entries: SearchEntry[]): string[] {
    const wanted = wordsOf(words).filter((word) => word !== "amazon" && word !== "aws");
    if (wanted.length === 0) return [];
    const text = textOf(wanted.join(" "));
    const ranked = entries.map((entry) => ({ key: entry.key, rank: rankOf(wanted, text, entry) }));
    const best = Math.min(...ranked.map(({ rank }) => rank));
    // A match inside a word is a last resort.
    const found = ranked.filter(({ rank }) => rank < within || (rank === best && rank === within));
    found.sort((a, b) => a.rank - b.rank || a.key.length - b.key.length || (a.key < b.key ? -1 : 1));
    return found.map(({ key }) => key);
}

/** The keys of the entries with the closest name. */
export function closest(words: string, entries: SearchEntry[]): string[] {
    const { named, names } = collected(entries);
    const near = nearSpelling(textOf(words).joined, names);
    if (near === undefined) return [];
    return named.filter(({ text }) => text.joined === near && isMisspelt(words, text)).map(({ key }) => key);
}

/** What searches compare with. */
interface Collected {
    /** Every name of the entries. */
    named: { key: string; text: Text }[];
    names: string[];
    /** Every word of the entries. */
    vocabulary: string[];
}

const collections = new WeakMap<SearchEntry[], Collected>();

/** What searches compare with, collected once. */
function collected(entries: SearchEntry[]): Collected {
    const known = collections.get(entries);
    if (known) return known;
    const named = entries.flatMap(({ key, name, also }) => [name, ...also].map((text) => ({ key, text })));
    const names = named.map(({ text }) => text.joined);
    const vocabulary = [...new Set(entries.flatMap((entry) => entry.words))];
    const made = { named, names, vocabulary };
    collections.set(entries, made);
    return made;
}

/** The words with each one replaced by the closest word of the entries. */
export function wellSpelt(words: string, entries: SearchEntry[]): string {
    const { vocabulary } = collected(entries);
    const spelt = (word: string) =>
        vocabulary.some((known) => known.startsWith(word)) ? word : nearSpelling(word, vocabulary) ?? word;
    return wordsOf(words).map(spelt).join(" ");
}

/** The rank of a match inside a word. */
const within = 7;

/** How well an entry matches the words, 0 the best; infinite if some word does not match at all. */
function rankOf(
    wanted: string[],
    { spaced, joined }: Text,
    { name, also, iamPrefixes, product, shortProduct, texts, words, letters }: SearchEntry,
): number {
    // Most entries are ruled out by this, which takes less time than the comparisons below.
    if (!letters.includes(joined) && !wanted.every((word) => letters.includes(word))) return Infinity;
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

/** Whether each word, if there are as many, is a spelling of the name's: `rds-proxy` is not a misspelt `eks-proxy`. */
function isMisspelt(words: string, { spaced }: Text): boolean {
    const [written, named] = [wordsOf(words), wordsOf(spaced)];
    return written.length !== named.length
        || written.every((word, index) => distance(word, named[index]!) <= Math.max(1, Math.floor(word.length / 4)));
}

/**
 * The closest known spelling, with one wrong letter for every four, at least one; words of one or two letters are not
 * corrected.
 */
function nearSpelling(word: string, known: string[]): string | undefined {
    return word.length < 3 ? undefined : nearest(word, known, 4);
}
