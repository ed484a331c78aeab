import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { readStack } from "../cli/stack";
import { root } from "./run";
import { readWorkflow, Runner, workflowsFolder, workflowText } from "./workflows";

const files = ["deploy.yml", "pull-request.yml", "release.yml"];
const jobs = files.flatMap((file) =>
    Object.entries(readWorkflow(file).jobs).map(([id, job]) => ({ ...job, name: `${file} ${id}` }))
);
const jobNamed = (name: string) => jobs.find((job) => job.name === name)!;

describe("the workflows", () => {
    it("are exactly these, started only by pull requests, pushes to main and version tags", () => {
        assert.deepEqual(fs.readdirSync(workflowsFolder).sort(), files);
        assert.deepEqual(Object.fromEntries(files.map((file) => [file, readWorkflow(file).on])), {
            "deploy.yml": { push: { branches: ["main"] } },
            "pull-request.yml": "pull_request",
            "release.yml": { push: { tags: ["v*"] } },
        });
    });

    it("grant no permissions at the top, and to each job only those it needs", () => {
        for (const file of files) assert.deepEqual(readWorkflow(file).permissions, {}, file);
        assert.deepEqual(Object.fromEntries(jobs.map(({ name, permissions }) => [name, permissions])), {
            "deploy.yml stacks": { actions: "read", contents: "read" },
            "deploy.yml up": { contents: "read", "id-token": "write" },
            "pull-request.yml test": { contents: "read" },
            "pull-request.yml stacks": { actions: "read", contents: "read" },
            "pull-request.yml plan": { contents: "read" },
            "pull-request.yml preview": { contents: "read", "id-token": "write" },
            "pull-request.yml comment": { "pull-requests": "write" },
            "release.yml pack": { contents: "read" },
            "release.yml publish": { "id-token": "write" },
        });
    });

    it("say in a comment what each permission but reading the code is for, and name each job as checks do", () => {
        for (const file of files) {
            const granted = workflowText(file).match(/^ +[\w-]+: (read|write)\b.*$/gm) ?? [];
            for (const line of granted) assert.match(line, /contents: read$| # \w/, file);
            for (const [id, { name }] of Object.entries(readWorkflow(file).jobs)) assert.equal(name, id, file);
        }
    });

    it("pin every action by its commit, with its version in a comment", () => {
        const used = files.flatMap((file) => workflowText(file).match(/^.*\buses:.*$/gm) ?? []);
        assert.equal(used.length, jobs.flatMap(({ steps }) => steps.filter((step) => step.uses)).length);
        for (const line of used) assert.match(line, /uses: [\w.-]+\/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
        assert.ok(used.length > 10);
    });

    it("use one version of each action, and the SDK's version of the Pulumi CLI", () => {
        const versions = new Map<string, Set<string>>();
        for (const { uses } of jobs.flatMap(({ steps }) => steps)) {
            const [action, commit] = uses?.split("@") ?? [];
            if (action) versions.set(action, (versions.get(action) ?? new Set()).add(commit!));
        }
        for (const [action, commits] of versions) assert.equal(commits.size, 1, action);
        const cli = jobs.flatMap(({ steps }) => steps.flatMap((step) => step.with?.["pulumi-version"] ?? []));
        const { devDependencies } = JSON.parse(fs.readFileSync(`${root}/package.json`, "utf8"));
        assert.deepEqual(cli, Array<string>(3).fill(devDependencies["@pulumi/pulumi"]));
    });

    it("use no expression in a script, so that no one else's text becomes part of it", () => {
        const scripts = jobs.flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
        assert.ok(scripts.length > 5);
        for (const script of scripts) assert.doesNotMatch(script, /\$\{\{/);
    });

    it("keep no repository token in a checkout", () => {
        const checkouts = jobs.flatMap(({ steps }) =>
            steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"))
        );
        assert.equal(checkouts.length, 7);
        for (const checkout of checkouts) assert.equal(checkout.with?.["persist-credentials"], false);
    });

    it("pass Pulumi's token only to the step that previews or deploys, and no secret to any other step", () => {
        const text = files.map(workflowText).join("");
        assert.equal(text.match(/\bsecrets\./g)?.length, 2);
        const given = jobs.flatMap(({ name, steps }) =>
            steps.filter(({ env }) => JSON.stringify(env ?? {}).includes("secrets.")).map((step) => [name, step.name])
        );
        assert.deepEqual(given, [["deploy.yml up", "Preview, then up"], ["pull-request.yml preview", "Preview"]]);
    });

    it("install packages before credentials are available", () => {
        for (const name of ["deploy.yml up", "pull-request.yml preview"]) {
            const steps = jobNamed(name).steps.map(({ uses, run }) => uses?.split("@")[0] ?? run);
            const credentials = steps.indexOf("aws-actions/configure-aws-credentials");
            assert.ok(steps.indexOf("npm ci") >= 0 && steps.indexOf("npm ci") < credentials, name);
        }
    });

    it("preview and comment on pull requests from the repository's branches only, never from forks", () => {
        const own = "github.event.pull_request.head.repo.full_name == github.repository";
        assert.equal(jobNamed("pull-request.yml preview").if, `${own} && vars.PREVIEW_ROLE_ARN != ''`);
        assert.equal(jobNamed("pull-request.yml comment").if, `\${{ !cancelled() && ${own} }}`);
        assert.deepEqual(jobNamed("pull-request.yml comment").needs, ["stacks", "plan", "preview"]);
    });

    it("run no code of a pull request in the job with write permissions", () => {
        const uses = jobNamed("pull-request.yml comment").steps.map((step) => step.uses?.split("@")[0]);
        assert.deepEqual(uses, ["actions/download-artifact", undefined]);
    });

    it("deploy each stack in the environment of its name, one after the other, one update at a time", () => {
        const up = jobNamed("deploy.yml up");
        assert.equal(jobNamed("deploy.yml stacks").if, "vars.DEPLOY == 'true'");
        assert.match(up.if!, /vars\.DEPLOY == 'true'/);
        assert.equal(up.environment, "${{ matrix.stack }}");
        assert.equal(up.strategy?.["max-parallel"], 1);
        assert.deepEqual(up.concurrency, { group: "up-${{ matrix.stack }}" });
    });

    it("test every supported version of Node.js, with lint, dependency rules and the examples", () => {
        const { strategy, steps } = jobNamed("pull-request.yml test");
        assert.deepEqual(strategy?.matrix.node, [20, 22, 24]);
        assert.deepEqual(steps.flatMap(({ run }) => run ?? []), [
            "npm ci",
            "npm run lint",
            "npm test",
            "examples/test",
        ]);
    });

    it("publish only where a maintainer turned it on, with provenance, what another job packed twice", () => {
        const publish = readWorkflow("release.yml").jobs.publish as unknown as {
            if: string;
            environment: string;
            needs: string;
        };
        assert.deepEqual([publish.if, publish.environment, publish.needs], ["vars.NPM_PUBLISH != ''", "npm", "pack"]);
        // The job with the identity runs none of the repository's code.
        const { steps } = jobNamed("release.yml publish");
        assert.deepEqual(steps.flatMap(({ run }) => run ?? []), [
            "npm publish package/private-vpc.tgz --provenance --access public --ignore-scripts",
        ]);
        const { steps: packSteps } = jobNamed("release.yml pack");
        assert.ok(packSteps.some(({ run }) => run === "npm run test:upgrades"));
        assert.equal(packSteps[0]!.with?.["fetch-depth"], 0);
        const pack = packSteps.find(({ name }) => name?.startsWith("Pack twice"))!.run!;
        assert.equal(pack.match(/tools\/pack /g)?.length, 2);
        assert.match(pack, /\ndiff -r "\$RUNNER_TEMP\/package" "\$RUNNER_TEMP\/again"\n/);
    });

    it("preview every stack that has a file, and deploy those that have an environment", () => {
        const include = (name: string) => jobNamed(name).strategy?.matrix.include;
        assert.equal(include("pull-request.yml preview"), "${{ fromJSON(needs.stacks.outputs.stacks) }}");
        assert.equal(include("deploy.yml up"), "${{ fromJSON(needs.stacks.outputs.deployable) }}");
        for (const file of ["deploy.yml", "pull-request.yml"]) {
            const script = readWorkflow(file).jobs.stacks!.steps.find(({ id }) => id === "stacks")?.run;
            assert.equal(script, "tools/stacks");
        }
    });
});

describe("the stacks of the workflows", () => {
    let runner: Runner;
    beforeEach(() => {
        runner = new Runner();
        fs.symlinkSync(path.join(root, "tools"), path.join(runner.work, "tools"));
        // dev and prod have an environment.
        runner.command(
            "gh",
            `case "$*" in *dev|*prod) ;; *broken) echo "HTTP 403" >&2; exit 1 ;; *) echo "gh: Not Found (HTTP 404)" >&2; exit 1 ;; esac`,
        );
    });
    afterEach(() => runner.remove());

    const write = (stack: string, text: string) =>
        fs.writeFileSync(path.join(runner.work, `Pulumi.${stack}.yaml`), text);
    const find = () =>
        runner.run("deploy.yml", "stacks", "Find the stacks and their environments", {
            GITHUB_REPOSITORY: "octocat/vpc",
        });

    it("are those of this project, each with its own Region", () => {
        const there = fs.readdirSync(root).flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? []).sort();
        for (const stack of there) write(stack, fs.readFileSync(path.join(root, `Pulumi.${stack}.yaml`), "utf8"));
        const { code, output, outputs } = find();
        assert.deepEqual([code, output], [0, ""]);
        const expected = there.map((stack) => ({ stack, region: readStack(root, stack).stack?.config["aws:region"] }));
        assert.ok(expected.length >= 2);
        assert.deepEqual(JSON.parse(outputs.stacks!), expected);
        assert.deepEqual(JSON.parse(outputs.deployable!), expected);
        assert.equal(outputs.missing, "");
    });

    it("include a new one without an edit, and report one without an environment without deploying it", () => {
        write("dev", "config:\n  aws:region: us-east-1 # Virginia\n");
        write("new", `config:\n  "aws:region": "eu-west-1"\n`);
        const { code, output, outputs } = find();
        assert.equal(code, 0);
        assert.deepEqual(JSON.parse(outputs.stacks!), [
            { stack: "dev", region: "us-east-1" },
            { stack: "new", region: "eu-west-1" },
        ]);
        assert.deepEqual(JSON.parse(outputs.deployable!), [{ stack: "dev", region: "us-east-1" }]);
        assert.equal(outputs.missing, "new");
        assert.match(output, /^::warning file=Pulumi\.new\.yaml::The stack new is not deployed/);
        const deploy = runner.run("deploy.yml", "stacks", "Fail for stacks without environment", { MISSING: "new" });
        assert.deepEqual([deploy.code, deploy.summary], [1, deploy.output]);
        assert.match(deploy.output, /^Not deployed, because the repository has no environment with the name: new\n$/);
        const review = runner.run("pull-request.yml", "stacks", "Report stacks without environment", {
            MISSING: "new",
        });
        assert.equal(review.code, 0);
        assert.match(review.summary, /^> \[!WARNING\]\n> The stack new has no environment/);
        assert.equal(fs.readFileSync(path.join(runner.temp, "stacks.md"), "utf8"), review.summary);
    });

    it("fail the workflow if one has no Region, an invalid name, or GitHub does not answer", () => {
        for (
            const [stack, text] of [["dev", "config: {}\n"], ["a b", "config:\n  aws:region: us-east-1\n"], [
                "broken",
                "config:\n  aws:region: us-east-1\n",
            ]] as const
        ) {
            write(stack, text);
            const { code, output, outputs } = find();
            assert.equal(code, 1, stack);
            assert.match(output, /^::error::/);
            assert.equal(outputs.deployable, "[]");
            fs.rmSync(path.join(runner.work, `Pulumi.${stack}.yaml`));
        }
    });
});
