import { serve } from "../grpc";
import { accountIn } from "./account";
import { providerHandlers } from "./service";

const { ResourceProviderService } = require("@pulumi/pulumi/proto/provider_grpc_pb") as {
    ResourceProviderService: unknown;
};

// The CLI starts a provider as a process and reads its port; what is in the account stands in the folder named here.
void serve(ResourceProviderService, providerHandlers(accountIn(process.env.EMULATED_AWS!)))
    .then(({ port }) => console.log(port));
