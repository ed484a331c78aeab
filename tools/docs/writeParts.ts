import * as fs from "node:fs";
import * as path from "node:path";

import { fillParts, pages, picture, root } from "./generatedParts";

for (const page of pages) fs.writeFileSync(path.join(root, page), fillParts(page));
fs.writeFileSync(path.join(root, "docs", "dev.svg"), picture());
