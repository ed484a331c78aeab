import { type Handler, serve } from "./grpc";
import { languageHandlers } from "./languageHost/languageHostService";
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

/** Serves a language host for Node programs to the CLI, instead of pulumi-language-nodejs. */
export async function serveLanguageHost(handlers: { [call: string]: Handler } = languageHandlers()): Promise<Plugins> {
    const { port, close } = await serve(LanguageRuntimeService, handlers);
    const env = { PULUMI_DEBUG_LANGUAGES: `nodejs:${port}` };
    return {
        env,
        close: () => {
            // If the engine has exited, nothing else would end its program.
            handlers.cancel?.(undefined);
            close();
        },
    };
}
