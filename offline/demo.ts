import { demoCommand } from "./demoCommand";

const { argv, env, stdout, stderr } = process;

void demoCommand({ args: argv.slice(2), folder: process.cwd(), stdout, stderr, env }).then((code) => {
    process.exitCode = code;
});
