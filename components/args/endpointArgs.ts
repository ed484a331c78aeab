import type * as pulumi from "@pulumi/pulumi";

import { EndpointKind } from "../plan/facts/endpointKind";
import { fullAccess } from "../plan/policies/fullAccess";
import { access, type AccessArgs } from "./accessArgs";
import { fromFile, late, list, object, oneOf, type Rows, text } from "./contract";
import { type SharedEndpointArgs, sharedEndpointRows } from "./sharedEndpointArgs";

/** Options for one service's endpoints. Everything has a default. */
export interface EndpointArgs extends SharedEndpointArgs {
    /**
     * Create only this kind of endpoint, e.g. `Interface`. A gateway endpoint is free. An interface endpoint costs
     * about USD 7.30 a month per zone in us-east-1, plus USD 0.01 per gigabyte
     * (https://aws.amazon.com/privatelink/pricing/).
     *
     * @default - a gateway endpoint where AWS offers one, otherwise an interface endpoint
     */
    kind?: EndpointKind;
    /**
     * The endpoint policy: a JSON string, in which `<accountId>`, `<region>` and `<partition>` are replaced, or the
     * word `full-access`.
     *
     * @default - policies/endpoints/<service>.json, or default.json: your principals may use your resources
     */
    policy?: pulumi.Input<string>;
    /** A policy document (JSON string) whose statements are appended to the service's own policy. @default - none */
    additionalPolicy?: pulumi.Input<string>;
    /**
     * Allow only these, for trusted principals on trusted resources, instead of every action of the service. AWS
     * services that act with their own principal keep their access to trusted resources.
     *
     * @default - every action of the service
     */
    access?: AccessArgs[];
    /**
     * IAM policy documents of your workloads (JSON strings). The endpoint then allows only what their Allow statements
     * allow, plus `access`. Their conditions are not copied: IAM still enforces them.
     *
     * @default - every action of the service
     */
    fromPolicies?: pulumi.Input<string>[];
}

/** The rows of `EndpointArgs`. */
export const endpointRows: Rows<EndpointArgs> = {
    kind: { is: oneOf("EndpointKind", EndpointKind) },
    ...sharedEndpointRows,
    policy: { is: fromFile(late(text), fullAccess) },
    additionalPolicy: { is: fromFile(late(text)) },
    access: { is: list(access, "[{ actions: [s3:GetObject], resources: […] }]") },
    fromPolicies: { is: list(fromFile(late(text)), "[policies/app.json]") },
};

/** The schema of `EndpointArgs`. */
export const endpoint = object("EndpointArgs", endpointRows);
