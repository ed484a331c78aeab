/** Is in the place of a value that is encrypted in the stack's file, where the program runs without the stack's key. */
export const encrypted = "[encrypted]";
