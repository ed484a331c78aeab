import { servicesCommand } from "./servicesCommand";

const { argv, env, stdout, stderr } = process;

process.exitCode = servicesCommand({ args: argv.slice(2), folder: process.cwd(), stdout, stderr, env });
