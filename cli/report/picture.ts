import type { ReportedPlan } from "../../components/report/reportedPlan";
import { heading, rangesOf } from "../../components/report/sections";
import { listOf, subnetBlock } from "../../components/report/wording";
import type { Band } from "./bands";
import { chipParts, zonesInWords } from "./chips";
import { type PictureGrid, pictureGrid, type ZoneColumn } from "./pictureGrid";
import { outsideVpc } from "./pictureOutside";
import { lineHeight, wayTop } from "./pictureSizes";
import type { SecondarySubnet } from "./secondarySubnets";
import { arrowHead, type Box, centre, line, rectangle, svg, text, widthOf } from "./svg";

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
        text(vpc.x + 12, vpc.y + 20, `VPC ${rangesOf(plan)}`, "vpc bold", vpc.width - 24),
        ...zones.flatMap(zoneParts),
        ...bands.flatMap((band) => bandParts(band, plan)),
        ...zones.flatMap((zone) => wayToBands(zone, bands)),
        ...routeTableParts(routeTables, grid),
        ...outsideVpc(grid, plan),
    ]);
}

function zoneParts({ zone, cidrBlock, usableAddresses, box, subnet, workloads, secondary }: ZoneColumn): string[] {
    const room = subnet.width - 20;
    const at = (row: number) => subnet.y + 18 + row * lineHeight;
    return [
        rectangle(box, "zone dashed"),
        text(box.x + box.width / 2, box.y + 19, zone, "zone bold middle", box.width - 12),
        rectangle(subnet, "subnet filled"),
        text(subnet.x + 10, at(0), "Isolated subnet", "subnet bold", room),
        text(subnet.x + 10, at(1), subnetBlock({ cidrBlock, usableAddresses }), "", room),
        text(subnet.x + 10, at(2), addresses(usableAddresses), "soft", room),
        rectangle(workloads, "plain"),
        text(centre(workloads), workloads.y + 19, "workloads", "middle"),
        ...secondary.flatMap(secondaryParts),
    ];
}

function secondaryParts({ cidrBlock, usableAddresses, box }: SecondarySubnet): string[] {
    const words = ["Subnet for workloads", subnetBlock({ cidrBlock, usableAddresses }), addresses(usableAddresses)];
    return [
        rectangle(box, "subnet filled"),
        ...words.map((word, row) =>
            text(box.x + 10, box.y + 18 + row * lineHeight, word, ["subnet bold", "", "soft"][row]!, box.width - 20)
        ),
    ];
}

function addresses(count: number): string {
    return `${count.toLocaleString("en-US")} addresses`;
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
