import { invocation } from "./command";
import { refreshFactsCommand } from "./refreshFactsCommand";

process.exitCode = refreshFactsCommand(invocation());
