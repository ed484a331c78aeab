import { boolean, number, object, type Rows } from "./contract";

/** Options that apply to all endpoints. */
export interface EndpointOptions {
    /** Whether to use FIPS 140-3 endpoints wherever AWS offers them. @default false */
    fips?: boolean;
    /**
     * Monthly budget in USD for all endpoints, including the expected data, e.g. `100`. A plan that costs more is
     * rejected, with the changes that would bring it under budget.
     *
     * @default - no limit
     */
    maxMonthlyUsd?: number;
    /**
     * Whether to ask AWS for each service's zones, private DNS and policy support, and for the type of endpoint
     * services. This also happens in previews and needs `ec2:DescribeVpcEndpointServices`.
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
