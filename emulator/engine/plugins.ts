import { type Handler, oneAnswer, serve, type Served } from "./grpc";
import { languageHandlers } from "./languageHost/languageHostService";
import type { Language } from "./languageHost/languages";
import { type Account, providerHandlers } from "./provider/providerService";

const { LanguageRuntimeService } = require("@pulumi/pulumi/proto/language_grpc_pb") as {
    LanguageRuntimeService: unknown;
};
const { ResourceProviderService } = require("@pulumi/pulumi/proto/provider_grpc_pb") as {
    ResourceProviderService: unknown;
};

/** Plugins that the CLI would otherwise start as separate processes, served by this process. */
export interface Plugins {
    /** Environment variables through which the CLI finds them. */
    env: { [name: string]: string };
    close(): void;
}

/** Serves the provider of an emulated account to the CLI. */
export async function serveProvider(account: Account): Promise<Plugins> {
    const { port, close } = await serve(ResourceProviderService, providerHandlers(account));
    return { env: { PULUMI_DEBUG_PROVIDERS: `aws:${port}` }, close };
}

/** Serves language hosts to the CLI, instead of e.g. pulumi-language-nodejs. */
export async function serveLanguageHosts(names: Language[]): Promise<Plugins> {
    const hosts = await Promise.all(
        names.map(async (name) => ({ name, ...await serveLanguageHost(languageHandlers(name)) })),
    );
    return {
        env: hosts.length === 0
            ? {}
            : { PULUMI_DEBUG_LANGUAGES: hosts.map(({ name, port }) => `${name}:${port}`).join(",") },
        close: () => hosts.forEach(({ close }) => close()),
    };
}

async function serveLanguageHost(handlers: { [call: string]: Handler }): Promise<Served> {
    const { port, close } = await serve(LanguageRuntimeService, handlers);
    return {
        port,
        close: () => {
            // If the engine has exited, nothing else would end its program.
            handlers.cancel!(undefined, oneAnswer);
            close();
        },
    };
}
