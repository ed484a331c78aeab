import { Address4, Address6 } from "ip-address";

import { type Truth, unknown } from "./truth";

// Parsers for the values of condition operators. A value that AWS does not document for its type is undefined.

/** An integer or decimal, short enough for JavaScript to represent it exactly. */
export function numberIn(text: string): number | undefined {
    return /^-?\d+(\.\d+)?$/.test(text) && text.length <= 15 ? Number(text) : undefined;
}

const day = /^(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?$/;
const moment = /^(\d{4})-(\d\d)-(\d\d)T(?:[01]\d|2[0-3]):\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/**
 * Milliseconds of a W3C date (https://www.w3.org/TR/NOTE-datetime) or of seconds since 1970. Four digits could be a
 * year or seconds, so they are not accepted.
 */
export function dateIn(text: string): number | undefined {
    if (/^\d{5,11}$/.test(text)) return Number(text) * 1000;
    const [, year, month, date = "01"] = day.exec(text) ?? moment.exec(text) ?? [];
    const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    // JavaScript parses February 30 as March 1.
    return year !== undefined && Number(date) <= lastDay ? numberOr(Date.parse(text)) : undefined;
}

function numberOr(value: number): number | undefined {
    return Number.isNaN(value) ? undefined : value;
}

/** `true` or `false`. */
export function booleanIn(text: string): string | undefined {
    return text === "true" || text === "false" ? text : undefined;
}

/** Canonical base64, so that equal bytes are equal strings. */
export function binaryIn(text: string): string | undefined {
    return Buffer.from(text, "base64").toString("base64") === text ? text : undefined;
}

/** Whether a CIDR range such as `203.0.113.0/24`, or a single IPv4 address, contains an address. */
export function inRange(range: string, address: string): Truth {
    const block = addressIn(range);
    const one = addressIn(address);
    if (!block || block.startAddress().bigInt() !== block.bigInt()) return unknown(`"${range}" is not a CIDR range`);
    // AWS treats a missing prefix as /32, which in IPv6 is a large range and hardly intended.
    if (block instanceof Address6 && !range.includes("/")) {
        return unknown(`"${range}" is an IPv6 address without a prefix`);
    }
    if (!one || address.includes("/")) return unknown(`the request's "${address}" is not an IP address`);
    return block.constructor === one.constructor && one.isInSubnet(block);
}

function addressIn(text: string): Address4 | Address6 | undefined {
    if (Address4.isValid(text)) return new Address4(text);
    return Address6.isValid(text) ? new Address6(text) : undefined;
}
