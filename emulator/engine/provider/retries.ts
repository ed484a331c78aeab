/**
 * How often the provider repeats a request that AWS throttles, the default of `maxRetries`.
 *
 * Source: https://www.pulumi.com/registry/packages/aws/installation-configuration/
 */
const attempts = 25;

/** The longest wait between two attempts, in milliseconds. The provider's are seconds. */
const longestWait = 50;

/**
 * AWS's errors after which the provider repeats a request: throttling, and a resource that AWS just created and does not find
 * yet.
 *
 * Sources: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/throttling.html,
 * https://docs.aws.amazon.com/ec2/latest/devguide/eventual-consistency.html, and `RetryWhenAWSErrCodeEquals` in
 * https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ec2/vpc_route_table_association.go
 */
const repeated = /^(RequestLimitExceeded|InvalidRouteTableID\.NotFound)\b/;

/** Performs a request, and repeats it as the provider does. */
export async function withRetries<T>(request: () => Promise<T>): Promise<T> {
    for (let attempt = 1;; attempt++) {
        try {
            return await request();
        } catch (error) {
            if (attempt === attempts || !repeated.test((error as Error).message)) throw error;
            await new Promise((resolve) => setTimeout(resolve, Math.min(2 ** attempt, longestWait)));
        }
    }
}
