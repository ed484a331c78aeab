/**
 * The service names for which the AWS provider sends `PrivateDnsOnlyForInboundResolverEndpoint`. It drops the flag for
 * any other name, e.g. for `cn.com.amazonaws.cn-north-1.s3`, S3's interface endpoint in China.
 *
 * Source, `isAmazonS3VPCEndpoint`:
 * https://github.com/hashicorp/terraform-provider-aws/blob/008db85aad5e56627b1eecab8830464a282552ed/internal/service/ec2/vpc_endpoint.go
 */
const withInboundResolverFlag = /^com\.amazonaws\.[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}\.s3$/;

/** Whether the AWS provider sends `PrivateDnsOnlyForInboundResolverEndpoint` for a service name. */
export function sendsInboundResolverFlag(serviceName: string | null): boolean {
    return serviceName !== null && withInboundResolverFlag.test(serviceName);
}
