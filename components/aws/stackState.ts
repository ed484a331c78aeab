import { createRequire } from "node:module";

import * as pulumi from "@pulumi/pulumi";

import type { EndpointInState } from "../plan/network/subnetRoom";
import { partsOf } from "../plan/urns";

// The SDK's copies: messages from another copy of these modules are not instances of the classes that the SDK expects.
const ofSdk = createRequire(require.resolve("@pulumi/pulumi"));

/** The resources in the stack's state, by URN. */
export interface StackState {
    [urn: string]: { type?: string; outputs?: { id?: unknown; arn?: unknown; subnetIds?: unknown; vpcId?: unknown } };
}

/** The engine's invoke that returns the outputs of every resource in a stack's state. */
export const readStateToken = "pulumi:pulumi:readStackResourceOutputs";

/**
 * The stack's own state; `undefined` if it cannot be read, e.g. with mocks.
 *
 * The engine has supported this invoke since 1.0 but does not document it, so callers must work without a result. It is
 * called over gRPC, because `pulumi.runtime.invoke` would create a resource for each one that an output refers to.
 *
 * Source: https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/builtins.go
 */
export async function readStackState(): Promise<StackState | undefined> {
    try {
        const { ResourceInvokeRequest } = ofSdk(
            "./proto/resource_pb",
        ) as typeof import("@pulumi/pulumi/proto/resource_pb");
        const { Struct } = ofSdk("google-protobuf/google/protobuf/struct_pb.js") as {
            Struct: { fromJavaScript(value: object): never };
        };
        const stackName = [pulumi.getOrganization(), pulumi.getProject(), pulumi.getStack()].join("/");
        const request = new ResourceInvokeRequest().setTok(readStateToken).setArgs(Struct.fromJavaScript({ stackName }))
            .setAcceptresources(false);
        const answer = await new Promise<Answer>((resolve, reject) => {
            const monitor = pulumi.runtime.getMonitor() as unknown as Monitor;
            monitor.invoke(request, (error, response) => (error ? reject(error) : resolve(response)));
        });
        return answer.getReturn()?.toJavaScript().outputs;
    } catch {
        return undefined;
    }
}

const endpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";

/** The endpoints in a stack's state, with the subnets that they are in. */
export function endpointsInState(state: StackState): EndpointInState[] {
    return Object.entries(state).flatMap(([urn, { type, outputs }]) => {
        const { subnetIds } = outputs ?? {};
        if (type !== endpointType || !Array.isArray(subnetIds)) return [];
        return [{ name: partsOf(urn).name, subnetIds: subnetIds as string[] }];
    });
}

/** The subnets with endpoints in a stack's state. */
export function subnetsInState(state: StackState): Set<string> {
    return new Set(endpointsInState(state).flatMap(({ subnetIds }) => subnetIds));
}

/** The part of the SDK's monitor used here, which the SDK's type declarations lack. */
interface Monitor {
    invoke(request: unknown, done: (error: Error | null, response: Answer) => void): void;
}

interface Answer {
    getReturn(): { toJavaScript(): { outputs?: StackState } } | undefined;
}
