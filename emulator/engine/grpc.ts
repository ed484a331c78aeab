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
export type Handler = (request: any, answers: Answers) => unknown;

/** The answers to a request that has many. The handler's promise ends them. */
export interface Answers {
    send(answer: unknown): void;
    /** Aborted when the CLI no longer waits. */
    signal: AbortSignal;
}

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
    const methods = Object.entries(service as Service).map(([name, { responseStream }]) =>
        responseStream ? [name, answerMany(name, handlers[name])] : [name, answer(name, handlers[name])]
    );
    server.addService(
        service as Service,
        Object.fromEntries(methods) as import("@grpc/grpc-js").UntypedServiceImplementation,
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

/** For a request with one answer, which the handler returns. */
export const oneAnswer: Answers = { send: () => undefined, signal: new AbortController().signal };

function answer(name: string, handler?: Handler) {
    if (!handler) {
        return (_: Call, done: Done) =>
            done({ code: grpc.status.UNIMPLEMENTED, message: `${name} is not implemented` });
    }
    return (call: Call, done: Done) =>
        void Promise.resolve(call.request).then((request) => handler(request, oneAnswer)).then(
            (response) => done(null, response),
            (error: Error & { details?: string }) =>
                done({ code: grpc.status.UNKNOWN, message: error.details ?? error.message }),
        );
}

function answerMany(name: string, handler?: Handler) {
    return (call: import("@grpc/grpc-js").ServerWritableStream<unknown, unknown>) => {
        const aborted = new AbortController();
        call.on("cancelled", () => aborted.abort());
        const fail = (code: number, message: string) => call.emit("error", { code, message });
        if (!handler) return void fail(grpc.status.UNIMPLEMENTED, `${name} is not implemented`);
        const answers = { send: (answer: unknown) => void call.write(answer), signal: aborted.signal };
        void Promise.resolve(call.request).then((request) => handler(request, answers)).then(
            () => call.end(),
            (error: Error) => void fail(grpc.status.UNKNOWN, error.message),
        );
    };
}
