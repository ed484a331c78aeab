import type { EndpointInZones } from "../../components/plan/kinds/endpointKinds";
import { type Box, centre, rectangle, text, widthOf } from "./svg";

/** An endpoint's name in the picture. */
export interface Chip {
    endpoint: EndpointInZones;
    box: Box;
}

const chipHeight = 22;
const leastChip = 84;

/** Names in rows of equal cells; a long name takes several. */
export function chipsIn(
    endpoints: EndpointInZones[],
    { x, y, width }: { x: number; y: number; width: number },
): { list: Chip[]; bottom: number } {
    const usual = Math.min(width, Math.max(leastChip, quantile(endpoints.map(chipWidth), 0.5)));
    const perRow = Math.max(1, Math.floor((width + 6) / (usual + 6)));
    const cell = (width + 6) / perRow;
    let [row, column] = [0, 0];
    const list = endpoints.map((endpoint) => {
        const span = Math.min(perRow, Math.ceil((chipWidth(endpoint) + 6) / cell));
        if (column + span > perRow) [row, column] = [row + 1, 0];
        const box = {
            x: Math.round(x + column * cell),
            y: y + row * (chipHeight + 5),
            width: Math.round(span * cell - 6),
            height: chipHeight,
        };
        column += span;
        return { endpoint, box };
    });
    return { list, bottom: y + (row + 1) * (chipHeight + 5) - 5 };
}

/** E.g. the median at 0.5. */
export function quantile(numbers: number[], part: number): number {
    return [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) * part)]!;
}

/** The width of an endpoint's name, with the space around it. */
export function chipWidth({ service }: EndpointInZones): number {
    return widthOf(service) + 18;
}

/** The chip of an endpoint; endpoint services have a dashed one. */
export function chipParts({ endpoint, box }: Chip, look: string): string[] {
    return [
        rectangle(box, `chip ${look}${isEndpointService(endpoint) ? " dashed" : ""}`, 11),
        text(centre(box), box.y + 15, endpoint.service, "middle", box.width - 10),
    ];
}

/** Whether a chip is that of an endpoint service, your own or a partner's. */
export function isEndpointService({ reason }: Chip["endpoint"]): boolean {
    return reason.key === "endpoint-service";
}

/** E.g. `zones a b`. */
export function zonesInWords({ zones }: Chip["endpoint"], region: string): string {
    return `${zones.length === 1 ? "zone" : "zones"} ${zones.map((zone) => zone.slice(region.length)).join(" ")}`;
}
