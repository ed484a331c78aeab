/**
 * A value as text on one line: without control characters, which a terminal would execute, and without the characters that
 * change the direction of text, which would show it in another order.
 */
export function plainText(text: string): string {
    return text.replace(/\s*[\n\v\f\r\u0085\u2028\u2029]\s*/g, " ").replace(/\t+/g, " ").replace(control, "");
}

/** The characters that a terminal would execute, that end a line, or that change the direction of text. */
export const control = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
