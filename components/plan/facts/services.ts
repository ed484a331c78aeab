import type { EndpointKind } from "./kinds";

/** What a decision about one AWS service needs to know. A field that is left out has the default given here. */
export interface ServiceFacts {
    /** AWS's name of the product, e.g. `Amazon SQS`. */
    product: string;
    /** The AWS page the facts were read on. */
    source: string;
    /** The kinds of endpoint AWS offers. @default ["Interface"] */
    kinds?: EndpointKind[];
    /** The service name AWS knows the endpoint by. @default `com.amazonaws.<region>.<key>` */
    serviceName?: string;
    /**
     * Names that private DNS points at the interface endpoint; `[]` where AWS offers no private DNS for it, `null`
     * where that is not known. @default `<key>.<region>.amazonaws.com`
     */
    privateDnsNames?: string[] | null;
    /** Whether clients can only reach it by those names. @default false */
    privateDnsRequired?: boolean;
    /** TCP ports the interface endpoint listens on. @default [443] */
    ports?: number[];
    /** Whether AWS lets the endpoint have a policy of its own, `null` where that is not known. @default true */
    policySupport?: boolean | null;
    /** The file in policies/endpoints/ without `.json`. @default the file named after the service, else `default` */
    policyTemplate?: string;
    /** The only Regions where the endpoint can be made. @default every Region */
    onlyInRegions?: string[];
}

/**
 * The services most used from private subnets, by AWS's own key.
 *
 * Names, kinds, ports and policy support were read on the page of each service and on
 * https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
export const services = {
    "autoscaling": {
        product: "Amazon EC2 Auto Scaling",
        source: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-vpc-endpoints.html",
    },
    "cloudformation": {
        product: "AWS CloudFormation",
        source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/vpc-interface-endpoints.html",
        policyTemplate: "principals-only",
    },
    "dynamodb": {
        product: "Amazon DynamoDB",
        source: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/privatelink-interface-endpoints.html",
        kinds: ["Gateway", "Interface"],
        privateDnsNames: [],
    },
    "dynamodb-streams": {
        product: "Amazon DynamoDB Streams",
        source: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/privatelink-streams.html",
        privateDnsNames: [],
    },
    "ec2": {
        product: "Amazon EC2",
        source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/interface-vpc-endpoints.html",
        policyTemplate: "principals-only",
    },
    "ec2messages": {
        product: "AWS Systems Manager (agents before 3.3.40.0)",
        source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html",
    },
    "ecr.api": {
        product: "Amazon ECR (API)",
        source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
        privateDnsNames: ["api.ecr.<region>.amazonaws.com"],
    },
    "ecr.dkr": {
        product: "Amazon ECR (Docker registry)",
        source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
        privateDnsNames: ["*.dkr.ecr.<region>.amazonaws.com"],
        privateDnsRequired: true,
    },
    "ecs": {
        product: "Amazon ECS",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
    },
    "ecs-agent": {
        product: "Amazon ECS (agent)",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
        privateDnsNames: ["ecs-a.<region>.amazonaws.com"],
    },
    "ecs-telemetry": {
        product: "Amazon ECS (telemetry)",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
        privateDnsNames: ["ecs-t.<region>.amazonaws.com"],
    },
    "eks": {
        product: "Amazon EKS (not the Kubernetes API)",
        source: "https://docs.aws.amazon.com/eks/latest/userguide/vpc-interface-endpoints.html",
        privateDnsNames: ["eks.<region>.amazonaws.com", "eks.<region>.api.aws"],
    },
    "eks-auth": {
        product: "Amazon EKS (Pod Identity)",
        source: "https://docs.aws.amazon.com/eks/latest/userguide/vpc-interface-endpoints.html",
        privateDnsNames: ["eks-auth.<region>.api.aws"],
        policySupport: null,
    },
    "elasticloadbalancing": {
        product: "Elastic Load Balancing",
        source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/load-balancer-vpc-endpoints.html",
    },
    "email-smtp": {
        product: "Amazon SES (SMTP)",
        source: "https://docs.aws.amazon.com/ses/latest/dg/send-email-set-up-vpc-endpoints.html",
        privateDnsNames: null,
        ports: [465, 587, 2465, 2587],
        policySupport: null,
    },
    "events": {
        product: "Amazon EventBridge",
        source: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-related-service-vpc.html",
    },
    "execute-api": {
        product: "Amazon API Gateway (private REST APIs)",
        source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html",
        privateDnsNames: ["execute-api.<region>.amazonaws.com", "*.execute-api.<region>.amazonaws.com"],
    },
    "iam": {
        product: "AWS Identity and Access Management",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_interface_vpc_endpoints.html",
        serviceName: "com.amazonaws.iam",
        privateDnsNames: null,
        policyTemplate: "principals-only",
        onlyInRegions: ["us-east-1", "us-gov-west-1"],
    },
    "kinesis-streams": {
        product: "Amazon Kinesis Data Streams",
        source: "https://docs.aws.amazon.com/streams/latest/dev/vpc.html",
        privateDnsNames: ["kinesis.<region>.amazonaws.com"],
    },
    "kms": {
        product: "AWS Key Management Service",
        source: "https://docs.aws.amazon.com/kms/latest/developerguide/kms-vpc-endpoint.html",
    },
    "lambda": {
        product: "AWS Lambda",
        source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-endpoints.html",
        policyTemplate: "principals-only",
    },
    "logs": {
        product: "Amazon CloudWatch Logs",
        source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch-logs-and-interface-VPC.html",
    },
    "monitoring": {
        product: "Amazon CloudWatch",
        source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-interface-VPC.html",
        privateDnsNames: ["monitoring.<region>.amazonaws.com", "monitoring.<region>.api.aws"],
    },
    "s3": {
        product: "Amazon S3",
        source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html",
        kinds: ["Gateway", "Interface"],
        privateDnsNames: [
            "s3.<region>.amazonaws.com",
            "*.s3.<region>.amazonaws.com",
            "s3-control.<region>.amazonaws.com",
            "s3-accesspoint.<region>.amazonaws.com",
        ],
    },
    "s3express": {
        product: "Amazon S3 Express One Zone",
        source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-bucket-az-networking.html",
        kinds: ["Gateway"],
        privateDnsNames: [],
    },
    "secretsmanager": {
        product: "AWS Secrets Manager",
        source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/vpc-endpoint-overview.html",
    },
    "sns": {
        product: "Amazon SNS",
        source: "https://docs.aws.amazon.com/sns/latest/dg/sns-internetwork-traffic-privacy.html",
    },
    "sqs": {
        product: "Amazon SQS",
        source:
            "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-internetwork-traffic-privacy.html",
    },
    "ssm": {
        product: "AWS Systems Manager",
        source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html",
    },
    "ssmmessages": {
        product: "AWS Systems Manager (Session Manager, ECS Exec)",
        source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html",
    },
    "states": {
        product: "AWS Step Functions",
        source: "https://docs.aws.amazon.com/step-functions/latest/dg/vpc-endpoints.html",
    },
    "sts": {
        product: "AWS Security Token Service",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_interface_vpc_endpoints.html",
    },
    "xray": {
        product: "AWS X-Ray",
        source: "https://docs.aws.amazon.com/xray/latest/devguide/xray-security-vpc-endpoint.html",
    },
} satisfies { [service: string]: ServiceFacts };

/** AWS's own key of a service in the table. */
export type Service = keyof typeof services;
