import * as fs from "node:fs";
import * as path from "node:path";

import { packageSchema } from "./packageSchema";
import { serviceKeys, serviceKeysFile } from "./serviceKeyType";

/** Where the schema is saved, for tools that read it without running the package. */
const file = path.join(__dirname, "..", "..", "schema.json");

fs.writeFileSync(serviceKeysFile, serviceKeys());
fs.writeFileSync(file, `${JSON.stringify(packageSchema(), undefined, 4)}\n`);
