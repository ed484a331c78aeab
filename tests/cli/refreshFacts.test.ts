import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { replaceFiles } from "../../catalogue/answerFiles";
import {
    answerOfCatalogue,
    catalogueFolder,
    type Detail,
    detail,
    interfaceHour,
    offer,
    output,
    shipped,
} from "../catalogue/answers";
import { root } from "../run";
import { privateVpc } from "./commandRun";

/** A folder with a copy of the catalogue that ships and these files, saved on 2026-11-21. */
function folderWith(files: { [name: string]: unknown }) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "refresh-"));
    fs.cpSync(catalogueFolder, path.join(folder, "catalogue"), { recursive: true });
    for (const [name, content] of Object.entries(files)) {
        const file = path.join(folder, name);
        fs.writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content, undefined, 4));
        fs.utimesSync(file, new Date("2026-11-21T12:00:00Z"), new Date("2026-11-21T12:00:00Z"));
    }
    const text = (name: string) => fs.readFileSync(path.join(folder, "catalogue", name), "utf8");
    const texts = () => [text("services.json"), text("regions.json")];
    const run = (...args: string[]) =>
        privateVpc(["facts", "refresh", ...args, "--catalogue", "catalogue"], { folder });
    return { folder, texts, run };
}

/** Runs an action on a folder as a user who is not root: no permission stops root. */
async function withoutPermissions<T>(folder: string, action: () => Promise<T>): Promise<T> {
    if (process.geteuid?.() !== 0) return action();
    const nobody = 65534;
    for (const parent of [os.tmpdir(), folder]) fs.chmodSync(parent, 0o755);
    fs.chownSync(path.join(folder, "catalogue"), nobody, nobody);
    process.seteuid!(nobody);
    try {
        return await action();
    } finally {
        process.seteuid!(0);
    }
}

/** What us-east-1 would answer if the catalogue were right, but for a policy, a service that is gone and a new one. */
function differing() {
    const { ServiceDetails: details } = answerOfCatalogue(shipped(), "us-east-1").value as { ServiceDetails: Detail[] };
    const named = (key: string) => details.find(({ ServiceName }) => ServiceName === `com.amazonaws.us-east-1.${key}`)!;
    const rest = details.filter((one) => one !== named("appmesh"));
    named("appsync-api").VpcEndpointPolicySupported = true;
    return output([...rest, detail("com.amazonaws.us-east-1.new-thing", { VpcEndpointPolicySupported: true })]);
}

const list = offer("AmazonVPC", [interfaceHour("eu-west-2", "0.0120000000")]).value;

describe("private-vpc facts refresh", function() {
    this.timeout(60_000);

    it("shows the difference, and writes only with --write", async () => {
        const { run, texts, folder } = folderWith({ "describe.json": differing(), "offer.json": list });
        const before = texts();
        const shown = await run("--services", "describe.json", "--prices", "offer.json");
        assert.deepEqual([shown.code, shown.stderr], [0, ""]);
        const read =
            /^Read\n {2}us-east-1, 2026-11-21: \d+ services of AWS's own\n {2}AmazonVPC, 2026-11-20: prices of 1 Region\n/;
        assert.match(shown.stdout, read);
        const rest = shown.stdout.replace(read, "").replace(/\d,\d{3} facts/, "many facts");
        assert.equal(
            rest,
            `
New services: fill in product, page, ports and IAM prefixes by hand
  + new-thing: com.amazonaws.<region>.new-thing, Interface

Changed
  ~ appsync-api policySupport: was false (data-perimeter) -> is true (describe-us-east-1-2026-11-21)
  ~ eu-west-2 interface: was USD 0.011 an hour (price-lists) -> is USD 0.012 an hour (vpc-offer-2026-11-20)

Newly missing
  us-east-1, 1 service: appmesh

Confirmed
  many facts
  Nothing was written. Add --write to save the changes.
`,
        );
        assert.deepEqual(texts(), before);

        const written = await run("--services", "describe.json", "--prices", "offer.json", "--write");
        assert.equal(written.stdout, shown.stdout.replace(/Nothing was written.*/, "The catalogue was written."));
        const [services, regions] = texts().map((text) => JSON.parse(text));
        assert.deepEqual(services.services["new-thing"], {
            product: "new-thing",
            policySupport: true,
            sources: { name: "describe-us-east-1-2026-11-21", policy: "describe-us-east-1-2026-11-21" },
        });
        assert.deepEqual(services.services.appmesh.notInRegions, ["us-east-1"]);
        assert.deepEqual(regions.regions["eu-west-2"].interface, { hourUsd: 0.012, source: "vpc-offer-2026-11-20" });
        assert.deepEqual(fs.readdirSync(path.join(folder, "catalogue")).sort(), fs.readdirSync(catalogueFolder).sort());
    });

    it("writes one sorted line per service, and the same bytes the second time", async () => {
        const { run, texts } = folderWith({ "describe.json": differing() });
        await run("--services", "describe.json", "--write");
        const [services = "", regions] = texts();
        const line = "  \"new-thing\": {\"product\": \"new-thing\", \"policySupport\": true, \"sources\": "
            + "{\"name\": \"describe-us-east-1-2026-11-21\", \"policy\": \"describe-us-east-1-2026-11-21\"}},";
        const lines = services.split("\n");
        const at = lines.indexOf(line);
        assert.ok(lines[at - 1]! < line && line < lines[at + 1]!);
        assert.equal(regions, fs.readFileSync(path.join(catalogueFolder, "regions.json"), "utf8"));
        const again = await run("--services", "describe.json", "--write");
        assert.match(again.stdout, /\nConfirmed\n {2}0 facts\n {2}The catalogue is unchanged\.\n$/);
        assert.deepEqual(texts(), [services, regions]);
    });

    it("rejects empty, truncated, non-JSON and missing files, all at once", async () => {
        const whole = JSON.stringify(differing(), undefined, 4).split("\n");
        const { run, texts } = folderWith({
            "empty.json": " \n",
            "cut.json": whole.slice(0, 41).join("\n"),
            "half.json": "{\"ServiceDetails\": [{\"ServiceName\": \"com.amaz",
            "table.txt": "SERVICENAMES\tcom.amazonaws.us-east-1.sqs\n",
            "comma.json": "{\"ServiceNames\": [],,}",
        });
        const before = texts();
        const files = ["empty.json", "cut.json", "half.json", "table.txt", "comma.json", "gone.json"];
        const { code, stdout, stderr } = await run("--write", ...files.flatMap((file) => ["--services", file]));
        assert.deepEqual([code, stdout], [1, ""]);
        assert.match(stderr, /^the refresh: 6 problems; nothing was written:\n/);
        assert.ok(
            stderr.includes(
                "  --services empty.json\n    it is empty [file.not-read]\n    → run the command again, and check its error messages",
            ),
            stderr,
        );
        assert.ok(
            stderr.includes(
                `  --services cut.json\n    it is truncated: it ends in line 41, after ${
                    whole[40]!.trim()
                } [file.not-json]\n`,
            ),
            stderr,
        );
        assert.match(
            stderr,
            / {2}--services half\.json\n {4}it is truncated: it ends in line 1, after .*"com\.amaz \[file\.not-json\]\n/,
        );
        assert.match(stderr, / {2}--services table\.txt\n {4}it is not JSON: .*\n {4}→ .*--output json/);
        assert.match(stderr, / {2}--services comma\.json\n {4}it is not JSON: /);
        assert.match(stderr, / {2}--services gone\.json\n {4}the file does not exist \[file\.not-read\]\n/);
        assert.deepEqual(texts(), before);
    });

    it("writes nothing if one of several files is wrong", async () => {
        const { run, texts } = folderWith({ "describe.json": differing(), "offer.json": offer("AmazonVPC", []).value });
        const before = texts();
        const { code, stderr } = await run("--services", "describe.json", "--prices", "offer.json", "--write");
        assert.equal(code, 1);
        assert.match(stderr, /^the refresh: 1 problem; nothing was written:\n\n {2}--prices offer\.json\n/);
        assert.deepEqual(texts(), before);
    });

    it("ends with a problem and changes nothing if the folder of the catalogue is read-only", async () => {
        const { folder, run, texts } = folderWith({ "describe.json": differing() });
        const before = texts();
        const catalogue = path.join(folder, "catalogue");
        const names = fs.readdirSync(catalogue);
        const { code, stdout, stderr } = await withoutPermissions(folder, () => {
            fs.chmodSync(catalogue, 0o555);
            return run("--services", "describe.json", "--write");
        });
        assert.deepEqual([code, stdout], [1, ""]);
        assert.match(
            stderr,
            /EACCES: permission denied.* \[file\.not-written\]\n {4}→ check the permissions of the folder\n/,
        );
        assert.deepEqual([texts(), fs.readdirSync(catalogue)], [before, names]);
    });

    it("replaces no file if one of them cannot be replaced", () => {
        const { folder } = folderWith({ "services.json": "before" });
        const [file, unreplaceable] = [path.join(folder, "services.json"), path.join(folder, "catalogue")];
        const files = [{ file, text: "after" }, { file: unreplaceable, text: "after" }];
        assert.throws(() => replaceFiles(files), /EISDIR/);
        assert.equal(fs.readFileSync(file, "utf8"), "before");
        assert.deepEqual(fs.readdirSync(folder).sort(), ["catalogue", "services.json"]);
    });

    it("accepts fewer services than the Region had before only if confirmed", async () => {
        const fewer = differing();
        fewer.ServiceDetails.pop();
        fewer.ServiceNames.pop();
        const { run } = folderWith({ "describe.json": differing(), "fewer.json": fewer });
        await run("--services", "describe.json", "--write");
        const refused = await run("--services", "fewer.json");
        assert.equal(refused.code, 1);
        assert.match(
            refused.stderr,
            /it has \d+ AWS-owned services, but the answer of 2026-11-21 had \d+ \[facts\.partial-answer\]\n/,
        );
        const taken = await run("--services", "fewer.json", "--fewer-is-right");
        assert.match(taken.stdout, /Newly missing\n {2}us-east-1, 1 service: new-thing\n/);
    });

    it("prints the same as JSON", async () => {
        const { run } = folderWith({ "describe.json": differing(), "empty.json": "" });
        const { difference, kept, written } = JSON.parse((await run("--services", "describe.json", "--json")).stdout);
        assert.deepEqual(difference.lacking, [{ place: "us-east-1", services: ["appmesh"] }]);
        assert.deepEqual([kept, written], [[], false]);
        const { code, stdout, stderr } = await run("--services", "empty.json", "--json");
        assert.deepEqual([code, stderr], [1, ""]);
        assert.deepEqual(JSON.parse(stdout).problems.map(({ path: place }: { path: string }) => place), [
            "--services empty.json",
        ]);
    });

    it("rejects a folder that is not the catalogue's", async () => {
        const { run, folder } = folderWith({ "describe.json": differing() });
        fs.writeFileSync(path.join(folder, "catalogue", "regions.json"), "{}");
        const { code, stderr } = await run("--services", "describe.json");
        assert.equal(code, 1);
        assert.match(
            stderr,
            /--catalogue .*regions\.json\n {4}the file is not a table of regions with their sources \[facts\.not-a-catalogue\]\n/,
        );
    });

    it("prints its help, and exits with 2 if the command line is wrong", async () => {
        const { run } = folderWith({});
        const helped = await run("--help");
        assert.deepEqual([helped.code, helped.stderr], [0, ""]);
        assert.match(helped.stdout, /^Usage: private-vpc facts refresh /);
        for (const args of [[], ["--write"], ["--service", "a"], ["describe.json"]]) {
            const { code, stdout, stderr } = await run(...args);
            assert.deepEqual([code, stdout], [2, ""], args.join(" "));
            assert.match(stderr, /\n\nUsage: /);
        }
    });

    it("is an npm script that refreshes the project's own catalogue", async () => {
        const { folder } = folderWith({ "describe.json": differing() });
        const { scripts } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
        const [node, ...rest] = (scripts["facts:refresh"] as string).split(" ");
        assert.equal(node, "node");
        const args = [...rest, "--services", path.join(folder, "describe.json")];
        const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
        assert.deepEqual([status, stderr], [0, ""]);
        assert.match(stdout, /\+ new-thing: [^]*Nothing was written\. Add --write to save the changes\.\n$/);
    });
});
