/** Replaces an encrypted value of the stack's file when the program runs without the stack's key. */
export const encrypted = "[encrypted]";
