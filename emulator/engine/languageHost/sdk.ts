import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

import type { GeneratePackageRequest, LinkRequest } from "@pulumi/pulumi/proto/language_pb";

import { codeGenerator } from "../goModules";
import type { Language } from "./languages";

const { GeneratePackageResponse, LinkResponse } = require(
    "@pulumi/pulumi/proto/language_pb",
) as typeof import("@pulumi/pulumi/proto/language_pb");

/** Generates an SDK with Pulumi's own code generation, for `pulumi package add` and `pulumi package gen-sdk`. */
export function generatePackage(language: Language, asked: GeneratePackageRequest) {
    const { status, stderr } = spawnSync(codeGenerator(), [language, asked.getDirectory()], {
        input: asked.getSchema(),
        encoding: "utf8",
    });
    if (status !== 0) throw new Error(stderr.trim());
    return new GeneratePackageResponse();
}

const links: { [name in Language]: (project: string, sdk: string) => void } = {
    nodejs: (project, sdk) => {
        const modules = path.join(project, "node_modules");
        fs.mkdirSync(modules, { recursive: true });
        fs.rmSync(path.join(modules, "private-vpc-sdk"), { force: true });
        fs.symlinkSync(path.join(project, sdk), path.join(modules, "private-vpc-sdk"));
    },
    python: (project, sdk) => {
        const file = path.join(project, "requirements.txt");
        const before = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
        if (!before.split("\n").includes(sdk)) fs.writeFileSync(file, `${before.trimEnd()}\n${sdk}\n`.trimStart());
    },
    go: (project, sdk) => {
        const [, module] = /^module (.*)$/m.exec(fs.readFileSync(path.join(project, sdk, "go.mod"), "utf8"))!;
        spawnSync("go", ["mod", "edit", "-replace", `${module}=./${sdk}`], { cwd: project });
    },
};

/** Adds generated SDKs to a project, as the language's host does. */
export function link(language: Language, asked: LinkRequest) {
    const project = asked.getInfo()!.getProgramDirectory();
    for (const one of asked.getPackagesList()) links[language](project, one.getPath());
    return new LinkResponse().setImportInstructions("The SDK is in sdks/.");
}
