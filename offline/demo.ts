import { invocation } from "./command";
import { demoCommand } from "./demoCommand";

void demoCommand(invocation()).then((code) => {
    process.exitCode = code;
});
