import * as fs from "node:fs";
import * as path from "node:path";

import { EmulatedAws } from "../../aws/emulatedAws";
import type { Account, Operation } from "./providerService";
import { readState, writeState } from "./stateFile";

const trailFile = "trail.jsonl";

/** An operation that was requested of AWS, and the error if AWS rejected it. */
export interface TrailEvent extends Operation {
    refused?: string;
}

/** An account that is stored in a folder: one file per Region, and a trail of the requested operations. */
export function accountIn(folder: string): Account {
    const regions = new Map<string | undefined, EmulatedAws>();
    const fileOf = (region: string | undefined) => path.join(folder, `${region ?? "no-region"}.json`);
    const inRegion = (region: string | undefined) => {
        const aws = regions.get(region) ?? new EmulatedAws({ region }, readState(fileOf(region)));
        regions.set(region, aws);
        return aws;
    };
    const note = (event: TrailEvent) => fs.appendFileSync(path.join(folder, trailFile), `${JSON.stringify(event)}\n`);
    return {
        in: inRegion,
        async carryOut(operation, effect) {
            try {
                const result = effect();
                writeState(fileOf(operation.region), inRegion(operation.region).state);
                note(operation);
                return result;
            } catch (error) {
                note({ ...operation, refused: (error as Error).message });
                throw error;
            }
        },
    };
}

/** The operations requested of an account that is stored in a folder, in order. */
export function trailOf(folder: string): TrailEvent[] {
    const file = path.join(folder, trailFile);
    const lines = fs.existsSync(file) ? fs.readFileSync(file, "utf8").split("\n") : [];
    return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as TrailEvent);
}
