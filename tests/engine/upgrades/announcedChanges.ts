import { firstCommit } from "./formerRelease";

/** What an upgrade from one revision changes. A revision that is not listed changes nothing. */
export interface AnnouncedChanges {
    /** Whether every resource with tags gets the tag `private-vpc:owner`. */
    ownerTag?: boolean;
    /** The steps of `everyComponent`, other than the new tag alone, sorted. */
    steps?: string[];
    /** The outputs of `everyComponent` with another value. */
    outputs?: string[];
    /** What each service and each workload plans differently in us-east-1: `<what> of <endpoint>`, and the requests that have it. */
    plans?: { [change: string]: string[] };
}

/** By revision: what CHANGELOG.md announces, no more and no less. */
export const announcedChanges: { [revision: string]: AnnouncedChanges } = {
    [firstCommit]: {
        ownerTag: true,
        steps: [
            // options.fips: the FIPS endpoint of S3 replaces the standard interface endpoint.
            "create SecurityGroup fips-s3-fips-interface",
            "create SecurityGroupEgressRule fips-client-s3-fips-interface-443",
            "create SecurityGroupIngressRule fips-s3-fips-interface-443-10.200.0.0/16",
            "create SecurityGroupIngressRule fips-s3-fips-interface-443-vpc",
            "create VpcEndpoint fips-s3-fips-interface",
            "delete SecurityGroup fips-s3-interface",
            "delete SecurityGroupEgressRule fips-client-s3-interface-443",
            "delete SecurityGroupIngressRule fips-s3-interface-443-10.200.0.0/16",
            "delete SecurityGroupIngressRule fips-s3-interface-443-vpc",
            "delete VpcEndpoint fips-s3-interface",
            "update VpcEndpoint orders-bedrock-runtime-interface: policy, tags",

            "update VpcEndpoint orders-ec2-interface: policy, tags",
            "update VpcEndpoint orders-s3-gateway: policy, tags",
            "update VpcEndpoint orders-s3-interface: policy, tags",
        ],
        // Maps by zone became lists.
        outputs: ["routeTableIds", "subnetIds"],
        plans: {
            // A new reading of AWS's pages: the workload needs three more endpoints.
            "new cloudformation-interface": ["elastic-beanstalk-private"],
            "new logs-interface": ["elastic-beanstalk-private"],
            "new sqs-interface": ["elastic-beanstalk-private"],
            // A new reading of AWS's pages: the endpoint supports policies, or does not, and has other names or ports.
            "new policy of iotsitewise.data-interface": ["iotsitewise.data"],
            "no policy of codeguru-profiler-interface": ["codeguru-profiler"],
            "no policy of deviceadvisor.iot-interface": ["deviceadvisor.iot"],
            "no policy of grafana-workspace-interface": ["grafana-workspace"],
            "no policy of iotwireless.api-interface": ["iotwireless.api"],
            "no policy of lookoutvision-interface": ["lookoutvision"],
            "no policy of pipes-data-interface": ["pipes-data"],
            "no policy of sagemaker.runtime-fips-interface": ["sagemaker.runtime-fips"],
            "ports of transfer.server-interface": ["transfer.server"],
            "privateDns of s3-outposts-interface": ["s3-outposts"],
            // AWS's page: the service is in us-west-2 only.
            "no longer planned": ["sagemaker-geospatial"],
            // Changed policies.
            "policy of bedrock-runtime-fips-interface": ["bedrock-runtime-fips"],
            "policy of bedrock-runtime-interface": ["bedrock-inference", "bedrock-runtime"],
            "policy of ec2-fips-interface": ["ec2-fips"],
            "policy of ec2-interface": ["eks-private-nodes", "ec2"],
            "policy of s3-gateway": [
                "cloudformation-signals",
                "elastic-beanstalk-private",
                "emr-private-subnet",
                "emr8-private-subnet",
            ],
            "policy of ssmmessages-interface": [
                "ecs-exec",
                "image-builder",
                "ssm-managed-instance",
                "ssm-patching",
                "ssm-session-manager",
                "ssmmessages",
            ],
        },
    },
};
