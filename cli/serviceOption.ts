import type { Command } from "commander";

import { isService, knownServices } from "../components/plan/services/serviceNames";
import { suggest } from "../components/plan/suggest";
import { once } from "./command";

/** Adds the option for the service of the endpoint that a policy is for. */
export function withService(command: Command): Command {
    return command.option(
        "--service <key>",
        "the service of the endpoint, by its key, e.g. s3 (default: from the file's name)",
        once(serviceNamed),
    );
}

function serviceNamed(key: string): string {
    if (isService(key)) return key;
    throw new Error(`There is no service ${key}: ${meant(key, knownServices)}`);
}

/** The known value that was probably meant. */
export function meant(written: string, known: string[]): string {
    const hint = suggest(written, known, "use one of");
    return hint.length < 300 ? hint : "use AWS's key, e.g. s3 or ecr.api, which private-vpc services finds";
}
