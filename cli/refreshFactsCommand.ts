import * as path from "node:path";
import { parseArgs } from "node:util";

import { readJson, replaceFiles } from "../catalogue/answerFiles";
import { type Catalogue, regionsText, servicesText } from "../catalogue/catalogue";
import { type GivenFile, refresh } from "../catalogue/refresh";
import { refreshReport } from "../catalogue/refreshReport";
import { describeProblems, type Problem } from "../components/plan/problem";
import { carryOut, type Invocation } from "./command";
import { screenOf } from "./report/terminal";

const help =
    `Usage: npm run facts:refresh -- [--services FILE]... [--prices FILE]... [--pages FILE]... [--write] [--json]

Brings the catalogue of services and prices up to date from what AWS's own tools print, and shows what that changes.

  --services FILE     the full answer of a Region, as printed by
                      aws ec2 describe-vpc-endpoint-services --region REGION --output json
  --prices FILE       index.json of the public price list of AmazonVPC or AmazonEC2
  --pages FILE        facts that were read on pages of AWS's documentation, e.g. catalogue/pages.json
  --write             writes the catalogue; without it the changes are only shown
  --fewer-is-right    takes an answer with fewer services than the catalogue would expect
  --catalogue FOLDER  the folder of services.json and regions.json (default: this project's)
  --json              prints the changes as JSON, or {"problems": [...]}, for machines
  --help              this text

--services, --prices and --pages can be given more than once, and each without the others.
Exit code 0 where the files are right, 1 where one is not and nothing is written, 2 where the command is wrong.
`;

interface Options {
    services: string[];
    prices: string[];
    pages: string[];
    write: boolean;
    fewerIsRight: boolean;
    catalogue: string;
    json: boolean;
    help: boolean;
}

function readOptions(args: string[]): Options {
    const { values } = parseArgs({
        args,
        options: {
            "services": { type: "string", multiple: true, default: [] },
            "prices": { type: "string", multiple: true, default: [] },
            "pages": { type: "string", multiple: true, default: [] },
            "write": { type: "boolean", default: false },
            "fewer-is-right": { type: "boolean", default: false },
            "catalogue": { type: "string", default: "components/plan/facts/catalogue" },
            "json": { type: "boolean", default: false },
            "help": { type: "boolean", short: "h", default: false },
        },
    });
    if (!values.help && values.services.length + values.prices.length + values.pages.length === 0) {
        throw new Error("Give --services, --prices or --pages");
    }
    return { ...values, fewerIsRight: values["fewer-is-right"] };
}

function main(options: Options, run: Invocation): number {
    const problems: Problem[] = [];
    const read = (option: string, file: string): GivenFile[] => {
        const given = `${option} ${file}`;
        const { read: found, problems: wrong } = readJson(given, path.resolve(run.folder, file));
        problems.push(...wrong);
        return found ? [{ ...found, path: given }] : [];
    };
    const files = {
        services: path.resolve(run.folder, options.catalogue, "services.json"),
        regions: path.resolve(run.folder, options.catalogue, "regions.json"),
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
    const { refreshed, problems: wrong } = refresh({ ...given, catalogue, fewerIsRight: options.fewerIsRight });
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
    if (options.write) replaceFiles(texts);
    const written = texts.length === 0 ? undefined : options.write;
    const { catalogue: _, ...shown } = refreshed;
    run.stdout.write(
        options.json
            ? `${JSON.stringify({ ...shown, written: written ?? false }, undefined, 2)}\n`
            : refreshReport(refreshed, written, screenOf(run.stdout, run.env)),
    );
    return 0;
}

function isTable({ path: place, value }: GivenFile, table: string, problems: Problem[]): boolean {
    const { sources, [table]: rows } = (value ?? {}) as { [key: string]: unknown };
    if (sources && rows) return true;
    const message = `it is no table of ${table} with their sources`;
    const hint = "name the folder of services.json and regions.json";
    problems.push({ code: "facts.not-a-catalogue", path: place, message, hint });
    return false;
}

function fail(problems: Problem[], { json }: Options, { stdout, stderr }: Invocation): number {
    if (json) stdout.write(`${JSON.stringify({ problems }, undefined, 2)}\n`);
    else stderr.write(`${describeProblems(problems, "the refresh", "nothing was written")}\n`);
    return 1;
}

/** Runs `npm run facts:refresh`; returns its exit code. */
export function refreshFactsCommand(run: Invocation): number {
    return carryOut({ help, readOptions, main }, run);
}
