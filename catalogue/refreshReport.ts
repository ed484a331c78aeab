import colours from "picocolors";

import { plain, type Screen, wrapped } from "../cli/report/terminal";
import type { ComparedFact, ServicesOfPlace } from "./difference";
import type { Refresh } from "./refresh";
import { count } from "./show";

/** The changes of a refresh, formatted for the terminal. */
export function refreshReport(
    { read, difference, kept }: Refresh,
    written: boolean | undefined,
    screen: Screen,
): string {
    const paint = colours.createColors(screen.colour);
    const { added, changed, lacking, found, confirmed } = difference;
    const sections = [
        { title: "Read", lines: read },
        {
            title: "New services: fill in product, page, ports and IAM prefixes by hand",
            lines: added.map(({ service, name, kinds }) => `+ ${service}: ${name}, ${kinds.join(" and ")}`),
        },
        { title: "Changed", lines: changed.map(changeOf) },
        { title: "Newly missing", lines: lacking.map(pathOf) },
        { title: "Newly available", lines: found.map(pathOf) },
        {
            title: "Kept, although an answer differs",
            lines: kept.map(({ of, why }) => `! ${of}: ${why}`),
        },
        { title: "Confirmed", lines: [count(confirmed, "fact"), outcome(written)] },
    ];
    const room = screen.width === undefined ? undefined : screen.width - 2;
    const texts = sections.filter(({ lines }) => lines.length > 0).map(({ title, lines }) =>
        [
            paint.bold(paint.cyan(title)),
            ...lines.flatMap((line) => wrapped(plain(line), room)).map((line) => `  ${line}`),
        ]
            .join("\n")
    );
    return `${texts.join("\n\n")}\n`;
}

/** `undefined` means that there is nothing to write. */
function outcome(written: boolean | undefined): string {
    if (written === undefined) return "The catalogue is unchanged.";
    return written ? "The catalogue was written." : "Nothing was written. Add --write to save the changes.";
}

function changeOf({ of, fact, was, wasFrom, is, isFrom }: ComparedFact): string {
    const from = (ids: string[]) => (ids.length > 0 ? ` (${ids.join(", ")})` : "");
    return `~ ${of} ${fact}: was ${was}${from(wasFrom)} -> is ${is}${from(isFrom)}`;
}

function pathOf({ place, services }: ServicesOfPlace): string {
    return `${place}, ${count(services.length, "service")}: ${services.join(", ")}`;
}
