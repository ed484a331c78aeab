import { findCli } from "../../emulator/engine/cli";

/** Builds the CLI if necessary, once, before tests that need it run in parallel. */
export function mochaGlobalSetup(): void {
    const { file, version } = findCli();
    console.log(`Pulumi ${version}, ${file}`);
}
