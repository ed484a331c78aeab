// Serves as much of Pulumi's engine as a program needs to register its resources, and runs the program in the real
// program runner as the Node.js language host starts it. Prints the milliseconds it took; exits with the program's code.
const { spawn } = require("node:child_process");
const path = require("node:path");

const folder = path.resolve(process.argv[2]);
const config = JSON.parse(process.argv[3] ?? "{}");
const own = (name) => require(require.resolve(name, { paths: [folder, process.cwd()] }));
const grpc = own("@grpc/grpc-js");
const { Empty } = own("google-protobuf/google/protobuf/empty_pb.js");
const { Struct } = own("google-protobuf/google/protobuf/struct_pb.js");
const resource = own("@pulumi/pulumi/proto/resource_pb");
const provider = own("@pulumi/pulumi/proto/provider_pb");
const engine = own("@pulumi/pulumi/proto/engine_pb");
const { ResourceMonitorService } = own("@pulumi/pulumi/proto/resource_grpc_pb");
const { EngineService } = own("@pulumi/pulumi/proto/engine_grpc_pb");

const answers = {
    "aws:index/getCallerIdentity:getCallerIdentity": { accountId: "123456789012" },
    "aws:index/getRegion:getRegion": { region: config["aws:region"] },
};
const monitor = {
    supportsFeature: (request) => {
        const response = new resource.SupportsFeatureResponse();
        // Without output values, inputs arrive as plain values, and can be handed back as they are.
        response.setHassupport(request.getId() !== "outputValues");
        return response;
    },
    invoke: (request) => {
        const response = new provider.InvokeResponse();
        response.setReturn(Struct.fromJavaScript(answers[request.getTok()] ?? {}));
        return response;
    },
    registerResource: (request) => {
        const response = new resource.RegisterResourceResponse();
        response.setUrn(`urn:pulumi:dev::benchmark::${request.getType()}::${request.getName()}`);
        response.setId(request.getCustom() ? `${request.getName()}-id` : "");
        response.setObject(request.getObject());
        return response;
    },
    registerResourceOutputs: () => new Empty(),
    signalAndWaitForShutdown: () => new Empty(),
};
let root = "";
const host = {
    getRootResource: () => {
        const response = new engine.GetRootResourceResponse();
        response.setUrn(root);
        return response;
    },
    setRootResource: (request) => {
        root = request.getUrn();
        return new engine.SetRootResourceResponse();
    },
    log: () => new Empty(),
};

/** A service whose methods answer at once; one that is not served says so. */
function served(definition, methods) {
    return Object.fromEntries(Object.keys(definition).map((name) => [name, (call, done) => {
        if (methods[name]) done(null, methods[name](call.request));
        else done({ code: grpc.status.UNIMPLEMENTED, message: name });
    }]));
}

const server = new grpc.Server();
server.addService(ResourceMonitorService, served(ResourceMonitorService, monitor));
server.addService(EngineService, served(EngineService, host));
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
    if (error) throw error;
    const address = `127.0.0.1:${port}`;
    const runner = require.resolve("@pulumi/pulumi/cmd/run", { paths: [folder, process.cwd()] });
    const places = ["--monitor", address, "--engine", address, "--root-directory", folder, "--pwd", folder];
    const names = ["--organization", "organization", "--project", "private-vpc", "--stack", "dev", "--parallel", "16"];
    const settings = Object.entries(config).map(([key, value]) => [key.replace(":", ":config:"), value]);
    const env = {
        ...process.env,
        PULUMI_NODEJS_TYPESCRIPT: "true",
        PULUMI_CONFIG: JSON.stringify(Object.fromEntries(settings)),
        PULUMI_CONFIG_SECRET_KEYS: "[]",
    };
    const started = process.hrtime.bigint();
    const time = ["-f", "%M", "-o", process.env.PEAK_FILE ?? "/dev/null", process.execPath];
    const child = spawn("/usr/bin/time", [...time, runner, ...places, ...names, "index.ts"], { env, stdio: ["ignore", "ignore", "inherit"] });
    child.on("close", (code) => {
        process.stdout.write(`${Number(process.hrtime.bigint() - started) / 1e6}\n`);
        server.forceShutdown();
        process.exitCode = code ?? 1;
    });
});
