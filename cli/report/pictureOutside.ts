import { DnsFirewallAction } from "../../components/plan/facts/dnsFirewallAction";
import { outsidersOf } from "../../components/plan/kinds/endpointKinds";
import type { ReportedPlan } from "../../components/report/reportedPlan";
import { countOf } from "../../components/report/wording";
import type { Band } from "./bands";
import { shownCallers } from "./callers";
import { type Chip, chipParts, isEndpointService, zonesInWords } from "./chips";
import type { PictureGrid } from "./pictureGrid";
import { lineHeight, wayTop } from "./pictureSizes";
import { type Box, line, rectangle, text } from "./svg";

/** What is outside the VPC or at its edge, and the ways between it and the VPC. */
export function outsideVpc(grid: PictureGrid, plan: ReportedPlan): string[] {
    return [
        ...gatewayParts(grid),
        ...internetParts(grid, plan),
        ...servicesParts(grid, plan),
        ...callerParts(grid, plan),
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

function internetParts({ internet: box, vpc }: PictureGrid, { dnsFirewall }: ReportedPlan): string[] {
    const queryWords = dnsFirewall?.action === DnsFirewallAction.Block
        ? ["only DNS queries for allowed", "names leave: DNS Firewall"]
        : ["only DNS queries leave,", "through Route 53 Resolver"];
    const [y, edge] = [box.y + box.height / 2, vpc.x + vpc.width];
    const cross = (edge + box.x) / 2;
    const words = ["no route from the VPC;", ...queryWords];
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

function callerParts({ callers, forOutsiders, bands }: PictureGrid, { region }: ReportedPlan): string[] {
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
