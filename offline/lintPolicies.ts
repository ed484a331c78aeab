import * as fs from "node:fs";

import { lintCommand } from "./lintCommand";

const { argv, env, stdout, stderr } = process;

const stdin = () => fs.readFileSync(0, "utf8");
process.exitCode = lintCommand({ args: argv.slice(2), folder: process.cwd(), stdin, stdout, stderr, env });
