import { invocation } from "./command";
import { servicesCommand } from "./servicesCommand";

process.exitCode = servicesCommand(invocation());
