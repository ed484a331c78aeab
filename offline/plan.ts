import { invocation } from "./command";
import { planCommand } from "./planCommand";

void planCommand(invocation()).then((code) => {
    process.exitCode = code;
});
