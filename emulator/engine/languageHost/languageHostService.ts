import type { ChildProcess } from "node:child_process";

import type * as messages from "@pulumi/pulumi/proto/language_pb";

import { Empty, type Handler } from "../grpc";
import type { Language } from "./languages";
import { runPlugin } from "./plugin";
import { runProgram } from "./program";
import { generatePackage, link } from "./sdk";

const language = require("@pulumi/pulumi/proto/language_pb") as typeof messages;
const { PluginInfo } = require("@pulumi/pulumi/proto/plugin_pb") as typeof import("@pulumi/pulumi/proto/plugin_pb");
const { version } = require("@pulumi/pulumi/package.json") as { version: string };

/**
 * The handlers of a language host, e.g. for Node programs instead of pulumi-language-nodejs. They cover preview, up, refresh,
 * destroy and `package add`; and providers in Node.js.
 */
export function languageHandlers(name: Language = "nodejs"): { [call: string]: Handler } {
    let engine = "";
    const running = new Set<ChildProcess>();
    return {
        handshake: (asked: messages.LanguageHandshakeRequest) => {
            engine = asked.getEngineAddress();
            return new language.LanguageHandshakeResponse();
        },
        getPluginInfo: () => new PluginInfo().setVersion(version),
        getRequiredPackages: () => new language.GetRequiredPackagesResponse(),
        getRequiredPlugins: () => new language.GetRequiredPluginsResponse(),
        getProgramDependencies: () => new language.GetProgramDependenciesResponse(),
        runtimeOptionsPrompts: () => new language.RuntimeOptionsResponse(),
        run: async (asked: messages.RunRequest) => {
            const { reported, error = "" } = await runProgram(name, asked, engine, (child) => {
                running.add(child);
                child.on("close", () => running.delete(child));
            });
            return new language.RunResponse().setBail(reported).setError(error);
        },
        runPlugin,
        installDependencies: () => undefined,
        generatePackage: (asked: messages.GeneratePackageRequest) => generatePackage(name, asked),
        link: (asked: messages.LinkRequest) => link(name, asked),
        cancel: () => {
            for (const child of running) child.kill("SIGINT");
            return new Empty();
        },
    };
}
