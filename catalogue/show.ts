/** The text for a fact that is unknown. */
export const unknown = "unknown";

/** Formats a fact for people. */
export function show(value: unknown): string {
    if (value === undefined) return unknown;
    if (Array.isArray(value)) return value.length === 0 ? "none" : value.join(", ");
    return typeof value === "object" ? JSON.stringify(value) : `${value}`;
}

/** Formats prices for people. */
export function showPrices(prices: { hourUsd: number; gigabyteUsd?: number } | undefined): string {
    if (!prices) return unknown;
    const { hourUsd, gigabyteUsd } = prices;
    return `USD ${hourUsd} an hour${gigabyteUsd === undefined ? "" : ` and USD ${gigabyteUsd} a gigabyte`}`;
}

/** E.g. `1 fact` or `1,234 facts`. */
export function count(number: number, what: string): string {
    return `${number.toLocaleString("en-US")} ${what}${number === 1 ? "" : "s"}`;
}
