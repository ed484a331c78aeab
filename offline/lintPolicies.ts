import * as fs from "node:fs";

import { invocation } from "./command";
import { lintCommand } from "./lintCommand";

process.exitCode = lintCommand({ ...invocation(), stdin: () => fs.readFileSync(0, "utf8") });
