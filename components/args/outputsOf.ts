import type * as pulumi from "@pulumi/pulumi";

/** A component's outputs. */
export type OutputsOf<T> = {
    [Key in keyof T as Key extends keyof pulumi.ComponentResource ? never : OutputKey<T, Key>]: T[Key];
};

type OutputKey<T, Key extends keyof T> = Exclude<T[Key], undefined> extends pulumi.Output<unknown> ? Key : never;
