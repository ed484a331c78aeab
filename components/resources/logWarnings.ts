import * as pulumi from "@pulumi/pulumi";

import { plainText } from "../plan/plainText";
import { type Warning, withCode } from "../plan/problem";

/** Logs warnings on a resource, each with its code. */
export function logWarnings(warnings: Warning[], resource: pulumi.Resource | undefined): void {
    for (const warning of warnings) void pulumi.log.warn(plainText(withCode(warning)), resource);
}
