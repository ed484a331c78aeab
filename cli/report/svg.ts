/** A rectangle, in pixels from the top left. */
export interface Box {
    x: number;
    y: number;
    width: number;
    height: number;
}

/** The middle of a box, from the left. */
export function centre({ x, width }: Box): number {
    return x + width / 2;
}

/** Text size in the pictures, in pixels. */
export const fontSize = 12;

const letterWidth = fontSize * 0.56;
const boldLetterWidth = fontSize * 0.6;

/** Space that a text needs in the common sans-serif fonts, estimated from the wide ones. */
export function widthOf(content: string, bold = false): number {
    return Math.ceil(content.length * (bold ? boldLetterWidth : letterWidth));
}

/** A text, shortened to the room there is for it; the full text is its tooltip. */
export function text(x: number, y: number, content: string, look = "", room = Infinity): string {
    const bold = look.includes("bold");
    const fits = widthOf(content, bold) <= room;
    const letters = Math.floor(room / (bold ? boldLetterWidth : letterWidth)) - 1;
    const shown = fits
        ? escaped(content)
        : `${escaped(content.slice(0, Math.max(1, letters)))}…<title>${escaped(content)}</title>`;
    return `<text x="${x}" y="${y}"${classes(look)}>${shown}</text>`;
}

/** A rectangle with round corners. */
export function rectangle({ x, y, width, height }: Box, look: string, radius = 4): string {
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"${classes(look)}/>`;
}

/** A line through points, with an arrow at its end where the look says so. */
export function line(points: [number, number][], look: string): string {
    const arrow = look.includes("arrow") ? ` marker-end="url(#pv-arrow)"` : "";
    return `<polyline points="${points.map((point) => point.join(",")).join(" ")}"${classes(look)}${arrow}/>`;
}

/** The head of the arrows; a document with arrows needs it once. */
export const arrowHead =
    `<defs><marker id="pv-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" `
    + `orient="auto"><path d="M0,0.5L7,4L0,7.5z" class="head"/></marker></defs>`;

/** An SVG document. Its colours follow the reader's preference for light or dark. */
export function svg({ width, height }: Pick<Box, "width" | "height">, title: string, parts: string[]): string {
    return [
        `<svg xmlns="http://www.w3.org/2000/svg" class="pv" role="img" width="${width}" height="${height}" `
        + `viewBox="0 0 ${width} ${height}">`,
        `<title>${escaped(title)}</title>`,
        `<style>${style}</style>`,
        rectangle({ x: 0, y: 0, width, height }, "paper", 0),
        ...parts,
        "</svg>",
    ].join("\n");
}

/** Escapes text for XML and HTML, without control characters and without those that change the direction of text. */
export function escaped(value: string): string {
    return value.replace(/[&<>"]/g, (character) => entities[character]!).replace(
        /[^\t\n\r\P{Cc}]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
        "",
    );
}

const entities: { [character: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;" };

function classes(look: string): string {
    return look === "" ? "" : ` class="${look}"`;
}

/** Colours in the manner of AWS's architecture diagrams: the VPC purple, zones blue, private subnets teal. */
const light = "--paper:#fff;--ink:#16191f;--soft:#545b64;--faint:#d5dbdb;--vpc:#8c4fff;--zone:#147eba;--subnet:#00858a;"
    + "--subnet-fill:#e9f7f7;--interface:#7a3ff2;--interface-fill:#f1eaff;--chip:#fff;--gateway:#3f7d20;"
    + "--gateway-fill:#edf5e9;--outside:#b45309;--outside-fill:#fff3e2";
const dark =
    "--paper:#10141a;--ink:#e9ebed;--soft:#a3abb3;--faint:#39424d;--vpc:#a981ff;--zone:#5cb3e4;--subnet:#35b5b8;"
    + "--subnet-fill:#122a2d;--interface:#b594ff;--interface-fill:#261d3d;--chip:#171c24;--gateway:#86c766;"
    + "--gateway-fill:#1b2a17;--outside:#f0a04b;--outside-fill:#33240f";

const style = `
.pv { ${light}; font: ${fontSize}px "Helvetica Neue", Arial, sans-serif; }
@media (prefers-color-scheme: dark) { .pv { ${dark}; } }
.pv text { fill: var(--ink); } .pv .bold { font-weight: 600; } .pv .middle { text-anchor: middle; } .pv .end { text-anchor: end; }
.pv rect, .pv polyline, .pv circle { fill: none; stroke: var(--soft); stroke-width: 1.2; }
.pv rect.paper { fill: var(--paper); stroke: none; } .pv .head { fill: var(--soft); } .pv .dashed { stroke-dasharray: 5 4; }
.pv text.soft { fill: var(--soft); } .pv rect.chip { fill: var(--chip); stroke-width: 1; }
.pv rect.plain { fill: var(--paper); } .pv polyline.faint { stroke: var(--faint); } .pv polyline.thick { stroke-width: 2.2; }
.pv circle.ring { fill: var(--paper); stroke: var(--ink); stroke-width: 2.2; }
.pv text.halo { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
${
    ["vpc", "zone", "subnet", "interface", "gateway", "outside"].map((name) =>
        `.pv rect.${name}, .pv polyline.${name}, .pv circle.${name} { stroke: var(--${name}); } `
        + `.pv text.${name}, .pv circle.dot.${name} { fill: var(--${name}); }`
    ).join("\n")
}
${
    ["subnet", "interface", "gateway", "outside"].map((name) =>
        `.pv rect.${name}.filled { fill: var(--${name}-fill); }`
    )
        .join("\n")
}
`;
