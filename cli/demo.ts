import { environment } from "./command";
import { demoCommand } from "./demoCommand";

void demoCommand({ ...environment(), args: process.argv.slice(2) }).then((code) => {
    process.exitCode = code;
});
