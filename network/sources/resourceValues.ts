import { isMap } from "../../components/plan/isMap";

/** What Pulumi writes instead of a value that is not known before a deployment. */
export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A property, or something in it, e.g. `["ingress", 0, "cidrBlocks"]`. */
export type Path = readonly [property: string, ...inside: (string | number)[]];

/** The paths of the properties of an item that is at a path, or of a resource itself. */
export function inside([first, ...rest]: Path | readonly []): (property: string) => Path {
    return (property) => (first === undefined ? [property] : [first, ...rest, property]);
}

/** Whether a property is not set. */
export function isUnset(value: unknown): boolean {
    return value === undefined || value === null || value === "";
}

/** What properties have at a path; `unknownValue` if it is in something that is not known yet, or in a secret. */
export function valueAt(properties: { [name: string]: unknown }, path: Path): unknown {
    let value: unknown = properties;
    for (const step of path) {
        if (value === unknownValue) return value;
        if (isSecret(value)) value = revealed(value);
        if (Array.isArray(value)) value = value[step as number];
        else if (isMap(value)) value = value[step];
        else return value === unknownValue ? value : undefined;
    }
    return isSecret(value) ? revealed(value) : value;
}

/** https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/sig/sig.go */
const secret = "4dabf18193072939515e22adb298388d";

function isSecret(value: unknown): value is { plaintext?: unknown } {
    return isMap(value) && secret in value;
}

/** The value of a secret that was exported with `--show-secrets`; otherwise it is not known. */
function revealed({ plaintext }: { plaintext?: unknown }): unknown {
    try {
        return typeof plaintext === "string" ? JSON.parse(plaintext) as unknown : unknownValue;
    } catch {
        return unknownValue;
    }
}
