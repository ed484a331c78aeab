import { services } from "../facts/services";

/** A search entry for a service or a workload. */
export interface SearchEntry {
    key: string;
    name: Text;
    /** Other names for it. */
    also: Text[];
    iamPrefixes: Text[];
    /** AWS's product name, with and without Amazon or AWS. */
    product: Text;
    shortProduct: Text;
    texts: Text[];
    words: string[];
    /** All texts without separators: a text or the beginning of a word that is not in it is in none of them. */
    letters: string;
}

/** A string in its searchable forms. */
export interface Text {
    /** Its words with a space before and after each, so that one is not found inside another. */
    spaced: string;
    /** Its words without separators. */
    joined: string;
}

/** The words of a string, in lower case and without punctuation. */
export function wordsOf(text: string): string[] {
    return text.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== "");
}

// Created at the first search: a stack without mistakes needs no index.
let index: SearchEntry[] | undefined;

/** The search entries of all services. */
export function searchIndex(): SearchEntry[] {
    index ??= Object.entries(services).map(([key, facts]) => entryOf(key, facts));
    return index;
}

/** The search entry of a key with this product name and other names. */
export function entryOf(
    key: string,
    { product, also = [], iamPrefixes = [] }: { product: string; also?: string[]; iamPrefixes?: string[] },
): SearchEntry {
    const texts = [key, ...also, ...iamPrefixes, product];
    const forms = texts.map(textOf);
    return {
        key,
        name: textOf(key),
        also: also.map(textOf),
        iamPrefixes: iamPrefixes.map(textOf),
        product: textOf(product),
        shortProduct: textOf(product.replace(/^(Amazon|AWS) /, "")),
        texts: forms,
        words: texts.flatMap(wordsOf),
        letters: forms.map(({ joined }) => joined).join(" "),
    };
}

/** A string in its searchable forms. */
export function textOf(text: string): Text {
    const words = wordsOf(text);
    return { spaced: ` ${words.join(" ")} `, joined: words.join("") };
}
