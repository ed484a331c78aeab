import * as fs from "node:fs";
import * as net from "node:net";
import * as path from "node:path";

import type { EmulatedAws } from "../../emulator/aws/emulatedAws";
import { awsCli } from "../../emulator/awsCli/awsCli";

/** Sends its arguments to a socket, and ends as the answer says. */
const client = (socket: string) =>
    `#!${process.execPath}
const client = require("node:net").connect(${JSON.stringify(socket)});
let text = "";
client.on("data", (data) => text += data).on("end", () => {
    const { code, stdout, stderr } = JSON.parse(text);
    process.stdout.write(stdout);
    process.stderr.write(stderr);
    process.exitCode = code;
});
client.end(JSON.stringify(process.argv.slice(2)));
`;

/** Runs an action with a command `aws` on PATH, which works on an emulated account of this process. */
export async function withAwsCli<T>(
    aws: EmulatedAws,
    folder: string,
    action: (env: NodeJS.ProcessEnv) => Promise<T>,
): Promise<T> {
    const bin = path.join(folder, "bin");
    const socket = path.join(folder, "aws.sock");
    fs.mkdirSync(bin);
    fs.writeFileSync(path.join(bin, "aws"), client(socket), { mode: 0o755 });
    const server = net.createServer({ allowHalfOpen: true }, (connection) => {
        let text = "";
        connection.on("data", (data) => text += data.toString());
        connection.on("end", () => connection.end(JSON.stringify(awsCli(aws, JSON.parse(text) as string[]))));
    });
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    try {
        return await action({ ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` });
    } finally {
        server.close();
        fs.rmSync(bin, { recursive: true });
    }
}
