// Runs a `go build -v` that takes minutes, and prints its progress: one line that is rewritten on a terminal, otherwise a
// line every half minute. What the build prints as errors goes to standard error.
const { spawn } = require("node:child_process");
const { createInterface } = require("node:readline");

const [go, ...args] = process.argv.slice(2);
const onTerminal = process.stdout.isTTY;
const started = Date.now();
const counts = { downloaded: 0, compiled: 0 };

function print() {
    const seconds = Math.round((Date.now() - started) / 1000);
    const time = `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    const line = `  ${time}: ${counts.downloaded} modules downloaded, ${counts.compiled} packages compiled`;
    process.stdout.write(onTerminal ? `\r\x1b[K${line}` : `${line}\n`);
}

const build = spawn(go, args, { stdio: ["ignore", "inherit", "pipe"] });
const timer = setInterval(print, onTerminal ? 1000 : 30_000);
createInterface(build.stderr).on("line", (line) => {
    if (line.startsWith("go: downloading ")) counts.downloaded++;
    else if (/^[\w.~/-]+$/.test(line)) counts.compiled++;
    else process.stderr.write(`${line}\n`);
});
build.on("error", (error) => process.stderr.write(`${error.message}\n`));
build.on("close", (code) => {
    clearInterval(timer);
    if (code === 0) print();
    if (onTerminal) process.stdout.write("\n");
    process.exitCode = code ?? 1;
});
