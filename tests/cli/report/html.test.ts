import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { pathToFileURL } from "node:url";

import { type Browser, chromium, type Page } from "playwright-core";

import { htmlReport } from "../../../cli/report/html";
import { picture } from "../../../cli/report/picture";
import { findOnPath } from "../../../emulator/engine/onPath";
import { planOf } from "./plans";

const executablePath = process.env.CHROMIUM || findOnPath(["chromium", "chromium-browser", "google-chrome"]);
// .ci/run installs one; elsewhere there may be none, and the report of the tests says so.
const skipped = executablePath === undefined && !process.env.CI;
const reason = "skipped: no chromium or google-chrome on PATH; install one, or set CHROMIUM to one";

describe(`the report as a page, in a real browser${skipped ? ` (${reason})` : ""}`, function() {
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
            htmlReport(plan, picture(plan), { environments: [`<script>alert("x")</script>`] }),
        );
        await page.goto(pathToFileURL(file).href);
    });

    after(async () => {
        await browser?.close();
    });

    it("loads nothing but itself, and the browser has nothing to complain of", () => {
        assert.equal(asked.length, 1);
        assert.match(asked[0]!, /^file:.*plan\.html$/);
        assert.deepEqual(complaints, []);
    });

    it("shows every endpoint in the table, and every zone and service in the picture", async () => {
        const rows = await page.locator("section", { hasText: "Endpoints (13)" }).locator("tbody tr").allInnerTexts();
        assert.equal(rows.length, 13);
        assert.match(
            rows[8]!,
            /^s3\tInterface\ta b c\ton\tprivate addresses, from outside\ts3\.json\t26\.28\t10\.200\.0\.0\/16/,
        );
        const drawn = await page.locator("svg text").allTextContents();
        for (
            const text of [
                "eu-central-1a",
                "eu-central-1b",
                "eu-central-1c",
                "secretsmanager",
                "10.200.0.0/16",
                "no route leads there,",
                "DNS queries do",
            ]
        ) {
            assert.ok(drawn.includes(text), text);
        }
    });

    it("takes text for text", async () => {
        assert.equal(await page.locator("script").count(), 0);
        assert.ok((await page.innerText("body")).includes(`ESC environment <script>alert("x")</script>`));
    });

    it("fits a desk's screen and a telephone's without scrolling sideways, the picture in sight", async () => {
        for (const width of [1280, 390]) {
            await page.setViewportSize({ width, height: 900 });
            const wide = await page.evaluate("document.documentElement.scrollWidth");
            assert.ok((wide as number) <= width, `${wide} in ${width}`);
            const box = await page.locator("svg").boundingBox();
            assert.ok(box && box.x >= 0 && box.x + box.width <= width && box.height > 100, JSON.stringify(box));
        }
    });

    it("unfolds the resources on a click", async () => {
        const tree = page.locator("details pre");
        assert.equal(await tree.isVisible(), false);
        await page.locator("summary").click();
        assert.equal(await tree.isVisible(), true);
        assert.match(await tree.innerText(), /^└─ PrivateVpc app\n/);
    });
});
