import type { RunRequest } from "@pulumi/pulumi/proto/language_pb";

import { type Served, serve } from "../../offline/engine/grpc";
import { languageHandlers } from "../../offline/engine/languageHost/service";
import { type Account, providerHandlers } from "../../offline/engine/provider/service";
import type { Workspace } from "../../offline/engine/workspace";
import { freshProgram } from "../run";

const { LanguageRuntimeService } = require("@pulumi/pulumi/proto/language_grpc_pb") as { LanguageRuntimeService: unknown };
const { ResourceProviderService } = require("@pulumi/pulumi/proto/provider_grpc_pb") as { ResourceProviderService: unknown };
// The SDK's own host of programs that run within another one, which its Automation API uses; left out of its declarations.
const { LanguageServer } = require("@pulumi/pulumi/automation/server") as {
    LanguageServer: new(program: () => Promise<unknown>) => {
        run(call: { request: RunRequest }, done: (error: Error | undefined, response: unknown) => void): void;
    };
};

/**
 * Lets the CLI find the provider and the program in this process, which spares it starting three processes a command, and
 * lets a test stand between the engine and AWS.
 */
export async function serveInProcess(workspace: Workspace, account: Account): Promise<{ close(): void }> {
    const provider = await serve(ResourceProviderService, providerHandlers(account));
    const program = new LanguageServer(async () => freshProgram());
    const run = (request: RunRequest) =>
        new Promise((resolve, reject) =>
            program.run({ request }, (error, response) => error ? reject(error) : resolve(response))
        );
    const host: Served = await serve(LanguageRuntimeService, { ...languageHandlers(""), run });
    workspace.env.PULUMI_DEBUG_PROVIDERS = `aws:${provider.port}`;
    workspace.env.PULUMI_DEBUG_LANGUAGES = `nodejs:${host.port}`;
    return {
        close: () => {
            provider.close();
            host.close();
        },
    };
}
