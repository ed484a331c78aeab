import * as pulumi from "@pulumi/pulumi";

import type { Problem } from "./plan/problem";
import type { PrivateVpcArgs } from "./privateVpcArgs";
import { type Key, namespace } from "./settingsShape";

/** Stands for a value that is encrypted in the stack's file, where the program runs without the stack's key. */
export const encrypted = "[encrypted]";
/** What only fills in a resource and decides nothing may stay encrypted. */
const mayBeEncrypted = /^(tags\.|flowLogs\.bucketArn$|endpoint(s|Services)\.[^ ]+\.securityGroupIds)/;

/** The problems of encrypted values in a key that decide what is made. */
export function notWithoutKey(key: Key, value: unknown): Problem[] {
    const message = "is encrypted, and what is made depends on it, so it cannot be planned without the stack's key";
    const hint = "set it in plain text (it is no secret in AWS), or use pulumi preview";
    return encryptedPaths(value, key)
        .filter((place) => !mayBeEncrypted.test(place))
        .map((path) => ({ path, message, hint }));
}

function encryptedPaths(value: unknown, place: string): string[] {
    if (value === encrypted) return [place];
    if (Array.isArray(value)) return value.flatMap((item, index) => encryptedPaths(item, `${place}[${index}]`));
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, item]) => encryptedPaths(item, `${place}.${key}`));
}

// In every release of the SDK, and left out of its type declarations.
const { isConfigSecret } = pulumi.runtime as unknown as { isConfigSecret(key: string): boolean };

/** What the stack's config keeps secret stays secret in its state. What decides what is made cannot, and has no need to. */
export function withSecrets(args: PrivateVpcArgs): PrivateVpcArgs {
    const kept = <T>(key: Key, value: T) => (isConfigSecret(namespace + key) ? pulumi.secret(value) as T : value);
    const groups = <Wish extends Groups>(key: Key, wishes: { [name: string]: Wish } | undefined) => {
        const secret = ({ securityGroupIds, ...wish }: Wish) => ({
            ...wish,
            ...(securityGroupIds && { securityGroupIds: securityGroupIds.map((id) => kept(key, id)) }),
        });
        const entries = Object.entries(wishes ?? {}).map(([name, wish]) => [name, secret(wish)]);
        return wishes && { [key]: Object.fromEntries(entries) as unknown };
    };
    const { bucketArn, permissionsBoundary } = args.flowLogs ?? {};
    return {
        ...args,
        ...(args.tags && { tags: kept("tags", args.tags) }),
        ...(args.flowLogs && {
            flowLogs: {
                ...args.flowLogs,
                ...(bucketArn && { bucketArn: kept("flowLogs", bucketArn) }),
                ...(permissionsBoundary && { permissionsBoundary: kept("flowLogs", permissionsBoundary) }),
            },
        }),
        ...groups("endpoints", args.endpoints),
        ...groups("endpointServices", args.endpointServices),
    };
}

interface Groups {
    securityGroupIds?: pulumi.Input<string>[];
}
