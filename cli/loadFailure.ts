import { createRequire } from "node:module";
import * as path from "node:path";

/** Why a program could not be loaded, and how to fix it. */
export interface LoadFailure {
    message: string;
    hint: string;
}

/** Describes an error of Node.js or ts-node while a program was loaded; `undefined` for any other error. */
export function loadFailure(error: Error & { code?: string }, folder: string): LoadFailure | undefined {
    const [first = ""] = error.message.split("\n");
    if (error.code === "MODULE_NOT_FOUND" || error.code === "ERR_MODULE_NOT_FOUND") {
        return { message: first, hint: "run npm install in the project, or correct the import" };
    }
    if (error.code === "ERR_UNKNOWN_FILE_EXTENSION") {
        return {
            message: first,
            hint: "a TypeScript program that is an ES module needs ts-node: npm install --save-dev ts-node typescript",
        };
    }
    if (error.name !== "TSError") return undefined;
    if (isInstalled("typescript", folder)) {
        return {
            message: error.message,
            hint: "correct the program, or skip the check of types: PULUMI_NODEJS_TRANSPILE_ONLY=true",
        };
    }
    return {
        message:
            `typescript is not installed in the project, so Pulumi compiled the program with TypeScript 3.8: ${error.message}`,
        hint: "npm install --save-dev typescript",
    };
}

function isInstalled(name: string, folder: string): boolean {
    try {
        createRequire(path.join(folder, "package.json")).resolve(name);
        return true;
    } catch {
        return false;
    }
}
