import { refreshFactsCommand } from "./refreshFactsCommand";

const { argv, env, stdout, stderr } = process;

process.exitCode = refreshFactsCommand({ args: argv.slice(2), folder: process.cwd(), stdout, stderr, env });
