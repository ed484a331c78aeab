import * as pulumi from "@pulumi/pulumi";
import type { RunRequest } from "@pulumi/pulumi/proto/language_pb";

import { PrivateVpc, readSettings } from "../../components";
import { serve } from "../../emulator/engine/grpc";
import { languageHandlers } from "../../emulator/engine/languageHost/languageHostService";
import { freshProgram } from "../run";
import { type Offering, offeringProgram } from "./offeringProgram";

const { LanguageRuntimeService } = require("@pulumi/pulumi/proto/language_grpc_pb") as {
    LanguageRuntimeService: unknown;
};
// The SDK's language server for inline programs, which its Automation API uses. It is missing from the type declarations.
const { LanguageServer } = require("@pulumi/pulumi/automation/server") as {
    LanguageServer: new(program: () => Promise<unknown>) => {
        run(call: { request: RunRequest }, done: (error: Error | undefined, response: unknown) => void): void;
    };
};

/** The root's program; one that offers an endpoint service; or one whose component has a name from the config, and had others. */
async function ownProgram(): Promise<unknown> {
    const offering = new pulumi.Config("private-vpc").getObject<Offering>("offering");
    if (offering) return offeringProgram(offering);
    const names = new pulumi.Config("lifecycle").getObject<string[]>("names");
    if (!names) return freshProgram();
    const { args, options } = readSettings();
    const [name, ...formers] = names;
    return {
        vpc: new PrivateVpc(name!, args, { ...options, aliases: formers.map((former) => ({ name: former })) }).vpcId,
    };
}

const program = new LanguageServer(ownProgram);
const run = (request: RunRequest) =>
    new Promise((resolve, reject) =>
        program.run({ request }, (error, response) => error ? reject(error) : resolve(response))
    );

process.on("disconnect", () => process.exit());
void serve(LanguageRuntimeService, { ...languageHandlers(), run }).then(({ port }) => process.send!(port));
