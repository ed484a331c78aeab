import { type Service, services } from "../facts/services";

/** A service as it is searched. */
export interface SearchEntry {
    key: Service;
    name: Text;
    /** Other words that people know it by. */
    also: Text[];
    iamPrefixes: Text[];
    /** AWS's name of it, and the same without Amazon or AWS. */
    product: Text;
    shortProduct: Text;
    texts: Text[];
    words: string[];
}

/** A text, in the ways that it may be written. */
export interface Text {
    /** Its words with a space before and behind each, so that one is not found within another. */
    spaced: string;
    /** Its words without anything between them. */
    joined: string;
}

/** The words of a text, in lower case and without punctuation. */
export function wordsOf(text: string): string[] {
    return text.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== "");
}

// Made at the first search, since a stack without mistakes needs none.
let index: SearchEntry[] | undefined;

/** Every service as it is searched. */
export function searchIndex(): SearchEntry[] {
    index ??= Object.entries(services).map(([key, { product, also = [], iamPrefixes = [] }]) => {
        const texts = [key, ...also, ...iamPrefixes, product];
        return {
            key,
            name: textOf(key),
            also: also.map(textOf),
            iamPrefixes: iamPrefixes.map(textOf),
            product: textOf(product),
            shortProduct: textOf(product.replace(/^(Amazon|AWS) /, "")),
            texts: texts.map(textOf),
            words: texts.flatMap(wordsOf),
        };
    });
    return index;
}

/** A text in the ways that it may be written. */
export function textOf(text: string): Text {
    const words = wordsOf(text);
    return { spaced: ` ${words.join(" ")} `, joined: words.join("") };
}
