import { outsidersOf } from "../../components/plan/kinds/endpointKinds";
import type { ReportedPlan } from "../../components/report/reportedPlan";
import { heading } from "../../components/report/sections";
import { countOf, listOf } from "../../components/report/wording";
import {
    type Band,
    type Chip,
    lineHeight,
    type PictureGrid,
    pictureGrid,
    shownCallers,
    wayTop,
    type ZoneColumn,
} from "./pictureGrid";
import { arrowHead, type Box, line, rectangle, svg, text, widthOf } from "./svg";

/**
 * The network as an SVG: zones side by side with their subnets, what several zones have in common once, as a band across
 * them, gateway endpoints at the edge, and callers outside the VPC with the endpoints for them on the left.
 */
export function picture(plan: ReportedPlan): string {
    const grid = pictureGrid(plan);
    const { vpc, zones, bands, routeTables } = grid;
    return svg(grid, `The network of ${heading(plan)}, and what its workloads reach`, [
        arrowHead,
        rectangle(vpc, "vpc", 6),
        text(vpc.x + 12, vpc.y + 20, `VPC ${plan.network.cidrBlock}`, "vpc bold"),
        ...zones.flatMap(zoneParts),
        ...bands.flatMap((band) => bandParts(band, plan)),
        ...zones.flatMap((zone) => wayToBands(zone, bands)),
        ...routeTableParts(routeTables, grid),
        ...gatewayParts(grid),
        ...internetParts(grid),
        ...servicesParts(grid, plan),
        ...outsideParts(grid, plan),
    ]);
}

function zoneParts({ zone, cidrBlock, usableAddresses, box, subnet, workloads }: ZoneColumn): string[] {
    const room = subnet.width - 20;
    const at = (row: number) => subnet.y + 18 + row * lineHeight;
    return [
        rectangle(box, "zone dashed"),
        text(box.x + box.width / 2, box.y + 19, zone, "zone bold middle", box.width - 12),
        rectangle(subnet, "subnet filled"),
        text(subnet.x + 10, at(0), "Isolated subnet", "subnet bold", room),
        text(subnet.x + 10, at(1), cidrBlock, "", room),
        text(subnet.x + 10, at(2), `${usableAddresses.toLocaleString("en-US")} addresses`, "soft", room),
        rectangle(workloads, "plain"),
        text(centre(workloads), workloads.y + 19, "workloads", "middle"),
    ];
}

function bandParts(band: Band, { region, network: { subnets } }: ReportedPlan): string[] {
    const { endpoints, everywhere, parts: [first, ...others], chips, gaps } = band;
    const where = zonesInWords(endpoints[0]!, region);
    const place = everywhere ? "in every zone" : `in ${where}`;
    const long = `Interface endpoints${subnets.length > 1 ? ` ${place}` : ""} (${endpoints.length})`;
    const room = first!.width - 16;
    const title = widthOf(long, true) > room
        ? `${place[0]!.toUpperCase()}${place.slice(1)} (${endpoints.length})`
        : long;
    return [
        rectangle(first!, "interface filled"),
        text(first!.x + 8, first!.y + 16, title, "interface bold", room),
        ...chips.flatMap((chip) => chipParts(chip, "interface")),
        ...others.flatMap((box) => [
            rectangle(box, "interface filled"),
            ...lines(box, `the same ${endpoints.length === 1 ? "one" : endpoints.length}`, "soft"),
        ]),
        ...gaps.flatMap((box) => [rectangle(box, "interface dashed"), ...lines(box, `reached in\n${where}`, "soft")]),
    ];
}

/** Centred lines below the way through a band. */
function lines(box: Box, words: string, look: string): string[] {
    return words.split("\n").map((row, index) =>
        text(centre(box), box.y + wayTop + 19 + index * lineHeight, row, `${look} middle`, box.width - 8)
    );
}

function chipParts({ endpoint, box }: Chip, look: string): string[] {
    return [
        rectangle(box, `chip ${look}${isEndpointService(endpoint) ? " dashed" : ""}`, 11),
        text(centre(box), box.y + 15, endpoint.service, "middle", box.width - 10),
    ];
}

function isEndpointService({ reason }: Chip["endpoint"]): boolean {
    return reason.key === "endpoint-service";
}

/** Workloads reach the endpoints below them in their own zone's subnet. */
function wayToBands({ workloads, subnet }: ZoneColumn, bands: Band[]): string[] {
    if (bands.length === 0) return [];
    const here = bands.some(({ parts }) =>
        parts.some((part) => part.x < centre(subnet) && centre(subnet) < part.x + part.width)
    );
    const from = workloads.y + workloads.height;
    return [
        line([[centre(workloads), from], [centre(workloads), bands[0]!.parts[0]!.y]], here ? "arrow" : "arrow dashed"),
    ];
}

function routeTableParts(box: Box, { zones, gateways }: PictureGrid): string[] {
    const title = zones.length === 1 ? "Route table" : `Route tables, one for each of ${zones.length} zones`;
    const routes = gateways.map(({ endpoint }) => endpoint.service);
    const words = `Routes to the VPC${routes.length > 0 ? ` and to ${listOf(routes)}` : ""}; no default route`;
    return [
        rectangle(box, "gateway filled"),
        text(box.x + 12, box.y + 19, title, "gateway bold", box.width - 24),
        text(box.x + 12, box.y + 19 + lineHeight, words, "", box.width - 24),
    ];
}

function gatewayParts({ gateways, routeTables, vpc }: PictureGrid): string[] {
    const edge = vpc.x + vpc.width;
    return gateways.flatMap(({ endpoint: { service }, box }) => {
        const y = box.y + box.height / 2;
        return [
            line([[routeTables.x + routeTables.width, y], [box.x, y]], "gateway arrow"),
            `<circle cx="${edge}" cy="${y}" r="7" class="gateway dot"/>`,
            rectangle(box, "gateway filled"),
            text(box.x + 12, y + 4, service, "bold"),
            text(box.x + box.width - 10, y + 4, "gateway, free", "soft end"),
        ];
    });
}

function internetParts({ internet: box, vpc }: PictureGrid): string[] {
    const [y, edge] = [box.y + box.height / 2, vpc.x + vpc.width];
    const cross = (edge + box.x) / 2;
    const words = ["no route from the VPC;", "only DNS queries leave,", "through Route 53 Resolver"];
    return [
        line([[edge, y], [box.x, y]], "dashed"),
        line([[cross - 6, y - 6], [cross + 6, y + 6]], "outside"),
        line([[cross - 6, y + 6], [cross + 6, y - 6]], "outside"),
        rectangle(box, "dashed"),
        text(box.x + 12, box.y + 20, "Internet", "bold"),
        ...words.map((word, row) =>
            text(box.x + 12, box.y + 20 + (row + 1) * lineHeight, word, "soft", box.width - 16)
        ),
    ];
}

function servicesParts({ services: box, bands, vpc }: PictureGrid, { region }: ReportedPlan): string[] {
    if (!box) return [];
    const all = bands.flatMap(({ endpoints }) => endpoints);
    const others = all.filter(isEndpointService).length;
    const counts = [
        ...(all.length > others ? [countOf(all.length - others, "AWS service")] : []),
        ...(others > 0 ? [countOf(others, "endpoint service")] : []),
    ];
    return [
        ...bands.flatMap((band) => wayOut(band, box, vpc)),
        rectangle(box, "interface filled"),
        ...[...counts, `in ${region}`, "over AWS PrivateLink"].map((row, index) =>
            text(
                box.x + 12,
                box.y + 18 + index * lineHeight,
                row,
                index < counts.length ? "bold" : "soft",
                box.width - 20,
            )
        ),
    ];
}

/** From a band to its services, through the zones in between that it is not in. */
function wayOut({ parts }: Band, services: Box, vpc: Box): string[] {
    const y = parts[0]!.y + wayTop;
    const ends = [...parts.slice(1).map(({ x }) => x), services.x];
    return [
        ...parts.map(({ x, width }, index) =>
            line([[x + width, y], [ends[index]!, y]], `interface${index === parts.length - 1 ? " arrow" : ""}`)
        ),
        `<circle cx="${vpc.x + vpc.width}" cy="${y}" r="4" class="interface dot"/>`,
    ];
}

function outsideParts({ callers, forOutsiders, bands }: PictureGrid, { region }: ReportedPlan): string[] {
    if (!callers) return [];
    const { box, list } = callers;
    const rows = list.slice(0, shownCallers).flatMap(({ range, services }) => [
        { words: range, look: "bold" },
        { words: `reaches ${services.join(", ")}`, look: "soft" },
    ]);
    const more = list.length - shownCallers;
    return [
        rectangle(box, "outside dashed"),
        text(box.x + 10, box.y + 19, "Outside the VPC", "outside bold"),
        ...[...rows, ...(more > 0 ? [{ words: `and ${countOf(more, "more range")}`, look: "soft" }] : [])]
            .map(({ words, look }, row) =>
                text(box.x + 10, box.y + 40 + row * lineHeight, words, look, box.width - 16)
            ),
        ...(forOutsiders ? forOutsidersParts(forOutsiders, box, region) : []),
        ...bands.filter(({ endpoints }) => endpoints.some((endpoint) => outsidersOf(endpoint).length > 0)).map(
            (band) => {
                const y = band.parts[0]!.y + wayTop;
                return line([[box.x + box.width, y], [band.parts[0]!.x, y]], "outside arrow");
            },
        ),
    ];
}

function forOutsidersParts({ box, chips }: { box: Box; chips: Chip[] }, callers: Box, region: string): string[] {
    const words = [`in ${zonesInWords(chips[0]!.endpoint, region)};`, "not for workloads, which", "use the gateway"];
    const y = box.y + wayTop;
    return [
        line([[callers.x + callers.width, y], [box.x, y]], "outside arrow"),
        rectangle(box, "outside filled"),
        text(box.x + 10, box.y + 19, "Interface endpoints", "outside bold", box.width - 12),
        text(box.x + 10, box.y + 19 + lineHeight, "for outside callers", "outside bold", box.width - 12),
        ...words.map((row, index) =>
            text(box.x + 10, box.y + 19 + (index + 2) * lineHeight, row, "soft", box.width - 12)
        ),
        ...chips.flatMap((chip) => chipParts(chip, "outside")),
    ];
}

/** E.g. `zones a b`. */
function zonesInWords({ zones }: Chip["endpoint"], region: string): string {
    return `${zones.length === 1 ? "zone" : "zones"} ${zones.map((zone) => zone.slice(region.length)).join(" ")}`;
}

function centre({ x, width }: Box): number {
    return x + width / 2;
}
