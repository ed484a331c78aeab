import { createRequire } from "node:module";

// The SDK's own copies: messages of another copy are not instances of the classes it knows.
const ofSdk = createRequire(require.resolve("@pulumi/pulumi"));
const grpc = ofSdk("@grpc/grpc-js") as typeof import("@grpc/grpc-js");
export const { Struct } = ofSdk(
    "google-protobuf/google/protobuf/struct_pb.js",
) as typeof import("google-protobuf/google/protobuf/struct_pb");
export const { Empty } = ofSdk(
    "google-protobuf/google/protobuf/empty_pb.js",
) as typeof import("google-protobuf/google/protobuf/empty_pb");

/** Answers one kind of request. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each request has a class of its own
export type Handler = (request: any) => unknown;

/** A gRPC service that the CLI may call. */
export interface Served {
    /** The port of 127.0.0.1 it listens on. */
    port: number;
    /** Ends it, and what it is answering. */
    close(): void;
}

/** The SDK's description of a service: its calls by name. */
type Service = import("@grpc/grpc-js").ServiceDefinition;

// A stack's state, or a plan, can be larger than the 4 MB that gRPC takes by default; the CLI itself takes 400.
const largest = 400 * 1024 * 1024;

/** Serves a gRPC service; calls without a handler are answered as not implemented, which the CLI takes for a no. */
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
