import colours from "picocolors";

import { haveInterfaces } from "../../components/plan/facts/endpointKind";
import { interfaceDataTiers } from "../../components/plan/facts/prices";
import { freeKindOf } from "../../components/plan/services/serviceNames";
import type { ServiceEntry } from "../serviceEntry";
import { table } from "./table";
import { type Screen, wrapped } from "./terminal";

const titles = ["service", "product", "kinds", "ports", "USD/month a zone", "policy", "private DNS", "FIPS", "IPv6"];

/** A table of services, one line each. */
export function serviceList(entries: ServiceEntry[], screen: Screen): string {
    const paint = colours.createColors(screen.colour);
    const rows = entries.map((entry) => [
        entry.service,
        entry.product,
        entry.kinds.join(", "),
        portsInWords(entry),
        priceCell(entry),
        known(entry.policySupport),
        privateDnsCell(entry),
        entry.fips ?? (entry.fipsOf === undefined ? "-" : "this one"),
        entry.ipv6 ?? "unknown",
    ]);
    const lines = table(titles.map((title) => paint.dim(title)), rows, screen.width);
    const priced = entries.find(({ monthlyUsd }) => monthlyUsd !== null);
    return [...lines, ...priced ? ["", ...wrapped(interfacePrice(priced), screen.width)] : []].join("\n");
}

/** Everything known about one service, with sources. */
export function serviceDetails(entry: ServiceEntry, screen: Screen): string {
    const paint = colours.createColors(screen.colour);
    const rows = details(entry).filter((row): row is [string, string] => row[1] !== undefined && row[1] !== "");
    const label = Math.max(...rows.map(([title]) => title.length)) + gap;
    const lines = rows.flatMap(([title, text]) =>
        wrapped(text, screen.width === undefined ? undefined : screen.width - gap - label).map((line, index) =>
            " ".repeat(gap) + paint.dim((index === 0 ? title : "").padEnd(label)) + line
        )
    );
    return [`${paint.bold(entry.service)}  ${entry.product}`, ...lines].join("\n");
}

const gap = 2;

function details(entry: ServiceEntry): [title: string, text: string | undefined][] {
    const { sources, kinds, privateDnsNames, fips, fipsOf, workloads } = entry;
    const said = (text: string, fact: string) => sources[fact] ? `${text} (${sources[fact].join("; ")})` : text;
    const names = [...new Set(Object.values(entry.serviceNames))].join(", as interface ");
    return [
        ["name", said(names, "name")],
        ["kinds", kinds.join(", ")],
        ["ports", said(portsInWords(entry), "ports")],
        ["price", priceInWords(entry)],
        ["endpoint policy", said(known(entry.policySupport), "policy")],
        [
            "private DNS",
            said(privateDnsNames === null ? "unknown" : privateDnsNames.join(", ") || "none", "privateDns"),
        ],
        ["", entry.privateDnsRequired ? "clients can reach it only by these names" : undefined],
        ["", entry.privateDnsByDefault === false ? "off unless requested" : undefined],
        ["FIPS endpoint", fips ?? (fipsOf === undefined ? "none known" : `this is the FIPS endpoint of ${fipsOf}`)],
        ["IPv6", said(entry.ipv6 ?? "unknown", "ipv6")],
        ["Regions", regionsInWords(entry)],
        ["not in zones", entry.notInZones?.join(", ")],
        ["other Regions", entry.crossRegion ? "interface endpoints in other Regions can connect to it" : undefined],
        ["IAM actions", entry.iamPrefixes?.map((prefix) => `${prefix}:*`).join(", ")],
        ["also called", entry.also?.join(", ")],
        ["workloads", workloads.required.join(", ")],
        ["may be called by", workloads.optional.join(", ")],
        ["closed", closedInWords(entry)],
        ["note", entry.note],
        ["doubt", entry.doubt],
        ["doubt about IPv6", entry.ipv6Doubt],
        ["page", entry.page],
    ];
}

function portsInWords({ ports, kinds }: ServiceEntry): string {
    return haveInterfaces(kinds) ? ports?.join(", ") ?? "unknown" : "any";
}

function privateDnsCell({ privateDnsNames, privateDnsInferred }: ServiceEntry): string {
    if (privateDnsNames === null) return "unknown";
    if (privateDnsNames.length === 0) return "none";
    return privateDnsInferred ? "inferred" : "yes";
}

function priceCell({ service, offered, region, monthlyUsd, interfaceHour }: ServiceEntry): string {
    if (!offered) return `not in ${region}`;
    const free = freeKindOf(service) ? ["free"] : [];
    const mark = interfaceHour.region === region ? "" : "~";
    return [...free, ...monthlyUsd === null ? [] : [mark + monthlyUsd.toFixed(2)]].join(" or ");
}

function priceInWords(entry: ServiceEntry): string {
    const kind = freeKindOf(entry.service);
    const free = kind ? [`A ${kind.toLowerCase()} endpoint is free.`] : [];
    return [...free, ...entry.monthlyUsd === null ? [] : [interfacePrice(entry)]].join(" ");
}

function interfacePrice({ region, monthlyUsd, interfaceHour: { usd, region: from, asOf } }: ServiceEntry): string {
    const price =
        `An interface endpoint costs USD ${monthlyUsd!.toFixed(2)} a month in each zone (USD ${usd} an hour), plus USD `
        + `${interfaceDataTiers[0]!.gigabyteUsd} a gigabyte. On-demand price without tax, as of ${asOf}.`;
    if (from === region) return price;
    return `${price} The price in ${region} is unknown; this is the price of ${from}, the nearest known Region.`;
}

function regionsInWords({ offered, region, onlyInRegions, notInRegions }: ServiceEntry): string | undefined {
    const limits = onlyInRegions
        ? `only in ${onlyInRegions.join(", ")}`
        : notInRegions && `not in ${notInRegions.join(", ")}`;
    return limits && (offered ? limits : `not in ${region}: ${limits}`);
}

function closedInWords({ closed, closedSince, endsOn, sources }: ServiceEntry): string | undefined {
    if (!closed) return undefined;
    const parts = [
        ...closedSince ? [`AWS accepts no new customers from ${closedSince} on`] : [],
        ...endsOn ? [`AWS ends the service on ${endsOn}`] : [],
    ];
    const text = parts.join("; ") || "AWS has closed the product to new customers, or has announced that it will";
    return `${text}${sources.closed ? ` (${sources.closed.join("; ")})` : ""}`;
}

function known(fact: boolean | null): string {
    return fact === null ? "unknown" : fact ? "yes" : "no";
}
