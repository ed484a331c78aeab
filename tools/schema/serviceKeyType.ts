import * as path from "node:path";

import { services } from "../../components/plan/facts/services";

/** Where the type of the catalogue's service keys is saved. */
export const serviceKeysFile = path.join(__dirname, "../../components/plan/facts/catalogue/serviceKey.ts");

/** TypeScript for the type of the catalogue's keys: the compiler of a project that installs the package reads no JSON. */
export function serviceKeys(): string {
    const keys = Object.keys(services).sort().map((key) => `    | "${key}"`);
    return [
        "/** The key of a service in the catalogue. Written by `npm run schema` from services.json. */",
        "export type ServiceKey =",
        `${keys.join("\n")};`,
        "",
    ].join("\n");
}
