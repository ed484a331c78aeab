import * as fs from "node:fs";

const passed = "ends the same";
const only = process.env.FAULTS_OPERATION;

/** The start and the end of a message: the CLI's output ends with the error. */
function excerpt(message: string): string {
    return message.length <= 4000 ? message : `${message.slice(0, 1000)}\n…\n${message.slice(-9000)}`;
}

/**
 * The results of tried faults. With FAULTS=all each is printed when it is known, because that takes hours. FAULTS_TRIED is a file
 * with what a stopped run printed: what passed there is not tried again. FAULTS_OPERATION tries nothing but one operation.
 */
export class FaultResults {
    private readonly prints = process.env.FAULTS === "all";
    private readonly earlier: Set<string>;

    constructor(file = process.env.FAULTS_TRIED) {
        const lines = file === undefined ? [] : fs.readFileSync(file, "utf8").split("\n");
        this.earlier = new Set(lines.map((line) => line.trim()));
    }

    /** Tries a fault. Returns why it failed, or undefined. */
    async of(fault: string, tries: () => Promise<void>): Promise<string | undefined> {
        if (this.earlier.has(`${fault}: ${passed}`)) return undefined;
        if (only !== undefined && !fault.endsWith(`: ${only}`)) return undefined;
        const failure = await tries().then(() => undefined, (error: Error) => excerpt(error.message));
        const result = `${fault}: ${failure ?? passed}`;
        if (this.prints) process.stdout.write(`        ${result}\n`);
        return failure && result;
    }
}
