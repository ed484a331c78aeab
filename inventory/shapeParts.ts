import * as v from "valibot";

/** Parts of AWS's answers: a field that may be missing is `undefined` or `null`, a missing list is empty. */
export const text = v.string();
export const texts = v.optional(v.array(text), []);
export const maybe = v.nullish(text);
export const tags = v.optional(v.array(v.object({ Key: text, Value: text })), []);

export const list = <Item extends v.GenericSchema>(item: Item) => v.optional(v.array(item), []);
