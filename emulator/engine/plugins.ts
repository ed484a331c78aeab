import { type Handler, serve } from "./grpc";
import { languageHandlers } from "./languageHost/languageHostService";
import { type Account, providerHandlers } from "./provider/providerService";

const { LanguageRuntimeService } = require("@pulumi/pulumi/proto/language_grpc_pb") as {
    LanguageRuntimeService: unknown;
};
const { ResourceProviderService } = require("@pulumi/pulumi/proto/provider_grpc_pb") as {
    ResourceProviderService: unknown;
};

/** What the CLI otherwise starts as processes of their own, served by this one. */
export interface Plugins {
    /** Variables by which the CLI finds them. */
    env: { [name: string]: string };
    close(): void;
}

/** Serves the provider of an emulated account to the CLI. */
export async function serveProvider(account: Account): Promise<Plugins> {
    const { port, close } = await serve(ResourceProviderService, providerHandlers(account));
    return { env: { PULUMI_DEBUG_PROVIDERS: `aws:${port}` }, close };
}

/** Serves a host of Node programs to the CLI, in place of pulumi-language-nodejs. */
export async function serveLanguageHost(handlers: { [call: string]: Handler } = languageHandlers()): Promise<Plugins> {
    const { port, close } = await serve(LanguageRuntimeService, handlers);
    const env = { PULUMI_DEBUG_LANGUAGES: `nodejs:${port}` };
    return {
        env,
        close: () => {
            // A program whose engine is gone has nobody to end it.
            handlers.cancel?.(undefined);
            close();
        },
    };
}
