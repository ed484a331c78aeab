import { planCommand } from "./planCommand";

const { argv, env, stdout, stderr } = process;

void planCommand({ args: argv.slice(2), folder: process.cwd(), stdout, stderr, env }).then((code) => {
    process.exitCode = code;
});
