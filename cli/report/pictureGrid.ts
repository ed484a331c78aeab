import { type EndpointInZones, isInZones, type PlannedEndpoint } from "../../components/plan/kinds/endpointKinds";
import { isForOutsiders } from "../../components/report/endpointSection";
import type { ReportedPlan } from "../../components/report/reportedPlan";
import { grouped } from "../../components/report/wording";
import { type Band, bandsBelow, columnWidths } from "./bands";
import { type Caller, callersBottom, callersOf } from "./callers";
import { type Chip, chipsIn } from "./chips";
import { gap, lineHeight, margin, sum, wayTop } from "./pictureSizes";
import { secondaryHeight, type SecondarySubnet, secondarySubnetsOf } from "./secondarySubnets";
import type { Box } from "./svg";

/** A zone's column, and the subnet in it. */
export interface ZoneColumn {
    zone: string;
    cidrBlock: string | null;
    usableAddresses: number;
    box: Box;
    subnet: Box;
    workloads: Box;
    /** The subnets in the VPC's secondary CIDR blocks, below the first one. */
    secondary: SecondarySubnet[];
}

/** Where everything in the picture is. Nothing overlaps except what contains it. */
export interface PictureGrid {
    width: number;
    height: number;
    vpc: Box;
    zones: ZoneColumn[];
    bands: Band[];
    routeTables: Box;
    /** Gateway endpoints, on the edge of the VPC next to the route tables. */
    gateways: { endpoint: PlannedEndpoint; box: Box }[];
    internet: Box;
    /** The services that interface endpoints lead to. */
    services?: Box;
    /** Callers outside the VPC. */
    callers?: { box: Box; list: Caller[] };
    /** The endpoints for these callers only. */
    forOutsiders?: { box: Box; chips: Chip[] };
}

const header = 30;
const subnetText = 3 * lineHeight + 8;
const workloadsHeight = 30;
const arrowRoom = 26;
const gatewayHeight = 26;
const sideWidth = 184;
const rightWidth = 200;
const between = 46;

/** Lays out a plan's network: zones side by side, and what several zones have in common as a band across them. */
export function pictureGrid({ network, endpoints }: ReportedPlan): PictureGrid {
    const { subnets } = network;
    const interfaces = endpoints.filter(isInZones);
    const outside = interfaces.filter(isForOutsiders);
    const own = interfaces.filter((endpoint) => !isForOutsiders(endpoint));
    const callers = callersOf(interfaces);
    const names = subnets.map(({ zone }) => zone);
    const groups = grouped(own, ({ zones }) => zones.join()).map(([, group]) => group)
        .sort((a, b) => b[0]!.zones.length - a[0]!.zones.length);
    const widths = columnWidths(names, groups);

    const vpcX = margin + (callers.length > 0 ? sideWidth + between : 0);
    const zonesX = vpcX + margin + (outside.length > 0 ? sideWidth + margin : 0);
    const top = margin + header;
    const subnetTop = top + header;
    const workloadsTop = subnetTop + subnetText;
    const forOutsiders = outside.length > 0
        ? sideBox(outside, { x: vpcX + margin, y: top, width: sideWidth, height: 0 })
        : undefined;
    const natural = workloadsTop + workloadsHeight + arrowRoom;
    const bandsTop = forOutsiders ? Math.max(natural, forOutsiders.box.y + forOutsiders.box.height + gap) : natural;

    const xs = widths.map((_, index) => zonesX + sum(widths.slice(0, index)) + index * gap);
    const inside = (index: number) => ({ x: xs[index]! + gap, width: widths[index]! - 2 * gap });
    const { bands, bottom } = bandsBelow(groups, names, inside, bandsTop);
    const subnetBottom = bands.length > 0 ? bottom : workloadsTop + workloadsHeight + gap;
    const secondaryTop = subnetBottom + gap;
    const zonesBottom = subnetBottom + secondaryHeight(network);
    const zones = subnets.map(({ zone, cidrBlock, usableAddresses }, index) => ({
        zone,
        cidrBlock,
        usableAddresses,
        box: { x: xs[index]!, y: top, width: widths[index]!, height: zonesBottom + gap - top },
        subnet: { ...inside(index), y: subnetTop, height: subnetBottom - subnetTop },
        workloads: {
            x: inside(index).x + gap,
            width: inside(index).width - 2 * gap,
            y: workloadsTop,
            height: workloadsHeight,
        },
        secondary: secondarySubnetsOf(network, zone, { ...inside(index), y: secondaryTop }),
    }));
    const right = xs.at(-1)! + widths.at(-1)!;
    const gateways = endpoints.filter((endpoint) => !isInZones(endpoint));
    const tablesTop = zonesBottom + 2 * gap + 4;
    const tablesHeight = Math.max(2 * lineHeight + 16, gateways.length * (gatewayHeight + 6) - 6);
    const routeTables = { x: zonesX, y: tablesTop, width: right - zonesX, height: tablesHeight };
    const vpc = {
        x: vpcX,
        y: margin,
        width: right + margin - vpcX,
        height: tablesTop + tablesHeight,
    };
    const rightX = vpc.x + vpc.width + between;
    const list = { x: rightX, width: rightWidth };
    return {
        width: rightX + rightWidth + margin,
        height: vpc.y + vpc.height + margin,
        vpc,
        zones,
        bands,
        routeTables,
        gateways: gateways.map((endpoint, index) => ({
            endpoint,
            box: { ...list, y: tablesTop + index * (gatewayHeight + 6), height: gatewayHeight },
        })),
        internet: { ...list, y: subnetTop, height: 4 * lineHeight + 12 },
        ...(bands.length > 0 && {
            services: {
                ...list,
                y: bandsTop,
                height: Math.max(4 * lineHeight + 12, bands.at(-1)!.parts[0]!.y + 2 * wayTop - bandsTop),
            },
        }),
        ...(callers.length > 0 && {
            callers: {
                box: { x: margin, y: top, width: sideWidth, height: callersBottom(callers, bands, top) - top },
                list: callers,
            },
        }),
        ...(forOutsiders && { forOutsiders }),
    };
}

/** The box at the side with the endpoints that only callers outside the VPC use. */
function sideBox(endpoints: EndpointInZones[], box: Box): { box: Box; chips: Chip[] } {
    const inner = { x: box.x + gap, y: box.y + 6 * lineHeight, width: box.width - 2 * gap };
    const { list, bottom } = chipsIn(endpoints, inner);
    return { box: { ...box, height: bottom + gap - box.y }, chips: list };
}
