import { codeGenerator, pythonRunner } from "../../../emulator/engine/goModules";
import { pythonFolder } from "./pythonEnvironment";

/** Builds and installs what the tests of other languages need, once, before they run in parallel. */
export function mochaGlobalSetup(): void {
    console.log(`Pulumi's code generation: ${codeGenerator()}`);
    console.log(`Pulumi's runner of Python programs: ${pythonRunner()}`);
    console.log(`Python packages: ${pythonFolder()}`);
}
