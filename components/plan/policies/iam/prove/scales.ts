import { Address4, Address6 } from "ip-address";

import { dateIn, numberIn } from "../values";

// Values that represent every interval between the values of a policy, and one that is no value of the type.

/** Numbers: each one, one on either side of it, and one between each two. */
export function numberSamples(texts: string[]): string[] {
    return [...new Set(between(texts.map(numberIn)).flatMap(decimal)), noValue];
}

/** A number with as many decimals as can be read, without an exponent; none if it is too long. */
function decimal(value: number): string[] {
    for (let digits = 13; digits >= 0; digits--) {
        const text = value.toFixed(digits).replace(/\.0*$|(\.\d*?)0+$/, "$1");
        if (numberIn(text) !== undefined) return [text];
    }
    return [];
}

/** Dates, in the same way, to the millisecond. */
export function dateSamples(texts: string[]): string[] {
    const moments = between(texts.map(dateIn)).map(Math.floor);
    return [...moments.filter(isYear).map((moment) => new Date(moment).toISOString()), noValue];
}

const noValue = "x";

/** The years with four digits, which are those that dates are written with. */
function isYear(moment: number): boolean {
    return moment >= Date.parse("0000-01-01") && moment < Date.UTC(10_000, 0);
}

function between(known: (number | undefined)[]): number[] {
    const points = [...new Set(known.filter((value) => value !== undefined))].sort((a, b) => a - b);
    if (points.length === 0) return [0];
    const middles = points.slice(1).map((point, index) => (point + points[index]!) / 2);
    return [...new Set([...points, ...middles, points[0]! - 1, points.at(-1)! + 1])];
}

/** IP addresses: the first and the last one of each range, and their neighbors. */
export function addressSamples(texts: string[]): string[] {
    const blocks = texts.flatMap((text): (Address4 | Address6)[] => {
        if (Address4.isValid(text)) return [new Address4(text)];
        return Address6.isValid(text) ? [new Address6(text)] : [];
    });
    const found = blocks.flatMap((block) => {
        const [first, last] = [block.startAddress().bigInt(), block.endAddress().bigInt()];
        const of = block instanceof Address4 ? Address4 : Address6;
        const most = block instanceof Address4 ? 32n : 128n;
        return [first, last, first - 1n, last + 1n].filter((value) => value >= 0n && value < 1n << most)
            .map((value) => of.fromBigInt(value).correctForm());
    });
    return [...new Set([...found, "192.0.2.1", "2001:db8::1", noValue])];
}
