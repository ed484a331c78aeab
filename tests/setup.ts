import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

// mocha sets the stack trace limit to infinity.
Error.stackTraceLimit = 10;

/** The functions of Pulumi that read the stack trace of every resource and of its many promises. */
const tracing = new Set(["debuggablePromise", "callsites"]);
const prepare = Error.prepareStackTrace!;
// No test reads those: to find their lines in the source takes more than half of the time of programs under mocks.
Error.prepareStackTrace = (error, frames) =>
    tracing.has(frames[0]?.getFunctionName() ?? "") ? String(error) : prepare(error, frames) as string;

// All temporary files of a run, also those of mocha's workers and of the commands that tests start, are in one folder.
if (process.env.PRIVATE_VPC_TESTS === undefined) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "private-vpc-tests-"));
    // The cache of ts-node's compiled code outlives a run, so that the commands start faster.
    const { V8_COMPILE_CACHE_CACHE_DIR = ownCache() } = process.env;
    Object.assign(process.env, { PRIVATE_VPC_TESTS: folder, TMPDIR: folder, V8_COMPILE_CACHE_CACHE_DIR });
    process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
    // Without a handler, the signal ends the process before "exit".
    process.once("SIGTERM", () => process.exit(143));
}

/** The folder that v8-compile-cache-lib would choose. */
function ownCache(): string {
    return path.join(os.tmpdir(), `v8-compile-cache-${process.getuid?.()}`, process.versions.v8);
}
