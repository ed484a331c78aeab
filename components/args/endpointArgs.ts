import type * as pulumi from "@pulumi/pulumi";

import { EndpointKind } from "../plan/facts/endpointKind";
import { fullAccess } from "../plan/policies/fullAccess";
import { access, type AccessArgs } from "./accessArgs";
import { fromFile, late, list, object, oneOf, type Rows, text } from "./contract";
import { type SharedEndpointArgs, sharedEndpointRows } from "./sharedEndpointArgs";

/** Options for one service's endpoints. Without them, the component chooses. */
export interface EndpointArgs extends SharedEndpointArgs {
    /**
     * The only kind of endpoint to make, e.g. `Interface`. A gateway is free; an interface costs about USD 7.30 a month
     * and zone in us-east-1, and USD 0.01 a gigabyte (https://aws.amazon.com/privatelink/pricing/).
     *
     * @default - a gateway where AWS offers one, else an interface
     */
    kind?: EndpointKind;
    /**
     * The endpoint policy: JSON text, in which `<accountId>`, `<region>` and `<partition>` are filled, or the word
     * `full-access`.
     *
     * @default - the service's own in policies/endpoints/, else default.json: your principals, your resources
     */
    policy?: pulumi.Input<string>;
    /** A policy document, as JSON text, whose statements are appended to the service's own. @default - none */
    additionalPolicy?: pulumi.Input<string>;
    /**
     * The only things that pass, for trusted principals and on trusted resources: it narrows the service's policy.
     *
     * @default - every action of the service
     */
    access?: AccessArgs[];
    /**
     * The workloads' own IAM policy documents, as JSON texts: what their Allow statements name is all that is allowed, in
     * addition to `access`. Their conditions are dropped, for IAM still holds to them.
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
    access: { is: list(access) },
    fromPolicies: { is: list(fromFile(late(text))) },
};

/** The schema of `EndpointArgs`. */
export const endpoint = object("EndpointArgs", endpointRows);
