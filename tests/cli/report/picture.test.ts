import * as assert from "node:assert/strict";

import { picture } from "../../../cli/report/picture";
import { pictureGrid } from "../../../cli/report/pictureGrid";
import type { Box } from "../../../cli/report/svg";
import { crowded, vpcPlan } from "./pictures";
import { planOf } from "./plans";

const contains = (outer: Box, inner: Box) =>
    outer.x <= inner.x && inner.x + inner.width <= outer.x + outer.width
    && outer.y <= inner.y && inner.y + inner.height <= outer.y + outer.height;
const overlap = (one: Box, other: Box) =>
    one.x < other.x + other.width && other.x < one.x + one.width
    && one.y < other.y + other.height && other.y < one.y + one.height;
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map((match) => match[1]!);

/** What is wrong with where things are. */
function misplaced(plan: Parameters<typeof pictureGrid>[0]): string[] {
    const { width, height, vpc, zones, bands, routeTables, gateways, internet, services, callers, forOutsiders } =
        pictureGrid(plan);
    const columns = zones.map(({ box }) => box);
    const parts = bands.flatMap((band) => [...band.parts, ...band.gaps]);
    const chips = bands.flatMap((band) => band.chips.map(({ box }) => ({ box, part: band.parts[0]! })));
    const apart = [
        [...columns, routeTables, ...(forOutsiders ? [forOutsiders.box] : [])],
        [...parts, ...zones.map(({ workloads }) => workloads)],
        chips.map(({ box }) => box),
        [
            vpc,
            internet,
            ...gateways.map(({ box }) => box),
            ...(services ? [services] : []),
            ...(callers ? [callers.box] : []),
        ],
    ];
    const outsiders = forOutsiders?.chips.map(({ box }) => box) ?? [];
    return [
        ...apart.flatMap((boxes) =>
            boxes.flatMap((one, index) =>
                boxes.slice(index + 1).filter((other) => overlap(one, other)).map((other) =>
                    `${JSON.stringify(one)} overlaps ${JSON.stringify(other)}`
                )
            )
        ),
        ...[...columns, routeTables].filter((box) => !contains(vpc, box)).map(() => "outside of the VPC"),
        ...zones.filter(({ box, subnet, workloads }) => !contains(box, subnet) || !contains(subnet, workloads)).map((
            { zone },
        ) => zone),
        ...chips.filter(({ box, part }) => !contains(part, box)).map(({ box }) => `chip ${JSON.stringify(box)}`),
        ...outsiders.filter((box) => !contains(forOutsiders!.box, box)).map(() => "chip for outsiders"),
        ...apart[3]!.filter((box) => !contains({ x: 0, y: 0, width, height }, box)).map((box) =>
            `cut off ${JSON.stringify(box)}`
        ),
    ];
}

describe("the network diagram", () => {
    it("has the zones side by side, and one band across them for what they share", async () => {
        const plan = await planOf("prod");
        const { zones, bands, gateways, routeTables, vpc } = pictureGrid(plan);
        assert.deepEqual(new Set(zones.map(({ box }) => box.y)).size, 1);
        const [band, ...others] = bands;
        assert.deepEqual(others, []);
        assert.deepEqual(
            band!.chips.map(({ endpoint }) => endpoint.name),
            plan.endpoints.filter(({ kind, name }) => kind === "Interface" && name !== "s3-interface").map(({ name }) =>
                name
            ),
        );
        assert.ok(
            band!.parts[0]!.x < zones[0]!.box.x + zones[0]!.box.width
                && band!.parts[0]!.width > 2 * zones[0]!.box.width,
        );
        assert.deepEqual(gateways.map(({ endpoint }) => endpoint.name), ["dynamodb-gateway", "s3-gateway"]);
        for (const { box } of gateways) {
            assert.ok(
                box.x > vpc.x + vpc.width && box.y >= routeTables.y && box.y < routeTables.y + routeTables.height,
            );
        }
        const words = texts(picture(plan));
        for (const once of ["secretsmanager", "xray", "Interface endpoints in every zone (10)", "10 AWS services"]) {
            assert.equal(words.filter((word) => word === once).length, 1, once);
        }
    });

    it("shows how workloads in a zone without network interfaces reach the endpoints", async () => {
        const dev = pictureGrid(await planOf("dev"));
        assert.deepEqual([dev.bands[0]!.parts.length, dev.bands[0]!.gaps.length], [1, 1]);
        const plan = vpcPlan(4, {
            services: ["kms", "logs", "sqs"],
            endpoints: { kms: { zones: ["us-east-1a", "us-east-1c"] }, logs: { zones: ["us-east-1b"] } },
        });
        assert.deepEqual(
            pictureGrid(plan).bands.map(({ everywhere, parts, gaps }) => [everywhere, parts.length, gaps.length]),
            [
                [true, 1, 0],
                [false, 2, 2],
                [false, 1, 3],
            ],
        );
        const words = texts(picture(plan));
        assert.ok(words.includes("In zones a c (1)") && words.includes("the same one"), words.join());
        assert.equal(words.filter((word) => word === "zones a c").length, 2);
    });

    it("places endpoints for callers outside the VPC on the callers' side, apart from the workloads' endpoints", async () => {
        const { vpc, zones, bands, callers, forOutsiders } = pictureGrid(await planOf("prod"));
        assert.deepEqual(callers!.list, [{ range: "10.200.0.0/16", services: ["s3"] }]);
        assert.ok(callers!.box.x + callers!.box.width < vpc.x);
        assert.deepEqual(forOutsiders!.chips.map(({ endpoint }) => endpoint.name), ["s3-interface"]);
        assert.ok(forOutsiders!.box.x + forOutsiders!.box.width <= zones[0]!.box.x);
        assert.ok(!bands.some(({ chips }) => chips.some(({ endpoint }) => endpoint.name === "s3-interface")));
        assert.ok(texts(picture(await planOf("prod"))).includes("not for workloads, which"));
    });

    it("connects callers outside the VPC to an endpoint that workloads use too", () => {
        const plan = vpcPlan(2, { services: ["sqs"], endpoints: { sqs: { reachableFrom: ["10.8.0.0/16"] } } });
        const { callers, forOutsiders, bands } = pictureGrid(plan);
        assert.equal(forOutsiders, undefined);
        assert.deepEqual(callers!.list, [{ range: "10.8.0.0/16", services: ["sqs"] }]);
        assert.match(
            picture(plan),
            new RegExp(`<polyline points="[^"]* ${bands[0]!.parts[0]!.x},\\d+" class="outside arrow"`),
        );
    });

    it("shows that there is no route to the internet, but that DNS queries leave the VPC", async () => {
        const words = texts(picture(await planOf("dev")));
        for (const word of ["Internet", "no route from the VPC;", "only DNS queries leave,"]) {
            assert.ok(words.includes(word), word);
        }
    });

    for (const zones of [1, 2, 3, 4, 5, 6]) {
        it(`does not overlap anything with ${zones} zone${zones === 1 ? "" : "s"} and 0 to 60 endpoints`, () => {
            assert.deepEqual(misplaced(vpcPlan(zones, {})), []);
            for (const endpoints of [1, 12, 60]) {
                assert.deepEqual(misplaced(crowded(zones, endpoints)), []);
                assert.deepEqual(misplaced(crowded(zones, endpoints, { endpointZones: ["us-east-1a"] })), []);
                const services = ["dynamodb", "s3", "s3express", "sqs"] as const;
                const reachableFrom = Array.from({ length: 9 }, (_, index) => `10.${index + 30}.0.0/16`);
                const outside = { s3: { reachableFrom }, sqs: { reachableFrom } };
                assert.deepEqual(
                    misplaced(crowded(zones, endpoints, { services: [...services], endpoints: outside })),
                    [],
                );
            }
        });
    }

    it("is the same SVG each time, with values rendered as text", async () => {
        const plan = await planOf("dev");
        const svg = picture(plan);
        assert.ok(svg.startsWith("<svg") && svg.endsWith("</svg>"));
        assert.equal(picture(plan), svg);
        const named = picture({ ...plan, stack: `<script>"&` });
        assert.ok(named.includes("&lt;script&gt;&quot;&amp;") && !named.includes("<script"));
    });
});
