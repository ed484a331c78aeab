import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { pathToFileURL } from "node:url";

import { type Browser, chromium, type Page } from "playwright-core";

import { htmlReport } from "../../../cli/report/html";
import { findOnPath } from "../../../emulator/engine/onPath";
import { crowded, vpcPlan } from "./pictures";
import { planOf } from "./plans";

const executablePath = process.env.CHROMIUM || findOnPath(["chromium", "chromium-browser", "google-chrome"]);
// .ci/run installs one; elsewhere there may be none, and the report of the tests says so.
const skipped = executablePath === undefined && !process.env.CI;
const reason = "skipped: no chromium or google-chrome on PATH; install one, or set CHROMIUM to one";

/** Texts of a picture that overlap, or that it cuts off. */
const collisions = `[...document.querySelectorAll("svg")].flatMap((svg) => {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")].map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
    const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
    return texts.flatMap(({ text, box }, index) => [
        ...(box.left < frame.left || box.right > frame.right || box.bottom > frame.bottom ? [text + " is cut off"] : []),
        ...texts.slice(index + 1).filter((other) => !apart(box, other.box)).map((other) => text + " overlaps " + other.text),
    ]);
})`;

describe(`the HTML report in a real browser${skipped ? ` (${reason})` : ""}`, function() {
    this.timeout(60_000);
    let browser: Browser;
    let page: Page;
    const asked: string[] = [];
    const complaints: string[] = [];

    before(async function() {
        if (skipped) this.skip();
        const args = [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-sync",
        ];
        browser = await chromium.launch({ executablePath, args: [...args, "--disable-component-update"] });
        page = await browser.newPage();
        page.on("request", (request) => asked.push(request.url()));
        page.on("console", (message) => complaints.push(message.text()));
        page.on("pageerror", (error) => complaints.push(error.message));
        const plan = await planOf("prod");
        const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "page-")), "plan.html");
        fs.writeFileSync(
            file,
            htmlReport(plan, { environments: [`<script>alert("x")</script>`] }),
        );
        await page.goto(pathToFileURL(file).href);
    });

    after(async () => {
        await browser?.close();
    });

    it("loads no other resource, and the browser reports no error", () => {
        assert.equal(asked.length, 1);
        assert.match(asked[0]!, /^file:.*plan\.html$/);
        assert.deepEqual(complaints, []);
    });

    it("shows every endpoint in the table, and every zone and service in the diagram", async () => {
        const rows = await page.locator("section", { hasText: "Endpoints (13)" }).locator("tbody tr").allInnerTexts();
        assert.equal(rows.length, 13);
        assert.match(
            rows[8]!,
            /^s3\tInterface\ta b c\t26\.28\treached from outside\tprivate, outside only\t/,
        );
        const drawn = await page.locator("svg text").allTextContents();
        for (
            const text of [
                "eu-central-1a",
                "eu-central-1b",
                "eu-central-1c",
                "secretsmanager",
                "10.200.0.0/16",
                "no route from the VPC;",
                "only DNS queries leave,",
            ]
        ) {
            assert.ok(drawn.includes(text), text);
        }
    });

    it("renders values as text, not as HTML", async () => {
        assert.equal(await page.locator("script").count(), 0);
        assert.ok((await page.innerText("body")).includes(`ESC environment <script>alert("x")</script>`));
    });

    it("fits desktop and phone screens without horizontal scrolling, with the diagram in view", async () => {
        for (const width of [1280, 390]) {
            await page.setViewportSize({ width, height: 900 });
            const wide = await page.evaluate("document.documentElement.scrollWidth");
            assert.ok((wide as number) <= width, `${wide} in ${width}`);
            const box = await page.locator("svg").first().boundingBox();
            assert.ok(box && box.x >= 0 && box.x + box.width <= width && box.height > 100, JSON.stringify(box));
        }
    });

    it("plots the costs if the Region's own prices are known, and marks break-even points and the stack's traffic", async () => {
        const own = await browser.newPage();
        const plan = await planOf("dev");
        const services = ["ecr.api", "ecr.dkr", "kms", "logs", "s3", "sns", "sqs", "sts", "xray"] as const;
        const endpoints = { sqs: { expectedGigabytes: 2000 } };
        await own.setContent(htmlReport({ ...plan, ...vpcPlan(3, { services: [...services], endpoints }) }));
        const drawn = await own.locator(".chart svg text").allTextContents();
        for (
            const text of [
                "endpoints in every zone",
                "endpoints in one zone",
                "NAT gateways",
                "1,878 GB",
                "this stack: 2,000 GB, USD 195.20",
            ]
        ) {
            assert.ok(drawn.includes(text), `${text}\n${drawn.join("\n")}`);
        }
        assert.equal(await own.locator(".chart circle").count(), 2);
        await own.close();
        const unknown = await page.locator(".chart svg text").allTextContents();
        assert.ok(unknown.includes("endpoints in every zone") && !unknown.includes("NAT gateways"), unknown.join());
        assert.match(
            await page.locator(".chart figcaption").innerText(),
            /gigabyte through a NAT gateway in eu-central-1 is unknown/,
        );
    });

    it("does not overlap any labels in the diagram and the plot", async () => {
        const own = await browser.newPage({ viewport: { width: 1600, height: 900 } });
        const plan = await planOf("dev");
        for (
            const args of [
                crowded(1, 1),
                crowded(3, 12, { endpointZones: ["us-east-1b"] }),
                crowded(6, 60, {
                    services: ["s3", "sqs"],
                    endpoints: { s3: { reachableFrom: ["10.99.0.0/16"] }, sqs: { expectedGigabytes: 9000 } },
                }),
            ]
        ) {
            await own.setContent(htmlReport({ ...plan, ...args }));
            assert.deepEqual(await own.evaluate(collisions), []);
        }
        await own.close();
    });

    it("follows the reader's light or dark colour scheme", async () => {
        const colours = async () =>
            page.evaluate(
                `getComputedStyle(document.body).backgroundColor + getComputedStyle(document.querySelector("svg text")).fill`,
            );
        await page.emulateMedia({ colorScheme: "light" });
        assert.equal(await colours(), "rgb(255, 255, 255)rgb(140, 79, 255)");
        await page.emulateMedia({ colorScheme: "dark" });
        assert.equal(await colours(), "rgb(16, 20, 26)rgb(169, 129, 255)");
        await page.emulateMedia({ colorScheme: null });
    });

    it("expands the resources on a click", async () => {
        const tree = page.locator("details pre");
        assert.equal(await tree.isVisible(), false);
        await page.locator("summary").click();
        assert.equal(await tree.isVisible(), true);
        assert.match(await tree.innerText(), /^└─ PrivateVpc app\n/);
    });
});
