import { serve } from "../grpc";
import { languageHandlers } from "./service";

const { LanguageRuntimeService } = require("@pulumi/pulumi/proto/language_grpc_pb") as {
    LanguageRuntimeService: unknown;
};

// The CLI starts a language host with its own address as the last argument, and reads the host's port.
void serve(LanguageRuntimeService, languageHandlers(process.argv.at(-1)!)).then(({ port }) => console.log(port));
