import { type EndpointInZones, outsidersOf } from "../../components/plan/kinds/endpointKinds";
import { grouped } from "../../components/report/wording";
import type { Band } from "./bands";
import { lineHeight, wayTop } from "./pictureSizes";

/** A range outside the VPC, and the services that it reaches. */
export interface Caller {
    range: string;
    services: string[];
}

/** Ranges outside the VPC that are listed; more are counted. */
export const shownCallers = 6;

/** The ranges outside the VPC that reach endpoints, each with the services. */
export function callersOf(interfaces: EndpointInZones[]): Caller[] {
    const pairs = interfaces.flatMap((endpoint) =>
        outsidersOf(endpoint).map((range) => ({ range, service: endpoint.service }))
    );
    return grouped(pairs, ({ range }) => range).sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([range, found]) => ({ range, services: found.map(({ service }) => service) }));
}

/** Down to the text's end, and to the last band that a caller reaches. */
export function callersBottom({ length }: Caller[], bands: Band[], top: number): number {
    const reached = bands.filter(({ endpoints }) => endpoints.some((endpoint) => outsidersOf(endpoint).length > 0));
    const rows = 2 * Math.min(length, shownCallers) + (length > shownCallers ? 1 : 0);
    return Math.max(top + 36 + rows * lineHeight, ...reached.map(({ parts: [first] }) => first!.y + 2 * wayTop));
}
