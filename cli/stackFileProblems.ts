import { isMap } from "../components/plan/isMap";
import type { Problem } from "../components/plan/problem";
import { suggest } from "../components/plan/suggest";

/** The keys of a stack's file: https://www.pulumi.com/docs/iac/concepts/projects/stack-settings-file/ */
const stackKeys = ["config", "environment", "secretsprovider", "encryptedkey", "encryptionsalt"];

/** Content of a stack's file where Pulumi would not look for it. */
export function misplaced(file: string, value: unknown): Problem[] {
    if (value === undefined) return [];
    const problem = (message: string, hint: string, where = ""): Problem => ({
        code: "stack.misplaced",
        path: file + where,
        message,
        hint,
    });
    const form = `write "config:", and below it the keys, indented: private-vpc:cidrBlock: 10.0.0.0/16`;
    if (!isMap(value)) {
        return [problem(`the file is ${Array.isArray(value) ? "a list" : "a single value"}, not a map`, form)];
    }
    const { config } = value;
    if (config !== undefined && config !== null && !isMap(config)) {
        const what = Array.isArray(config) ? "a list" : "a single value";
        return [
            problem(
                `it is ${what}, not a map of keys and values`,
                "write each setting as a key: private-vpc:cidrBlock: 10.0.0.0/16",
                ": config",
            ),
        ];
    }
    return [
        ...Object.keys(value).filter((key) => key.includes(":")).map((key) =>
            problem(
                "the key is at the top level of the file, where Pulumi does not read it",
                `indent it below "config:"`,
                `: ${key}`,
            )
        ),
        ...Object.keys(value).filter((key) => !key.includes(":") && !stackKeys.includes(key)).map((key) =>
            problem("it is not a key of a stack's file", suggest(key, stackKeys, "its keys"), `: ${key}`)
        ),
        ...keysWithoutNamespace(file, config ?? {}),
    ];
}

function keysWithoutNamespace(file: string, config: object): Problem[] {
    return Object.keys(config).filter((key) => !key.includes(":")).map((key) => ({
        code: "stack.no-namespace",
        path: `${file}: ${key}`,
        message: "the key has no namespace",
        hint: `write private-vpc:${key}`,
    }));
}
