/** What a code stands for. */
export interface CodeFacts {
    /** What has to be true, in a sentence; the problem or warning says where it is not. */
    says: string;
    /** AWS's page about it. */
    source?: string;
}

const privatelink = "https://docs.aws.amazon.com/vpc/latest/privatelink";
const vpcGuide = "https://docs.aws.amazon.com/vpc/latest/userguide";
const iam = "https://docs.aws.amazon.com/IAM/latest/UserGuide";
const endpointPolicies = `${privatelink}/vpc-endpoints-access.html`;
const authorization =
    "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html";
const tagLimits = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html#tag-restrictions";
const sets = `${iam}/reference_policies_condition-single-vs-multi-valued-context-keys.html`;

/**
 * What every code of a problem or a warning stands for. A code stays as it is once it is published: people search for it and
 * compare it. The codes of AWS's own rules are the ids in the titles of the tests that prove them.
 *
 * docs/problems.md is written from this table and from examples: `npm run docs:problems`.
 */
export const problemCodes = {
    "args.unknown-key": { says: "Only known keys are set." },
    "args.not-set": { says: "A required key has a value." },
    "args.wrong-type": { says: "A value has the type of its key." },
    "args.output": { says: "Values that decide which resources are created are known before the deployment." },

    "config.wrong-namespace": { says: "The keys are in the namespace `private-vpc`." },
    "config.encrypted": { says: "Values that decide which resources are created are not secrets." },

    "tags.reserved-key": { says: "No tag has a key that AWS or the Pulumi SDK reserves.", source: tagLimits },
    "tags.invalid-length": {
        says: "A tag's key has 1 to 128 characters, its value up to 256.",
        source: tagLimits,
    },
    "tags.too-many": { says: "A resource has at most 50 tags, including `Name`.", source: tagLimits },
    "tags.invalid-characters": {
        says: "With flow logs to CloudWatch Logs, tags have only characters that IAM and CloudWatch Logs allow.",
        source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html",
    },

    "list.empty": { says: "A list that is set has at least one item." },
    "list.repeated": { says: "A list has each item once." },

    "regions.unknown": { says: "A Region is one that this version knows." },
    "regions.not-set": {
        says: "The stack's config sets `aws:region`, so that the plan and the deployment use the same Region.",
    },
    "regions.mismatch": { says: "The AWS provider works in the Region of the Availability Zones." },
    "regions.other-partition": { says: "The Regions of an endpoint service are in one partition." },

    "zones.invalid": { says: "Availability Zones are given by name, e.g. `us-east-1a`." },
    "zones.local": { says: "Zones are Availability Zones, not Local Zones or Wavelength Zones." },
    "zones.several-regions": { says: "All zones are in one Region." },
    "zones.not-listed": {
        says: "The zones are among those that AWS lists for the Region.",
        source: "https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html",
    },
    "zones.not-in-vpc": { says: "Zones of endpoints and subnets are among the zones of the VPC." },

    "network.invalid-cidr": { says: "Ranges are IPv4 CIDR blocks, e.g. `10.0.0.0/16`." },
    "network.host-bits": { says: "A CIDR block has no bits set after its prefix." },
    "network.block-size": {
        says: "The blocks of a VPC and of its subnets are of /16 to /28.",
        source: `${vpcGuide}/vpc-cidr-blocks.html`,
    },
    "network.restricted-range": {
        says: "A VPC's block is not in a range that AWS does not allow, such as 169.254.0.0/16.",
        source: `${vpcGuide}/vpc-cidr-blocks.html`,
    },
    "network.public-range": {
        says: "A VPC's block is in a private range.",
        source: `${vpcGuide}/vpc-cidr-blocks.html`,
    },
    "network.docker-range": {
        says: "A VPC's block does not overlap 172.17.0.0/16, which some AWS services use.",
        source: `${vpcGuide}/vpc-cidr-blocks.html`,
    },
    "network.zone-letter": { says: "A subnet without a block of its own is in a zone of the letters a to h." },
    "network.too-small": { says: "A VPC that is cut into eight subnets is large enough for subnets of /28." },
    "network.outside-vpc": { says: "A subnet's block is inside the block of its VPC." },
    "network.overlap": { says: "The blocks of two subnets share no address." },
    "network.subnet-full": { says: "A subnet has an address for each interface endpoint in its zone." },

    "vpc.no-private-subnet": { says: "An existing VPC has a private subnet in each zone that is used." },
    "vpc.unknown-subnet": { says: "A subnet of an existing VPC exists." },
    "vpc.other-subnet": { says: "A subnet is in the VPC that gets the endpoints." },
    "vpc.other-route-table": { says: "A route table is of the VPC that gets the endpoints." },

    "flow-logs.unknown-destination": { says: "Flow logs go to CloudWatch Logs or to S3." },
    "flow-logs.bucket-required": { says: "Flow logs to S3 have a bucket." },
    "flow-logs.invalid-bucket": { says: "The bucket of flow logs is given by its ARN." },
    "flow-logs.bucket-unused": { says: "A bucket is given only for flow logs to S3." },
    "flow-logs.boundary-unused": { says: "A permissions boundary is given only for flow logs to CloudWatch Logs." },
    "flow-logs.invalid-boundary": {
        says: "A permissions boundary is the ARN of a managed policy.",
        source: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_iam.html",
    },
    "flow-logs.retention-unused": { says: "A retention is given only for flow logs to CloudWatch Logs." },
    "flow-logs.invalid-retention": {
        says: "The retention is a number of days that CloudWatch Logs offers.",
        source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
    },

    "workloads.unknown": { says: "A workload is one that this version knows." },
    "services.unknown": { says: "A service is one that this version knows, by AWS's key, e.g. `ecr.api`." },
    "services.not-requested": { says: "Options are given only for services that are requested." },
    "services.not-in-region": { says: "AWS offers the endpoint of a service in the Region." },
    "services.ports-unknown": { says: "The TCP ports of a service are known or given." },

    "endpoints.unknown-kind": { says: "The kind of an endpoint is `Gateway` or `Interface`." },
    "endpoints.no-private-dns": { says: "Private DNS is on only where AWS offers it for the service." },
    "endpoints.private-dns-required": { says: "Private DNS is on where clients cannot use other names." },
    "endpoints.groups-and-ranges": { says: "Sources are given as ranges, or by security groups of your own." },
    "endpoints.not-outside": { says: "`reachableFrom` lists CIDR blocks outside the VPC." },
    "endpoints.open-sources": { says: "Endpoints allow only known networks to connect." },
    "endpoints.invalid-port": { says: "A TCP port is a whole number from 1 to 65535." },
    "endpoints.invalid-gigabytes": { says: "The expected data is a number of gigabytes a month." },
    "endpoints.invalid-id": { says: "The id of a VPC endpoint looks like `vpce-0123456789abcdef0`." },
    "endpoints.fips-twin": {
        says: "With `options.fips`, options are given for the service, not for its FIPS endpoint.",
    },

    "gw.services": {
        says: "AWS offers gateway endpoints for s3, dynamodb and s3express only.",
        source: `${privatelink}/gateway-endpoints.html`,
    },
    "gw.express": {
        says: "AWS offers no interface endpoint for s3express.",
        source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-networking.html",
    },
    "gw.not-extendable": {
        says: "A gateway endpoint is reached only from its own VPC.",
        source: `${privatelink}/vpc-endpoints-s3.html`,
    },
    "gw.no-sg-subnet": {
        says: "A gateway endpoint has route tables, and no subnets, security groups, ports or private DNS.",
        source:
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html",
    },
    "gw.one-per-table": {
        says: "A route table has at most one gateway endpoint of a service.",
        source: `${privatelink}/gateway-endpoints.html`,
    },
    "gw.implicit-scope": {
        says: "Only subnets whose route table is associated with a gateway endpoint use it.",
        source: `${privatelink}/gateway-endpoints.html`,
    },
    "gw.policy-principal": {
        says: "The Principal of a gateway endpoint's policy is *.",
        source: `${endpointPolicies}#vpc-endpoint-policies-gateway`,
    },

    "if.subnet-per-az": {
        says: "An interface endpoint has at most one subnet in each Availability Zone.",
        source: `${privatelink}/create-interface-endpoint.html`,
    },
    "if.az-support": {
        says: "AWS offers the service in the zones of its endpoint.",
        source: "https://docs.aws.amazon.com/iot/latest/developerguide/IoTCore-VPC.html",
    },
    "if.private-dns-attrs": {
        says: "Private DNS needs DNS support and DNS hostnames on in the VPC.",
        source: `${privatelink}/create-interface-endpoint.html`,
    },
    "if.private-dns-conflict": {
        says: "One interface endpoint of a service in a VPC has private DNS on.",
        source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/elasticache-privatelink.html",
    },
    "if.shared-subnet": {
        says: "Only the account that owns a VPC's subnets can create endpoints in them.",
        source: `${privatelink}/create-interface-endpoint.html`,
    },

    "s3.inbound-only-default": {
        says: "An S3 interface endpoint whose private DNS is not limited to inbound Resolver endpoints says so to AWS.",
        source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html",
    },

    "existing.with-options": { says: "A service has an existing endpoint, or options for one to create." },
    "existing.other-vpc": { says: "An existing endpoint is in the VPC." },
    "existing.other-service": { says: "An existing endpoint is of the service that it is given for." },
    "existing.several": {
        says: "With several existing endpoints of a service in the VPC, conflicts are found only in the deployment.",
    },

    "connections.reserved-name": { says: "An endpoint service of another owner is not named like a service of AWS." },
    "connections.invalid-name": { says: "The name of a connection can be part of a resource's name." },
    "connections.invalid-service-name": {
        says: "An endpoint service is given by its full name.",
        source: `${privatelink}/create-endpoint-service.html`,
    },

    "connections.other-region": {
        says: "An endpoint service is in the Region of the VPC.",
        source: "https://aws.amazon.com/privatelink/pricing/",
    },
    "connections.service-type": {
        says: "An endpoint service to connect to has network load balancers.",
        source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ServiceTypeDetail.html",
    },
    "connections.type-not-checked": {
        says: "AWS shows an endpoint service to accounts that may connect to it.",
        source: `${privatelink}/configure-endpoint-service.html`,
    },

    "access.invalid-principal": { says: "The principals of `access` are ARNs of users and roles." },
    "from-policies.unknown-prefix": { says: "`fromPolicies` needs a service whose IAM actions are known." },
    "from-policies.allows-nothing": { says: "The documents of `fromPolicies` allow actions of the service." },
    "from-policies.not-derivable": { says: "The statements of `fromPolicies` have `Action` and `Resource`." },

    "pol.default": {
        says: "AWS attaches a policy that allows everything to an endpoint that is created without one.",
        source: endpointPolicies,
    },
    "pol.replaced": { says: "A `policy` replaces that of the service, so nothing else changes it." },
    "pol.support-unknown": { says: "A policy is changed only where AWS supports policies for the service." },
    "pol.unknown-placeholder": { says: "The placeholders of a policy are ones that are filled." },
    "pol.not-json": {
        says: "A policy is JSON.",
        source: `${iam}/reference_policies_grammar.html`,
    },
    "pol.repeated-key": {
        says: "No object has a key twice.",
        source: `${iam}/reference_policies_grammar.html`,
    },
    "pol.grammar": {
        says: "A policy follows the grammar of IAM's policies.",
        source: `${iam}/reference_policies_grammar.html`,
    },
    "pol.repeated-sid": {
        says: "Each Sid is used once in a policy.",
        source: `${iam}/reference_policies_elements_sid.html`,
    },
    "pol.unsupported": {
        says: "AWS takes a policy on the endpoint of the service.",
        source: `${endpointPolicies}#vpc-endpoint-policy-considerations`,
    },
    "pol.principal": {
        says: "Each statement says whom it is for.",
        source: `${endpointPolicies}#vpc-endpoint-policy-considerations`,
    },
    "pol.principal-wildcard": {
        says: "A principal has no wildcard within it.",
        source: `${iam}/reference_policies_elements_principal.html`,
    },
    "pol.no-allow": {
        says: "A policy allows something.",
        source: `${iam}/reference_policies_evaluation-logic.html`,
    },
    "pol.statement-without-effect": {
        says: "Each statement changes what the policy lets through.",
        source: `${iam}/reference_policies_evaluation-logic.html`,
    },
    "pol.unknown-action": {
        says: "IAM knows each action.",
        source: authorization,
    },
    "pol.foreign-action": {
        says: "Each action goes through the endpoint.",
        source: authorization,
    },
    "pol.wildcard-only-action": {
        says: "An action that no resource can be named for is allowed on every resource.",
        source: authorization,
    },
    "pol.unsigned-action": {
        says: "What is asked for without a signature is allowed to everybody.",
        source: "https://docs.aws.amazon.com/cognito/latest/developerguide/vpc-interface-endpoints.html",
    },
    "pol.arn-form": {
        says: "Each resource is * or an ARN.",
        source: `${iam}/reference-arns.html`,
    },
    "pol.arn-account": {
        says: "The account of an ARN is an id or a wildcard, never a mix.",
        source: `${endpointPolicies}#vpc-endpoint-policy-considerations`,
    },
    "pol.arn-partition": {
        says: "ARNs are of the endpoint's partition.",
        source: `${iam}/reference-arns.html`,
    },
    "pol.lambda-arns": {
        says: "A function is named with and without its qualifier.",
        source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-endpoints.html",
    },
    "pol.unknown-condition-key": {
        says: "Requests to the service have each condition key.",
        source: `${iam}/reference_policies_condition-keys.html`,
    },
    "pol.absent-condition-key": {
        says: "Requests through an endpoint have each condition key.",
        source: `${iam}/reference_policies_condition-keys.html#condition-keys-sourceip`,
    },
    "pol.no-wildcard-ids": {
        says: "Keys that hold an identifier made by AWS take no wildcard and no numeric operator.",
        source: `${endpointPolicies}#vpc-endpoint-policy-considerations`,
    },
    "pol.malformed-identifier": {
        says: "Identifiers made by AWS have AWS's form.",
        source: `${iam}/reference_policies_condition-keys.html`,
    },
    "pol.six-chars": {
        says: "A wildcard in a condition on a string stands beside six or more characters.",
        source: `${endpointPolicies}#vpc-endpoint-policy-considerations`,
    },
    "pol.literal-wildcard": {
        says: "Only operators that know wildcards are given some.",
        source: `${iam}/reference_policies_elements_condition_operators.html`,
    },
    "pol.literal-variable": {
        says: "Variables are used in policies of the version 2012-10-17.",
        source: `${iam}/reference_policies_variables.html`,
    },
    "pol.set-operator": {
        says: "Keys with many values are compared as sets, and not with sets that may be empty.",
        source: sets,
    },

    "perimeter.several-kinds": { says: "The perimeter is of accounts, of an organization or of its units." },
    "perimeter.invalid-id": { says: "Accounts, organizations and units have the ids that AWS gives them." },
    "perimeter.unknown-resources": { says: "AWS-owned resources are given by ids that this version knows." },
    "perimeter.no-reason": { says: "An exception has a reason." },
    "perimeter.open-write": { says: "An exception for resources that anybody may own only reads." },

    "quota.unknown": { says: "A quota is one that this version knows." },
    "quota.fixed": { says: "A quota that AWS does not raise keeps its value." },
    "quota.invalid": { says: "A quota is a whole number above 0." },
    "quota.interface-per-vpc": {
        says: "A VPC has at most 50 interface endpoints, or as many as AWS allows the account.",
        source: `${privatelink}/vpc-limits-endpoints.html`,
    },
    "quota.sg-rules": {
        says: "A security group has at most 60 inbound rules, or as many as AWS allows the account.",
        source: `${vpcGuide}/amazon-vpc-limits.html`,
    },
    "quota.sg-per-eni": {
        says: "An endpoint has at most 5 security groups, or as many as AWS allows the account.",
        source: `${vpcGuide}/amazon-vpc-limits.html`,
    },
    "quota.policy-size": {
        says: "A policy has at most 20,480 characters when minified.",
        source: `${endpointPolicies}#vpc-endpoint-policy-considerations`,
    },

    "budget.invalid": { says: "A budget is an amount of USD a month." },
    "budget.exceeded": { says: "The endpoints cost at most what `options.maxMonthlyUsd` allows." },

    "endpoint-service.public": {
        says: "An endpoint service that accepts every connection names its principals.",
        source: `${privatelink}/configure-endpoint-service.html`,
    },
    "endpoint-service.any-principal": {
        says: "Every AWS account may request a connection where `allowedPrincipals` has `*`.",
        source: `${privatelink}/configure-endpoint-service.html`,
    },
    "endpoint-service.nothing-to-accept": { says: "Endpoints are accepted only where acceptance is required." },
    "endpoint-service.invalid-load-balancer": { says: "A load balancer is given by its ARN." },
    "endpoint-service.load-balancer-type": { says: "The load balancers are network load balancers." },
    "endpoint-service.load-balancer-region": { says: "The load balancers are in the Region of the endpoint service." },
    "endpoint-service.invalid-principal": { says: "A principal is the ARN of an account, a role or a user." },
    "endpoint-service.principal-path": {
        says: "The ARN of a principal has no path.",
        source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcEndpointServicePermissions.html",
    },
    "endpoint-service.unknown-value": { says: "Address types and events are those of AWS." },
    "endpoint-service.invalid-dns-name": { says: "A private DNS name is a DNS name in lower case." },
    "endpoint-service.zone-without-name": { says: "A hosted zone is given only with a private DNS name." },
    "endpoint-service.invalid-topic": { says: "The topic of notifications is given by its ARN." },

    "aws.denied": {
        says: "Whoever deploys is allowed the calls that read from AWS.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html",
    },
    "aws.no-answer": { says: "AWS answers what is asked about existing resources." },
    "aws.refused": { says: "AWS accepts each request. The message has the error code of Amazon EC2." },

    "file.not-read": { says: "A file that is named exists and can be read." },
    "file.not-json": { says: "The file is JSON." },
    "file.not-yaml": { says: "The file is YAML." },
    "file.not-written": { says: "A file can be written where it is named." },

    "stack.not-found": { says: "The stack has a file `Pulumi.<stack>.yaml`." },
    "stack.not-config": { says: "A stack's file is a map, and its settings are under `config:`." },
    "stack.no-namespace": { says: "A key in a stack's file has a namespace, e.g. `private-vpc:`." },
    "stack.program-failed": { says: "The program runs to its end." },
    "stack.several-vpcs": { says: "A program to plan creates one `PrivateVpc`." },
    "stack.not-a-plan": { says: "`--against` takes a plan of this version." },

    "facts.not-an-answer": { says: "`--services` takes the output of `describe-vpc-endpoint-services`." },
    "facts.partial-answer": { says: "An answer is complete: all pages, no filters." },
    "facts.several-regions": { says: "An answer or a price is of one Region, and there is one answer of each Region." },
    "facts.unknown-region": { says: "The catalogue knows the Region of an answer or a price." },
    "facts.outdated": { says: "An answer is newer than the one in the catalogue." },
    "facts.not-an-offer": { says: "`--prices` takes a price list of AmazonVPC or AmazonEC2." },
    "facts.price-missing": { says: "A price list has every price of its offer for each Region." },
    "facts.invalid-price": { says: "A price is one amount of USD above 0." },
    "facts.not-a-catalogue": { says: "`--catalogue` takes the folder of services.json and regions.json." },
} satisfies { [code: `${string}.${string}`]: CodeFacts };

/** The code of a problem or a warning, e.g. `services.unknown`. docs/problems.md explains each. */
export type ProblemCode = keyof typeof problemCodes;
