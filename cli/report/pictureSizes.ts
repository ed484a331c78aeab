// Sizes that the parts of the picture share.

/** The space around the picture, and inside the VPC. */
export const margin = 16;
/** The space between two boxes. */
export const gap = 10;
/** A line of text. */
export const lineHeight = 17;
/** Where a way into or out of a band is, from its top. */
export const wayTop = 13;

/** The total of these numbers. */
export function sum(numbers: number[]): number {
    return numbers.reduce((total, one) => total + one, 0);
}
