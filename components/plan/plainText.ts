/**
 * A value as text on one line: without control characters, which a terminal would execute, and without the characters that
 * change the direction of text, which would show it in another order.
 */
export function plainText(text: string): string {
    return text.replace(/\s*[\n\v\f\r\u0085\u2028\u2029]\s*/g, " ").replace(/\t+/g, " ").replace(commands, "");
}

const commands = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
