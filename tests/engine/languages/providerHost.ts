import { type ChildProcess, spawn } from "node:child_process";
import { tmpdir } from "node:os";

import { serve, type Served } from "../../../emulator/engine/grpc";

const ofSdk = (name: string) => require(require.resolve(name, { paths: [require.resolve("@pulumi/pulumi")] }));
const { Struct } = ofSdk("google-protobuf/google/protobuf/struct_pb.js");
const { Empty } = ofSdk("google-protobuf/google/protobuf/empty_pb.js");
const grpc = ofSdk("@grpc/grpc-js");
const resource = require("@pulumi/pulumi/proto/resource_pb");
const provider = require("@pulumi/pulumi/proto/provider_pb");
const { ResourceMonitorService } = require("@pulumi/pulumi/proto/resource_grpc_pb");
const { EngineService } = require("@pulumi/pulumi/proto/engine_grpc_pb");
const { ResourceProviderClient } = require("@pulumi/pulumi/proto/provider_grpc_pb");

interface Registration {
    getType(): string;
    getName(): string;
    getCustom(): boolean;
    getObject(): unknown;
}

const answers: { [token: string]: object } = {
    "aws:index/getCallerIdentity:getCallerIdentity": { accountId: "123456789012" },
    "aws:index/getRegion:getRegion": { region: "us-east-1" },
};

const monitor = {
    supportsFeature: () => new resource.SupportsFeatureResponse().setHassupport(true),
    invoke: (request: { getTok(): string }) =>
        new provider.InvokeResponse().setReturn(Struct.fromJavaScript(answers[request.getTok()] ?? {})),
    registerResource: (request: Registration) =>
        new resource.RegisterResourceResponse()
            .setUrn(`urn:pulumi:dev::benchmark::${request.getType()}::${request.getName()}`)
            .setId(request.getCustom() ? `${request.getName()}-id` : "")
            .setObject(request.getObject()),
    registerResourceOutputs: () => new Empty(),
};

/** An engine that answers at once, and a run of a program for each resource monitor. */
export class InstantEngine {
    private constructor(private readonly engine: Served) {}

    static async start(): Promise<InstantEngine> {
        return new InstantEngine(await serve(EngineService, { log: () => new Empty() }));
    }

    get address(): string {
        return `127.0.0.1:${this.engine.port}`;
    }

    /** The resource monitor of a run of a program. */
    runProgram(): Promise<Served> {
        return serve(ResourceMonitorService, monitor);
    }

    close(): void {
        this.engine.close();
    }
}

/** A provider's process, started as Pulumi's Node.js language host does. */
export class ProviderHost {
    private constructor(readonly process: ChildProcess, private readonly client: Client) {}

    static async start(folder: string, engine: string): Promise<ProviderHost> {
        const runner = require.resolve("@pulumi/pulumi/cmd/run-plugin", { paths: [folder] });
        const child = spawn(process.execPath, [runner, folder, engine], {
            cwd: tmpdir(),
            env: { ...process.env, PULUMI_NODEJS_TYPESCRIPT: "true" },
            stdio: ["ignore", "pipe", "inherit"],
        });
        const port = await new Promise<string>((resolve) =>
            child.stdout.once("data", (data: Buffer) => resolve(data.toString().trim()))
        );
        return new ProviderHost(
            child,
            new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure()) as Client,
        );
    }

    /** Constructs a component for the run of a program. */
    async construct(program: Served, component: string, name: string, inputs: object): Promise<void> {
        const request = new provider.ConstructRequest();
        request.setProject("benchmark").setStack("dev").setOrganization("organization").setParallel(16);
        request.setMonitorendpoint(`127.0.0.1:${program.port}`).setType(`private-vpc:index:${component}`).setName(name);
        request.setInputs(Struct.fromJavaScript(inputs));
        await new Promise<void>((resolve, reject) =>
            this.client.construct(request, (error) => (error ? reject(error) : resolve()))
        );
    }

    close(): void {
        this.client.close();
        this.process.kill("SIGKILL");
    }
}

interface Client {
    construct(request: unknown, done: (error: Error | null) => void): void;
    close(): void;
}
