import { findCli } from "../../emulator/engine/cli";

/** Builds the CLI where there is none, once, before tests run side by side that need it. */
export function mochaGlobalSetup(): void {
    const { file, version } = findCli();
    console.log(`Pulumi ${version}, ${file}`);
}
