import { createRequire } from "node:module";

// Use the SDK's own copies: messages from another copy are not instances of its classes.
const ofSdk = createRequire(require.resolve("@pulumi/pulumi"));
const grpc = ofSdk("@grpc/grpc-js") as typeof import("@grpc/grpc-js");
export const { Struct } = ofSdk(
    "google-protobuf/google/protobuf/struct_pb.js",
) as typeof import("google-protobuf/google/protobuf/struct_pb");
export const { Empty } = ofSdk(
    "google-protobuf/google/protobuf/empty_pb.js",
) as typeof import("google-protobuf/google/protobuf/empty_pb");

/** Handles one kind of request. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each request has a class of its own
export type Handler = (request: any) => unknown;

/** A gRPC service that the CLI can call. */
export interface Served {
    /** The port on 127.0.0.1. */
    port: number;
    /** Stops the service and aborts requests in progress. */
    close(): void;
}

/** The SDK's definition of a service: its methods by name. */
type Service = import("@grpc/grpc-js").ServiceDefinition;

// A stack's state or a plan can exceed gRPC's default limit of 4 MB. The CLI's own limit is 400 MB.
const largest = 400 * 1024 * 1024;

/** Serves a gRPC service. Methods without a handler return UNIMPLEMENTED, which the CLI treats as not supported. */
export function serve(service: unknown, handlers: { [call: string]: Handler }): Promise<Served> {
    const server = new grpc.Server({ "grpc.max_receive_message_length": largest });
    const answers = Object.entries(service as Service).filter(([, call]) => !call.responseStream);
    server.addService(
        service as Service,
        Object.fromEntries(answers.map(([name]) => [name, answer(name, handlers[name])])),
    );
    return new Promise((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
            if (error) reject(error);
            else resolve({ port, close: () => server.forceShutdown() });
        });
    });
}

type Call = import("@grpc/grpc-js").ServerUnaryCall<unknown, unknown>;
type Done = import("@grpc/grpc-js").sendUnaryData<unknown>;

function answer(name: string, handler?: Handler) {
    if (!handler) {
        return (_: Call, done: Done) =>
            done({ code: grpc.status.UNIMPLEMENTED, message: `${name} is not implemented` });
    }
    return (call: Call, done: Done) =>
        void Promise.resolve(call.request).then(handler).then(
            (response) => done(null, response),
            (error: Error & { details?: string }) =>
                done({ code: grpc.status.UNKNOWN, message: error.details ?? error.message }),
        );
}
