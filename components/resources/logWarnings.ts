import * as pulumi from "@pulumi/pulumi";

import { type Warning, withCode } from "../plan/problem";

/** Logs warnings on a resource, each with its code. */
export function logWarnings(warnings: Warning[], resource: pulumi.Resource | undefined): void {
    for (const warning of warnings) void pulumi.log.warn(withCode(warning), resource);
}
