import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

import { findOnPath } from "../emulator/engine/onPath";
import { root } from "./run";
import { Runner } from "./workflows";

const linked = [
    "components",
    "policies",
    "cli",
    "emulator",
    "tools",
    "node_modules",
    "index.ts",
    "package.json",
    "tsconfig.json",
];

const stackWith = (...services: string[]) =>
    [
        "config:",
        "  aws:region: us-east-1",
        "  private-vpc:cidrBlock: 10.0.0.0/16",
        "  private-vpc:availabilityZones: [us-east-1a]",
        `  private-vpc:services: [${services.join(", ")}]`,
        "",
    ].join("\n");

/** Commits the files as all there is of the project, beside what is linked to the real one. */
function commit({ work }: Runner, files: { [name: string]: string }): void {
    const git = (...args: string[]) =>
        execFileSync("git", ["-c", "user.name=octocat", "-c", "user.email=octocat@example.com", ...args], {
            cwd: work,
            env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: "/dev/null" },
            stdio: "pipe",
        });
    if (!fs.existsSync(path.join(work, ".git"))) git("init", "--quiet");
    for (const file of fs.readdirSync(work)) if (file !== ".git") fs.rmSync(path.join(work, file));
    for (const file of linked) fs.symlinkSync(path.join(root, file), path.join(work, file));
    fs.copyFileSync(path.join(root, "Pulumi.yaml"), path.join(work, "Pulumi.yaml"));
    for (const [file, text] of Object.entries(files)) {
        fs.rmSync(path.join(work, file), { force: true });
        fs.writeFileSync(path.join(work, file), text);
    }
    git("add", "--all");
    git("commit", "--quiet", "--message", "files");
}

/** Of Markdown, the text from one heading to the next. */
function section(markdown: string, heading: string): string | undefined {
    return markdown.split(/^(?=##+ )/m).find((part) => part.startsWith(`${heading}\n`))?.trim();
}

const headings = (markdown: string) => markdown.match(/^## .*$/gm);

describe("a pull request", function() {
    this.timeout(180_000);
    let runner: Runner;
    beforeEach(() => {
        runner = new Runner();
        // The packages are there already.
        runner.command("npm", `[ "$1" = ci ] || PATH=\${PATH#*:} exec npm "$@"`);
    });
    afterEach(() => runner.remove());

    const plan = () => runner.run("pull-request.yml", "plan", "Plan each stack against the base branch");

    it("shows in the summary the changes of each stack, problems, new and removed stacks, and fails for problems", () => {
        const before = { "Pulumi.a.yaml": stackWith("s3", "sqs"), "Pulumi.b.yaml": stackWith("s3") };
        commit(runner, { ...before, "Pulumi.gone.yaml": stackWith("s3") });
        const after = { "Pulumi.a.yaml": stackWith("s3", "kms"), "Pulumi.b.yaml": stackWith("s4", "sqss") };
        commit(runner, { ...after, "Pulumi.new.yaml": stackWith("s3") });
        const { code, summary, output } = plan();
        assert.equal(code, 1);
        assert.deepEqual(headings(summary), [
            "## a · us-east-1 · 10.0.0.0/16",
            "## b",
            "## new · us-east-1 · 10.0.0.0/16",
            "## Pulumi.gone.yaml is removed",
        ]);
        assert.equal(
            section(summary, "### Changes"),
            [
                "### Changes",
                "",
                "| resource | change | before | after |",
                "| --- | --- | --- | --- |",
                "| + kms-interface | added |  | USD 7.30 a month |",
                "| - sqs-interface | removed | USD 7.30 a month |  |",
                "",
                "- The cost stays at USD 7.30 a month.",
            ].join("\n"),
        );
        assert.equal(summary.match(/^### Changes$/gm)?.length, 1);
        const problems = section(summary, "## b")!;
        assert.match(problems, /^## b\n\n {4}[^]*services[^]*s4[^]*services[^]*sqss/);
        for (const line of problems.split("\n").slice(2)) assert.match(line, /^( {4}|$)/);
        assert.deepEqual(summary.match(/^> The base branch .*$/gm), [
            "> The base branch has no plan of new to compare with.",
        ]);
        assert.match(output, /there is no Pulumi\.new\.yaml/);
        assert.equal(
            section(summary, "## Pulumi.gone.yaml is removed"),
            "## Pulumi.gone.yaml is removed\n\nIts resources remain until you run <code>pulumi destroy</code>.",
        );
        assert.equal(fs.readFileSync(path.join(runner.temp, "plans.md"), "utf8"), summary);
    });

    it("shows its plans also if the base branch cannot be planned, and says so", () => {
        commit(runner, { "Pulumi.a.yaml": stackWith("s3"), "package.json": "{}" });
        commit(runner, { "Pulumi.a.yaml": stackWith("s3") });
        const { code, summary } = plan();
        assert.equal(code, 0);
        assert.deepEqual(headings(summary), ["## a · us-east-1 · 10.0.0.0/16"]);
        assert.match(summary, /^> The base branch has no plan of a to compare with\.$/m);
    });

    for (const [outcome, status] of [["works", 0], ["fails", 255]] as const) {
        it(`shows a stack's preview also if it ${outcome}, with its exit code`, () => {
            runner.command("pulumi", `echo "$@"; echo "4 unchanged" >&2; exit ${status}`);
            const { code, summary } = runner.run("pull-request.yml", "preview", "Preview", { STACK: "dev" });
            assert.equal(code, status);
            const called = "preview --stack dev --non-interactive --suppress-progress --color never";
            assert.equal(summary, `## pulumi preview of dev\n\n    ${called}\n    4 unchanged\n\n`);
            assert.equal(fs.readFileSync(path.join(runner.temp, "preview-dev.md"), "utf8"), summary);
        });
    }

    it("shows a preview as text, and no line of it is a workflow command", () => {
        runner.command("pulumi", "printf '~~~\\n# a\\r## b\\n\\n::error::c\\n'");
        const { output, summary } = runner.run("pull-request.yml", "preview", "Preview", { STACK: "dev" });
        assert.equal(summary, "## pulumi preview of dev\n\n    ~~~\n    # a## b\n    \n    ::error::c\n\n");
        const [, token] = /^::stop-commands::([0-9a-f]{32})\n/.exec(output)!;
        assert.ok(output.endsWith(`\n::${token}::\n`), output);
    });
});

const skipped = findOnPath(["jq"]) === undefined;

describe(`the comment on a pull request${skipped ? " (skipped: no jq on PATH; install it)" : ""}`, () => {
    const marker = "<!-- private-vpc: what each stack would become -->";
    const summaryLink = "[summary](https://github.com/octocat/my-repo/actions/runs/42)";
    let runner: Runner;
    beforeEach(() => {
        runner = new Runner();
        fs.mkdirSync(path.join(runner.work, "comment"));
        runner.command(
            "gh",
            `if [ "$2" = --paginate ]; then jq -r "$5" "$RUNNER_TEMP/comments"; else echo "$*" >> "$RUNNER_TEMP/calls"; fi`,
        );
    });
    afterEach(() => runner.remove());

    const put = (file: string, text: string) => fs.writeFileSync(path.join(runner.work, "comment", file), text);

    /** Writes the comment where these are there; returns what GitHub is asked, and the text. */
    function comment(there: { id: number; user: { login: string }; body: string }[] = []): [string[], string] {
        fs.writeFileSync(path.join(runner.temp, "comments"), JSON.stringify(there));
        const { code, output } = runner.run(
            "pull-request.yml",
            "comment",
            "Write the comment, or edit the one there is",
            {
                NUMBER: "7",
                GITHUB_SERVER_URL: "https://github.com",
                GITHUB_REPOSITORY: "octocat/my-repo",
                GITHUB_RUN_ID: "42",
            },
        );
        assert.deepEqual([code, output], [0, ""]);
        const calls = fs.readFileSync(path.join(runner.temp, "calls"), "utf8").replaceAll(runner.temp, "").trim();
        return [calls.split("\n"), fs.readFileSync(path.join(runner.temp, "body"), "utf8")];
    }

    before(function() {
        if (skipped) this.skip();
    });

    const write = "api --silent --method POST repos/octocat/my-repo/issues/7/comments --field body=@/body";

    it("is created once, with the plans before the previews", () => {
        put("preview-prod.md", "prod\n");
        put("plans.md", "plans\n");
        put("preview-dev.md", "dev\n");
        assert.deepEqual(comment(), [[write], `${marker}\nplans\ndev\nprod\n`]);
    });

    it("is updated if it exists, and another user's comment with the same start is kept", () => {
        put("plans.md", "plans\n");
        const [bot, person] = [{ login: "github-actions[bot]" }, { login: "octocat" }];
        const others = [{ id: 1, user: person, body: `${marker}\n` }, { id: 2, user: bot, body: `See ${marker}` }];
        assert.deepEqual(comment(others)[0], [write]);
        fs.rmSync(path.join(runner.temp, "calls"));
        const [calls] = comment([...others, { id: 3, user: bot, body: `${marker}\nold` }]);
        assert.deepEqual(calls, [
            "api --silent --method PATCH repos/octocat/my-repo/issues/comments/3 --field body=@/body",
        ]);
    });

    it("is truncated at the end of a line to GitHub's limit, with a link to all of it", () => {
        put("plans.md", "· 7 letters\n".repeat(6_000));
        const [, body] = comment();
        const note = `${marker}\n> [!NOTE]\n> Shortened: the ${summaryLink} is complete.\n\n`;
        assert.equal(body, note + "· 7 letters\n".repeat(Math.floor(65_000 / 13)));
        assert.ok(body.length < 65_536);
    });

    it("says so if no plan could be created", () => {
        assert.equal(comment()[1], `${marker}\nNo plan could be created: see the run's ${summaryLink}.\n`);
    });
});

describe("a commit on main", () => {
    let runner: Runner;
    beforeEach(() => (runner = new Runner()));
    afterEach(() => runner.remove());

    const deploy = () => runner.run("deploy.yml", "up", "Preview, then up", { STACK: "prod" });
    const options = "--stack prod --non-interactive --suppress-progress --color never";

    it("is deployed as in its preview", () => {
        runner.command("pulumi", `echo "\${@//$RUNNER_TEMP/}"`);
        assert.equal(
            deploy().output,
            `preview ${options} --save-plan /plan.json\nup ${options} --plan /plan.json --skip-preview --yes\n`,
        );
    });

    it("is not deployed if the preview fails", () => {
        runner.command("pulumi", `echo "$1"; [ "$1" != preview ]`);
        const { code, output } = deploy();
        assert.deepEqual([code, output], [1, "preview\n"]);
    });
});
