import type { Problem } from "../components/plan/problem";
import { type Answer, readAnswer } from "./answer";
import type { JsonFile } from "./answerFiles";
import type { Catalogue } from "./catalogue";
import { incomplete, outdated } from "./completeness";
import { type Difference, difference } from "./difference";
import { farPrices } from "./farPrices";
import { type Offer, readOffer } from "./offer";
import { readReadings, type ReadService } from "./readings";
import { refreshPrices } from "./refreshPrices";
import { refreshServices } from "./refreshServices";
import { count } from "./show";
import { checkResult } from "./validCatalogue";

/** A file given on the command line, with its option. */
export interface GivenFile extends JsonFile {
    /** The option and the file, e.g. `--services describe.json`. */
    path: string;
}

/** The input of a refresh. */
export interface RefreshInput {
    catalogue: Catalogue;
    /** Outputs of `aws ec2 describe-vpc-endpoint-services`, one per Region. */
    services: GivenFile[];
    /** Price lists of AmazonVPC, AmazonEC2, AWSDataTransfer and AmazonRoute53. */
    prices: GivenFile[];
    /** Facts that were read on pages of AWS's documentation. */
    pages?: GivenFile[];
    /** Accept answers with fewer services than expected. */
    fewerIsRight: boolean;
    /** Accept prices that are far from those of the nearest Regions. @default false */
    pricesAreRight?: boolean;
}

/** A refreshed catalogue, and how it was obtained. */
export interface Refresh {
    catalogue: Catalogue;
    difference: Difference;
    /** What was read, in sentences. */
    read: string[];
    /** What was read but not adopted, and why. */
    kept: { of: string; why: string }[];
}

/** Refreshes the catalogue, or returns every problem in the files. */
export function refresh(input: RefreshInput): { refreshed?: Refresh; problems: Problem[] } {
    const { catalogue } = input;
    const answers = input.services.map((file) => checkedAnswer(file, input));
    const offers = input.prices.map((file) => readOffer(file.path, file, catalogue.regions));
    const pages = (input.pages ?? []).map(({ path, value }) => readReadings(path, value));
    const read = answers.flatMap(({ answer }) => answer ?? []);
    const problems = [...answers, ...offers, ...pages].flatMap((one) => one.problems);
    if (problems.length === 0) problems.push(...twice(input.services, read));
    if (problems.length > 0) return { problems };

    const lists = offers.flatMap(({ offer }) => offer ?? []);
    const readings = pages.flatMap((one) => one.read);
    const services = refreshServices(catalogue, read, readings);
    const prices = refreshPrices(catalogue, lists);
    const after = { services: services.services, regions: prices.regions };
    problems.push(...checkResult(after), ...input.pricesAreRight ? [] : farPrices(catalogue, after));
    if (problems.length > 0) return { problems };

    const refreshed = {
        catalogue: after,
        difference: difference(catalogue, after),
        read: [...read.map(answerRead), ...lists.map(offerRead), ...readings.length > 0 ? [pagesRead(readings)] : []],
        kept: [...services.kept, ...prices.kept],
    };
    return { refreshed, problems };
}

function checkedAnswer(file: GivenFile, { catalogue, fewerIsRight }: RefreshInput) {
    const { answer, problems } = readAnswer(file.path, file, catalogue.regions);
    if (!answer) return { problems };
    const tooFew = fewerIsRight ? [] : incomplete(file.path, answer, catalogue.services);
    return { answer, problems: [...outdated(file.path, answer, catalogue.services), ...tooFew] };
}

function twice(files: GivenFile[], answers: Answer[]): Problem[] {
    return answers.flatMap(({ region }, index) => {
        const first = answers.findIndex((one) => one.region === region);
        if (first === index) return [];
        const message = `it is of ${region}, as ${files[first]!.path} is`;
        const hint = "pass one answer for each Region";
        return [{ code: "facts.several-regions", path: files[index]!.path, message, hint }];
    });
}

function answerRead({ region, asOf, names, others }: Answer): string {
    const left = others === 0 ? "" : `; ${count(others, "service")} of other owners skipped`;
    return `${region}, ${asOf}: ${count(names.length, "service")} of AWS's own${left}`;
}

function pagesRead(readings: ReadService[]): string {
    return `${count(new Set(readings.map(({ page }) => page)).size, "page")} of AWS's documentation`;
}

function offerRead({ code, asOf, prices, others }: Offer): string {
    return `${code}, ${asOf}: prices of ${count(Object.keys({ ...prices, ...others }).length, "Region")}`;
}
