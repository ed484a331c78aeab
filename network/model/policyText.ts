import { isMap } from "../../components/plan/isMap";
import type { PolicyDocument } from "../../components/plan/policies/policyDocument";

/** A policy document from its JSON text; `undefined` for any other text. */
export function policyIn(text: string): PolicyDocument | undefined {
    try {
        const document = JSON.parse(text) as unknown;
        return isMap(document) && "Statement" in document ? document as unknown as PolicyDocument : undefined;
    } catch {
        return undefined;
    }
}
