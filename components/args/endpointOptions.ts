import { boolean, number, object, type Rows } from "./contract";

/** Options for all endpoints together. */
export interface EndpointOptions {
    /** Whether to make the endpoint with FIPS 140-3 validated modules wherever AWS offers one. @default false */
    fips?: boolean;
    /**
     * USD a month that the endpoints may cost, with the data expected through them, e.g. `100`. A plan that costs more is
     * refused with the changes that would do.
     *
     * @default - any amount
     */
    maxMonthlyUsd?: number;
    /**
     * Whether AWS is asked for each service's zones, private DNS and policy support, and for the type of endpoint services,
     * in previews too; it needs `ec2:DescribeVpcEndpointServices`.
     *
     * @default true
     */
    lookUp?: boolean;
}

/** The rows of `EndpointOptions`. */
export const endpointOptionsRows: Rows<EndpointOptions> = {
    fips: { is: boolean },
    maxMonthlyUsd: { is: number },
    lookUp: { is: boolean },
};

/** The schema of `EndpointOptions`. */
export const endpointOptions = object("EndpointOptions", endpointOptionsRows);
