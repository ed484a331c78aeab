import * as path from "node:path";

import type { Command } from "commander";

import { readJson, replaceFiles } from "../catalogue/answerFiles";
import { type Catalogue, regionsText, servicesText } from "../catalogue/catalogue";
import { type GivenFile, refresh } from "../catalogue/refresh";
import { refreshReport } from "../catalogue/refreshReport";
import { faultIn } from "../catalogue/validCatalogue";
import { isMap } from "../components/plan/isMap";
import { describeProblems, type Problem } from "../components/plan/problem";
import { exitCodes, type Invocation, once, several, type Subcommand, UsageError } from "./command";
import { jsonText } from "./guardedOutput";
import { screenOf } from "./report/terminal";

interface Options {
    services: string[];
    prices: string[];
    pages: string[];
    write?: boolean;
    fewerIsRight?: boolean;
    pricesAreRight?: boolean;
    catalogue?: string;
    json?: boolean;
}

/** The folder of this package's catalogue. */
const ownCatalogue = path.join(__dirname, "..", "components", "plan", "facts", "catalogue");

const details = `
--services, --prices and --pages can be given several times, and each without the others.

Exit codes: 0 compared, or written; 1 a file is wrong, and nothing is written; 2 the command line is wrong.`;

function define(command: Command): Command {
    return command
        .option(
            "--services <file>",
            "the complete output for a Region of: aws ec2 describe-vpc-endpoint-services --region REGION --output json",
            several,
            [],
        )
        .option("--prices <file>", "index.json of the public price list of AmazonVPC or AmazonEC2", several, [])
        .option(
            "--pages <file>",
            "facts that were read on pages of AWS's documentation, e.g. catalogue/pages.json",
            several,
            [],
        )
        .option("--write", "write the catalogue (default: only show the changes)")
        .option("--fewer-is-right", "accept an output with fewer services than the catalogue has")
        .option(
            "--prices-are-right",
            "accept prices that are far from those of the nearest Regions: 4 times, or 10 times for data to other Regions",
        )
        .option(
            "--catalogue <folder>",
            "the folder of services.json and regions.json (default: this package's)",
            once(),
        )
        .option("--json", "print the changes as JSON, or {\"problems\": [...]}")
        .addHelpText("after", details);
}

function main(_args: string[], options: Options, run: Invocation): number {
    if (options.services.length + options.prices.length + options.pages.length === 0) {
        throw new UsageError("give --services, --prices or --pages");
    }
    const folder = options.catalogue === undefined ? ownCatalogue : path.resolve(run.folder, options.catalogue);
    if (options.write && options.catalogue === undefined && folder.includes(`${path.sep}node_modules${path.sep}`)) {
        throw new UsageError(
            "--write needs --catalogue: the next npm install would overwrite the catalogue of an installed package",
        );
    }
    const problems: Problem[] = [];
    const read = (option: string, file: string): GivenFile[] => {
        const given = `${option} ${file}`;
        const { read: found, problems: wrong } = readJson(given, path.resolve(run.folder, file));
        problems.push(...wrong);
        return found ? [{ ...found, path: given }] : [];
    };
    const files = {
        services: path.join(folder, "services.json"),
        regions: path.join(folder, "regions.json"),
    };
    const [services] = read("--catalogue", files.services).filter((file) => isTable(file, "services", problems));
    const [regions] = read("--catalogue", files.regions).filter((file) => isTable(file, "regions", problems));
    const given = {
        services: options.services.flatMap((file) => read("--services", file)),
        prices: options.prices.flatMap((file) => read("--prices", file)),
        pages: options.pages.flatMap((file) => read("--pages", file)),
    };
    if (!services || !regions) return fail(problems, options, run);

    const catalogue = { services: services.value, regions: regions.value } as Catalogue;
    const { refreshed, problems: wrong } = refresh({
        ...given,
        catalogue,
        fewerIsRight: options.fewerIsRight ?? false,
        pricesAreRight: options.pricesAreRight ?? false,
    });
    problems.push(...wrong);
    if (!refreshed || problems.length > 0) return fail(problems, options, run);

    const texts = [
        {
            file: files.services,
            before: servicesText(catalogue.services),
            text: servicesText(refreshed.catalogue.services),
        },
        { file: files.regions, before: regionsText(catalogue.regions), text: regionsText(refreshed.catalogue.regions) },
    ].filter(({ before, text }) => before !== text);
    if (options.write) {
        try {
            replaceFiles(texts);
        } catch (error) {
            const hint = "check the permissions of the folder";
            problems.push({ code: "file.not-written", path: folder, message: (error as Error).message, hint });
            return fail(problems, options, run);
        }
    }
    const written = texts.length === 0 ? undefined : options.write ?? false;
    const { catalogue: _, ...shown } = refreshed;
    run.stdout.write(
        options.json
            ? jsonText({ ...shown, written: written ?? false })
            : refreshReport(refreshed, written, screenOf(run.stdout, run.env)),
    );
    return exitCodes.success;
}

function isTable({ path: place, value }: GivenFile, table: "services" | "regions", problems: Problem[]): boolean {
    const fault = faultIn(table, value);
    if (fault === undefined) return true;
    const hasTables = isMap(value) && isMap(value.sources) && isMap(value[table]);
    const message = `the file is not a table of ${table} with their sources${hasTables ? `: ${fault}` : ""}`;
    const hint = "name the folder of services.json and regions.json";
    problems.push({ code: "facts.not-a-catalogue", path: place, message, hint });
    return false;
}

function fail(problems: Problem[], { json }: Options, { stdout, stderr }: Invocation): number {
    if (json) stdout.write(jsonText({ problems }));
    else stderr.write(`${describeProblems(problems, "the refresh", "nothing was written")}\n`);
    return exitCodes.failure;
}

/** `private-vpc facts refresh`. */
export const refreshFactsCommand: Subcommand<Options> = { define, run: main };
