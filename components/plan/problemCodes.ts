/** What a code means. */
export interface CodeFacts {
    /** The rule, in a sentence. A problem or warning reports where it is broken. */
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
const route53 = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide";
const resolverApi = "https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver";
const sets = `${iam}/reference_policies_condition-single-vs-multi-valued-context-keys.html`;

/**
 * The rule of every code of a problem or a warning. A published code never changes, because people search for it and
 * compare it. The codes of AWS's own rules are the IDs in the titles of the tests that prove them.
 *
 * docs/problems.md is generated from this table and from examples: `npm run docs:problems`.
 */
export const problemCodes = {
    "args.unknown-key": { says: "Only known keys are set." },
    "args.not-set": { says: "A required key has a value." },
    "args.wrong-type": { says: "A value has the type of its key." },
    "args.deprecated": { says: "No option is set that another option replaced." },
    "args.output": { says: "Values that decide which resources are created are known before the deployment." },

    "component.invalid-name": {
        says: "AWS accepts the names of the security groups, which start with the component's name.",
        source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html",
    },
    "component.sdk-copies": { says: "A program loads one copy of `@pulumi/pulumi`, and one of `@pulumi/aws`." },

    "config.wrong-namespace": { says: "The keys of a stack's config are in the namespace `private-vpc`." },
    "config.encrypted": { says: "Values that decide which resources are created are not secrets." },

    "tags.reserved-key": { says: "No tag has a key that AWS or the Pulumi SDK reserves.", source: tagLimits },
    "tags.invalid-length": {
        says: "A tag's key has 1 to 128 characters, its value up to 256.",
        source: tagLimits,
    },
    "tags.too-many": {
        says: "A resource has at most 50 tags, including `Name` and `private-vpc:owner`.",
        source: tagLimits,
    },
    "tags.invalid-characters": {
        says: "With flow logs to CloudWatch Logs, tags have only characters that IAM and CloudWatch Logs allow.",
        source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html",
    },

    "list.empty": { says: "A list that is set is not empty." },
    "list.repeated": { says: "A list contains each item once." },

    "regions.unknown": { says: "Regions are in the catalogue." },
    "regions.not-set": {
        says: "The stack's config sets `aws:region`, so that the plan and the deployment use the same Region.",
    },
    "regions.mismatch": { says: "The AWS provider works in the Region of the Availability Zones." },
    "regions.other-partition": {
        says: "An endpoint service, the Regions it supports and the VPCs that connect to it are in the same partition.",
        source: "https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html",
    },

    "zones.invalid": { says: "Availability Zones are given by name, e.g. `us-east-1a`." },
    "zones.local": { says: "Zones are Availability Zones, not Local Zones or Wavelength Zones." },
    "zones.several-regions": { says: "All zones are in one Region." },
    "zones.not-listed": {
        says: "The zones are among those that AWS lists for the Region.",
        source: "https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html",
    },
    "zones.not-in-vpc": { says: "Zones of endpoints and subnets are among the zones of the VPC." },

    "network.invalid-cidr": { says: "CIDR blocks are IPv4 CIDR blocks, e.g. `10.0.0.0/16`." },
    "network.host-bits": { says: "A CIDR block has no host bits set." },
    "network.block-size": {
        says: "The CIDR blocks of a VPC and of its subnets are between /16 and /28.",
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
    "network.management-range": {
        says: "A VPC's block does not overlap 198.19.0.0/16, which Amazon WorkSpaces Applications uses.",
        source: "https://docs.aws.amazon.com/appstream2/latest/developerguide/network-interfaces.html",
    },
    "network.zone-letter": {
        says: "A subnet without an entry in `subnetCidrBlocks` is in a zone with a letter from a to h.",
    },
    "network.too-small": { says: "A VPC that is split into eight subnets is large enough for subnets of /28." },
    "network.outside-vpc": { says: "A subnet's CIDR block is inside the CIDR block of its VPC." },
    "network.overlap": { says: "The CIDR blocks of subnets do not overlap." },
    "network.ipam-and-block": {
        says: "A VPC's addresses are either set, or allocated by IPAM.",
        source: "https://docs.aws.amazon.com/vpc/latest/ipam/create-vpc-ipam.html",
    },
    "network.range-overlap": {
        says: "The CIDR blocks of a VPC do not overlap.",
        source: `${vpcGuide}/vpc-cidr-blocks.html#vpc-resize`,
    },
    "network.combined-ranges": {
        says: "A VPC's secondary CIDR blocks are of ranges that AWS combines with its first one.",
        source: `${vpcGuide}/vpc-cidr-blocks.html#add-cidr-block-restrictions`,
    },
    "network.subnet-full": { says: "A subnet has a usable address for each interface endpoint in its zone." },

    "vpc.no-private-subnet": { says: "An existing VPC has a private subnet in each zone that is used." },
    "vpc.unknown-subnet": { says: "The listed subnets exist." },
    "vpc.invalid-id": {
        says:
            "The IDs of VPCs, subnets, route tables and security groups have AWS's form, e.g. `subnet-0123456789abcdef0`.",
        source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html",
    },
    "vpc.subnet-in-two-zones": {
        says: "A subnet is listed for one zone.",
        source: `${vpcGuide}/configure-subnets.html`,
    },
    "vpc.subnet-full": {
        says: "A subnet of an existing VPC has a free address for each new interface endpoint in it.",
        source: `${privatelink}/create-interface-endpoint.html`,
    },
    "vpc.attachment-subnet": {
        says: "Endpoints are not in subnets that were created for attachments to a transit gateway.",
        source: "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-best-design-practices.html",
    },
    "vpc.gateway-unused": {
        says: "Where a VPC has a free gateway endpoint, an interface endpoint takes no traffic from it.",
        source: `${privatelink}/vpc-endpoints-s3.html`,
    },
    "vpc.zone-answers": {
        says: "No private hosted zone of a VPC answers for the public names of a service with a gateway endpoint.",
        source: `${route53}/hosted-zone-private-considerations.html`,
    },
    "vpc.not-looked-up": {
        says:
            "`VpcEndpoints.inVpc` may look up the VPC's gateways, peering connections, attachments and private hosted zones.",
    },
    "existing.not-a-gateway": {
        says: "An existing endpoint with `reachableFrom` for the same service is a gateway endpoint.",
        source: `${privatelink}/vpc-endpoints-s3.html#private-dns-s3`,
    },
    "vpc.other-subnet": { says: "The listed subnets are in the VPC of the endpoints." },
    "vpc.other-route-table": { says: "The listed route tables are in the VPC of the endpoints." },

    "flow-logs.unknown-destination": { says: "Flow logs go to CloudWatch Logs or to S3." },
    "flow-logs.bucket-required": { says: "Flow logs to S3 need a bucket." },
    "flow-logs.invalid-bucket": { says: "The bucket of flow logs is set by its ARN." },
    "flow-logs.bucket-unused": { says: "A bucket is set only for flow logs to S3." },
    "flow-logs.boundary-unused": { says: "A permissions boundary is set only for flow logs to CloudWatch Logs." },
    "flow-logs.invalid-boundary": {
        says: "A permissions boundary is the ARN of a managed policy.",
        source: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_iam.html",
    },
    "flow-logs.retention-unused": { says: "A retention is set only for flow logs to CloudWatch Logs." },
    "flow-logs.invalid-retention": {
        says: "The retention is one of the values that CloudWatch Logs accepts.",
        source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
    },

    "dns-firewall.invalid-name": {
        says: "AWS accepts the names of the DNS firewall's parts, which start with the component's name.",
        source: `${resolverApi}_CreateFirewallDomainList.html`,
    },
    "dns-firewall.two": {
        says: "One component creates the DNS firewall of a VPC.",
        source: `${route53}/resolver-dns-firewall-overview.html`,
    },
    "dns-firewall.taken-priority": {
        says: "No other rule group of an existing VPC has the priority of the DNS firewall.",
        source: `${resolverApi}_AssociateFirewallRuleGroup.html`,
    },
    "dns-firewall.other-group": {
        says:
            "Other rule groups of DNS Firewall in an existing VPC are reported: the first one that matches a name decides.",
        source: `${route53}/resolver-dns-firewall-overview.html`,
    },
    "dns-firewall.unknown-action": { says: "The DNS firewall blocks queries for other names, or alerts." },
    "dns-firewall.invalid-domain": {
        says: "Allowed domains are names that DNS Firewall accepts.",
        source: `${route53}/resolver-dns-firewall-user-managed-domain-lists.html`,
    },
    "dns-firewall.every-domain": { says: "No allowed domain covers every name." },
    "dns-firewall.public-suffix": {
        says: "A wildcard is below a domain that has one owner, e.g. not `*.com` or `*.co.uk`.",
        source: "https://publicsuffix.org/",
    },
    "dns-firewall.invalid-priority": {
        says: "The priority of the DNS firewall is from 100 to 9900.",
        source: `${resolverApi}_AssociateFirewallRuleGroup.html`,
    },
    "dns-firewall.invalid-destination": {
        says: "Query logs go to a log group, a bucket or a Firehose stream, which is set by its ARN.",
        source: `${route53}/resolver-query-logs-choosing-target-resource.html`,
    },
    "dns-firewall.retention-unused": { says: "A retention is set only for a log group that is created." },
    "dns-firewall.invalid-retention": {
        says: "The retention is one of the values that CloudWatch Logs accepts.",
        source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
    },

    "workloads.unknown": { says: "Workloads are known, e.g. `ecs-fargate`." },
    "services.unknown": { says: "Services are in the catalogue, by service key, e.g. `ecr.api`." },
    "services.not-requested": { says: "Options are set only for requested services." },
    "services.not-in-region": { says: "AWS offers an endpoint for the service in the Region." },
    "services.ports-unknown": { says: "The TCP ports of a service are in the catalogue or in `ports`." },

    "endpoints.unknown-kind": { says: "The kind of an endpoint is `Gateway` or `Interface`." },
    "endpoints.no-private-dns": { says: "Private DNS is enabled only where AWS offers it for the service." },
    "endpoints.private-dns-required": { says: "Private DNS is enabled where clients cannot use other DNS names." },
    "endpoints.groups-and-ranges": { says: "Sources are set by CIDR blocks or by your own security groups, not both." },
    "endpoints.not-outside": {
        says: "`reachableFrom` lists CIDR blocks outside the VPC.",
        source: `${privatelink}/vpc-endpoints-s3.html`,
    },
    "endpoints.open-sources": {
        says: "Endpoints allow only known networks to connect.",
        source: `${privatelink}/create-interface-endpoint.html#prerequisites-interface-endpoints`,
    },
    "endpoints.never-a-source": {
        says: "Sources are not loopback, link-local, multicast or reserved addresses.",
        source: `${vpcGuide}/vpc-cidr-blocks.html#vpc-sizing-ipv4`,
    },
    "endpoints.docker-source": {
        says: "Sources are not in 172.17.0.0/16, which Docker uses inside instances.",
        source: "https://docs.aws.amazon.com/cloud9/latest/user-guide/troubleshooting.html#docker-bridge",
    },
    "endpoints.public-source": {
        says: "Sources are in private ranges.",
        source: `${vpcGuide}/vpc-cidr-blocks.html#vpc-sizing-ipv4`,
    },
    "endpoints.excludes-workloads": {
        says: "The sources of an endpoint include subnets of the VPC, unless its workloads use a gateway endpoint.",
        source: `${privatelink}/create-interface-endpoint.html#prerequisites-interface-endpoints`,
    },
    "endpoints.invalid-port": { says: "A TCP port is an integer from 1 to 65535." },
    "endpoints.invalid-gigabytes": { says: "The expected data is a number of gigabytes a month." },
    "endpoints.invalid-id": { says: "The ID of a VPC endpoint looks like `vpce-0123456789abcdef0`." },
    "endpoints.fips-twin": {
        says: "With `options.fips`, options are set for the service, not for its FIPS endpoint.",
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
        says: "A gateway endpoint can be reached only from its own VPC.",
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
        says: "Private DNS needs DNS support and DNS hostnames enabled in the VPC.",
        source: `${privatelink}/create-interface-endpoint.html`,
    },
    "if.private-dns-conflict": {
        says:
            "Only one interface endpoint of a service in a VPC has private DNS enabled, and no private hosted zone of the VPC has the same name.",
        source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/elasticache-privatelink.html",
    },
    "if.shared-subnet": {
        says: "Only the account that owns a VPC's subnets can create endpoints in them.",
        source: `${privatelink}/create-interface-endpoint.html`,
    },

    "s3.inbound-only-default": {
        says:
            "The private DNS of an S3 interface endpoint without a gateway endpoint is explicitly not limited to inbound Resolver endpoints.",
        source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html",
    },

    "existing.with-options": { says: "A service has either an existing endpoint or options for a new one." },
    "existing.other-vpc": { says: "An existing endpoint is in the VPC." },
    "existing.other-service": { says: "An existing endpoint belongs to the service it is listed for." },
    "existing.several": {
        says: "If the VPC has several endpoints of a service, conflicts are found only during the deployment.",
    },

    "connections.reserved-name": { says: "The name of a connection is not the key of an AWS service." },
    "connections.invalid-name": { says: "The name of a connection can be part of a resource name." },
    "connections.invalid-service-name": {
        says: "An endpoint service is set by its full name.",
        source: `${privatelink}/create-endpoint-service.html`,
    },

    "connections.other-region": {
        says: "An endpoint service is in the Region of the VPC.",
        source: "https://aws.amazon.com/privatelink/pricing/",
    },
    "connections.service-type": {
        says: "An endpoint service to connect to is of type Interface: it has network load balancers.",
        source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ServiceTypeDetail.html",
    },
    "connections.type-not-checked": {
        says: "AWS shows an endpoint service to accounts that may connect to it.",
        source: `${privatelink}/configure-endpoint-service.html`,
    },

    "access.invalid-principal": { says: "The principals of `access` are ARNs of users and roles." },
    "from-policies.unknown-prefix": { says: "`fromPolicies` needs a service whose IAM actions are known." },
    "from-policies.allows-nothing": {
        says: "The documents of `fromPolicies` allow at least one action of the service.",
    },
    "from-policies.not-enough": {
        says: "The endpoint policy allows everything inside the perimeter that the documents of `fromPolicies` allow.",
    },
    "from-policies.not-derivable": { says: "The statements of `fromPolicies` have `Action` and `Resource`." },

    "pol.default": {
        says: "If no policy is sent, AWS attaches one that allows everything.",
        source: endpointPolicies,
    },
    "pol.replaced": { says: "`policy` replaces the whole policy, so it is not combined with other policy options." },
    "pol.support-unknown": {
        says: "Policy options are set only where AWS supports endpoint policies for the service.",
    },
    "pol.unknown-placeholder": { says: "A policy contains only known placeholders." },
    "pol.not-json": {
        says: "A policy is JSON.",
        source: `${iam}/reference_policies_grammar.html`,
    },
    "pol.repeated-key": {
        says: "JSON keys are unique within an object.",
        source: `${iam}/reference_policies_grammar.html`,
    },
    "pol.grammar": {
        says: "A policy follows the grammar of IAM policies.",
        source: `${iam}/reference_policies_grammar.html`,
    },
    "pol.repeated-sid": {
        says: "Each Sid is used once in a policy.",
        source: `${iam}/reference_policies_elements_sid.html`,
    },
    "pol.unsupported": {
        says: "The service supports endpoint policies.",
        source: `${endpointPolicies}#vpc-endpoint-policy-considerations`,
    },
    "pol.principal": {
        says: "Every statement has a valid Principal.",
        source: `${endpointPolicies}#vpc-endpoint-policy-considerations`,
    },
    "pol.principal-wildcard": {
        says: "A principal contains no wildcard.",
        source: `${iam}/reference_policies_elements_principal.html`,
    },
    "pol.no-allow": {
        says: "A policy allows something.",
        source: `${iam}/reference_policies_evaluation-logic.html`,
    },
    "pol.statement-without-effect": {
        says: "Every statement changes what the policy allows.",
        source: `${iam}/reference_policies_evaluation-logic.html`,
    },
    "pol.covered-statement": {
        says: "No statement allows or denies only what another one does.",
        source: `${iam}/reference_policies_evaluation-logic.html`,
    },
    "pol.deny-without-effect": {
        says: "Every Deny statement denies something that an Allow statement allows.",
        source: `${iam}/reference_policies_evaluation-logic.html`,
    },
    "pol.unknown-action": {
        says: "Every action exists in IAM.",
        source: authorization,
    },
    "pol.foreign-action": {
        says: "Every action belongs to the endpoint's service.",
        source: authorization,
    },
    "pol.wildcard-only-action": {
        says: "Actions without resource-level permissions use `\"Resource\": \"*\"`.",
        source: authorization,
    },
    "pol.unsigned-action": {
        says: "Unsigned requests are allowed by statements without conditions on the principal.",
        source: "https://docs.aws.amazon.com/cognito/latest/developerguide/vpc-interface-endpoints.html",
    },
    "pol.action-resource": {
        says: "Every action is for one of the statement's resources.",
        source: authorization,
    },
    "pol.arn-form": {
        says: "Each resource is * or an ARN.",
        source: `${iam}/reference-arns.html`,
    },
    "pol.arn-account": {
        says: "The account in an ARN is a whole account ID, or a wildcard.",
        source: `${endpointPolicies}#vpc-endpoint-policy-considerations`,
    },
    "pol.arn-partition": {
        says: "ARNs are in the endpoint's partition.",
        source: `${iam}/reference-arns.html`,
    },
    "pol.arn-service": {
        says: "The service in an ARN is one of AWS.",
        source: authorization,
    },
    "pol.arn-region": {
        says: "The Region in an ARN is one of AWS.",
        source: `${iam}/reference-arns.html`,
    },
    "pol.lambda-arns": {
        says: "A Lambda function is listed with and without its qualifier.",
        source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-endpoints.html",
    },
    "pol.unknown-condition-key": {
        says: "Every condition key exists for the service.",
        source: `${iam}/reference_policies_condition-keys.html`,
    },
    "pol.absent-condition-key": {
        says: "Requests through an endpoint have every condition key.",
        source: `${iam}/reference_policies_condition-keys.html#condition-keys-sourceip`,
    },
    "pol.no-wildcard-ids": {
        says: "Condition keys whose values are AWS identifiers are used without wildcards and numeric operators.",
        source: `${endpointPolicies}#vpc-endpoint-policy-considerations`,
    },
    "pol.malformed-identifier": {
        says: "AWS identifiers are well-formed.",
        source: `${iam}/reference_policies_condition-keys.html`,
    },
    "pol.six-chars": {
        says: "Wildcards in string conditions have at least six literal characters before or after them.",
        source: `${endpointPolicies}#vpc-endpoint-policy-considerations`,
    },
    "pol.literal-wildcard": {
        says: "Wildcards are used only with operators that support them.",
        source: `${iam}/reference_policies_elements_condition_operators.html`,
    },
    "pol.literal-variable": {
        says: "Policy variables are used only in policies of version 2012-10-17.",
        source: `${iam}/reference_policies_variables.html`,
    },
    "pol.unknown-variable": {
        says: "Policy variables are single-valued condition keys.",
        source: `${iam}/reference_policies_variables.html`,
    },
    "pol.placeholder": {
        says: "Placeholders of examples are replaced.",
        source: `${iam}/reference-arns.html`,
    },
    "pol.set-operator": {
        says: "Multivalued condition keys are compared with set operators, which must not match a missing key.",
        source: sets,
    },
    "pol.impossible-value": {
        says: "Values of conditions have the type that the operator compares.",
        source: `${iam}/reference_policies_elements_condition_operators.html`,
    },
    "pol.if-exists": {
        says: "Conditions that allow an organization require its key.",
        source: `${iam}/reference_policies_elements_condition_operators.html#Conditions_IfExists`,
    },
    "pol.negated-allow": {
        says: "Statements allow the principals and resources that they list, not all others.",
        source: `${iam}/reference_policies_elements_condition_operators.html#Conditions_String`,
    },
    "pol.weak-guard": {
        says: "Statements do not rely only on what any caller can send.",
        source: `${iam}/reference_policies_condition-keys.html#condition-keys-referer`,
    },
    "pol.any-account": {
        says: "Patterns of principals' ARNs name the account.",
        source: `${iam}/reference_policies_condition-keys.html#condition-keys-principalarn`,
    },

    "perimeter.several-kinds": {
        says: "The perimeter is a list of accounts, an organization, or organizational units.",
    },
    "perimeter.invalid-id": { says: "The IDs of accounts, organizations and organizational units are well-formed." },
    "perimeter.unknown-resources": { says: "AWS-owned resources are set by known IDs." },
    "perimeter.resources-not-in-region": {
        says: "AWS-owned resources that are requested, or that a workload needs, exist in the stack's Region.",
    },
    "perimeter.no-reason": { says: "An exception has a reason." },
    "perimeter.open-write": { says: "An exception for resources that anyone could own allows only read actions." },

    "quota.unknown": { says: "Quotas are known, e.g. `quota.sg-rules`." },
    "quota.fixed": { says: "Quotas that AWS does not raise keep their value." },
    "quota.invalid": { says: "A quota is a positive integer." },
    "quota.too-high": {
        says: "A quota is not higher than AWS raises it.",
        source: `${vpcGuide}/amazon-vpc-limits.html`,
    },
    "quota.cidrs-per-vpc": {
        says: "A VPC has at most 5 IPv4 CIDR blocks, or the account's raised quota, up to 50.",
        source: `${vpcGuide}/amazon-vpc-limits.html#vpc-limits-vpcs-subnets`,
    },
    "quota.interface-per-vpc": {
        says: "A VPC has at most 50 interface endpoints, or the account's raised quota.",
        source: `${privatelink}/vpc-limits-endpoints.html`,
    },
    "quota.sg-rules": {
        says: "A security group has at most 60 inbound rules, or the account's raised quota.",
        source: `${vpcGuide}/amazon-vpc-limits.html`,
    },
    "quota.sg-per-eni": {
        says: "An endpoint has at most 5 security groups, or the account's raised quota.",
        source: `${vpcGuide}/amazon-vpc-limits.html`,
    },
    "quota.policy-size": {
        says: "A policy has at most 20,480 characters when minified.",
        source: `${endpointPolicies}#vpc-endpoint-policy-considerations`,
    },

    "quota.firewall-list": {
        says: "A list of DNS Firewall has at most 1,000 names, because it is sent in one request.",
        source: `${resolverApi}_UpdateFirewallDomains.html`,
    },
    "quota.firewall-groups": {
        says: "A VPC has at most 5 rule groups of DNS Firewall.",
        source: `${route53}/DNSLimitations.html#limits-api-entities-resolver-dns-firewall`,
    },
    "quota.firewall-domains": {
        says: "An account has at most 100,000 names in DNS Firewall's lists in a Region, or its raised quota.",
        source: `${route53}/DNSLimitations.html#limits-api-entities-resolver-dns-firewall`,
    },

    "budget.invalid": { says: "A budget is an amount of USD a month." },
    "budget.exceeded": { says: "The endpoints cost at most `options.maxMonthlyUsd`." },

    "endpoint-service.public": {
        says: "An endpoint service that accepts every connection lists its principals.",
        source: `${privatelink}/configure-endpoint-service.html`,
    },
    "endpoint-service.any-principal": {
        says: "If `allowedPrincipals` contains `*`, every AWS account may request a connection.",
        source: `${privatelink}/configure-endpoint-service.html`,
    },
    "endpoint-service.nothing-to-accept": { says: "Endpoints are accepted only if acceptance is required." },
    "endpoint-service.invalid-load-balancer": { says: "A load balancer is set by its ARN." },
    "endpoint-service.load-balancer-type": { says: "The load balancers are network load balancers." },
    "endpoint-service.load-balancer-region": { says: "The load balancers are in the Region of the endpoint service." },
    "endpoint-service.invalid-principal": { says: "A principal is the ARN of an account, a role or a user." },
    "endpoint-service.principal-path": {
        says: "The ARN of a principal has no path.",
        source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcEndpointServicePermissions.html",
    },
    "endpoint-service.unknown-value": { says: "IP address types and events have AWS's values." },
    "endpoint-service.invalid-dns-name": { says: "A private DNS name is a DNS name in lower case." },
    "endpoint-service.zone-without-name": { says: "A hosted zone is set only with a private DNS name." },
    "endpoint-service.invalid-topic": { says: "The SNS topic of notifications is set by its ARN." },

    "aws.denied": {
        says: "The role or user that deploys the stack may make the lookups.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html",
    },
    "aws.no-answer": { says: "Lookups in AWS succeed." },
    "aws.refused": { says: "AWS accepts every request. The message contains the error code of Amazon EC2." },

    "file.not-read": { says: "A file exists and can be read." },
    "file.not-json": { says: "The file is JSON." },
    "file.not-yaml": { says: "The file is YAML." },
    "file.not-written": { says: "A file can be written." },

    "stack.not-found": { says: "The stack has a file `Pulumi.<stack>.yaml`." },
    "stack.misplaced": { says: "A stack's file is a map that has the settings as a map under `config`." },
    "stack.no-namespace": { says: "A key in a stack's file has a namespace, e.g. `private-vpc:`." },
    "stack.other-language": { says: "The program runs on Node.js." },
    "stack.program-failed": { says: "The program runs to its end." },
    "stack.several-vpcs": { says: "A planned program creates one `PrivateVpc`." },
    "stack.not-a-plan": { says: "`--against` expects a plan written by this version." },

    "inventory.not-an-answer": { says: "A file or an answer is what the named command of the AWS CLI prints." },
    "inventory.partial-answer": { says: "An answer of AWS has all pages." },

    "recover.not-a-state": { says: "`--state` expects the output of `pulumi stack export`." },
    "recover.no-answer": { says: "`pulumi stack export` and the commands of the AWS CLI succeed." },
    "recover.no-region": { says: "The stack's AWS providers are in one Region, or `--region` names it." },
    "recover.other-account": { says: "AWS's answers are from the account of the stack." },

    "adopt.no-vpc": { says: "AWS lists the VPC to adopt in the Region." },
    "adopt.no-stack": { says: "The state or `--stack` names the stack that adopts a VPC." },
    "adopt.name-taken": { says: "The state has no other component of the name of the one that adopts a VPC." },
    "adopt.file-exists": { says: "`adopt` writes only new files, unless `--force` is set." },
    "adopt.not-written": { says: "The folder for the files of `adopt` can be written." },
    "adopt.not-an-import-file": { says: "`--check` expects a file for `pulumi import --file`." },
    "adopt.gone": { says: "AWS has every resource of an import file, with the type that the file states." },
    "adopt.other-vpc": { says: "Every resource of an import file is in the VPC." },
    "adopt.in-state": { says: "The state has no resource of an import file under another name." },
    "release.no-component": { says: "The state has the component to release." },
    "release.depended-on": { says: "No other resource of the stack depends on what is released." },

    "reach.mixed-answers": {
        says: "The answers of AWS that a network is read from are of one account and one Region.",
    },
    "reach.no-region": { says: "The answers of AWS show their Region, or `--region` names it." },
    "reach.unknown-source": { says: "`--from` names a workload, a subnet or an address of the network." },
    "reach.not-a-stack": {
        says:
            "`--stack-export` expects the output of `pulumi stack export`, `--preview` that of `pulumi preview --json`.",
    },
    "reach.preview-failed": { says: "A preview that a network is read from has no errors." },

    "guardrails.no-internet-gateway": {
        says: "A private VPC has no internet gateway, egress-only internet gateway or carrier gateway.",
        source: `${vpcGuide}/VPC_Internet_Gateway.html`,
    },
    "guardrails.no-nat-gateway": {
        says: "A private VPC has no NAT gateway.",
        source: `${vpcGuide}/vpc-nat-gateway.html`,
    },
    "guardrails.no-default-route": {
        says: "No route table of a private VPC has a default route, or another route to public addresses.",
        source: `${vpcGuide}/VPC_Route_Tables.html`,
    },
    "guardrails.no-public-address": {
        says: "Nothing in a private VPC has a public IPv4 address.",
        source: `${vpcGuide}/vpc-ip-addressing.html`,
    },
    "guardrails.no-public-subnet": {
        says: "No subnet of a private VPC has a route to an internet gateway, or assigns public addresses.",
        source: `${vpcGuide}/configure-subnets.html`,
    },
    "guardrails.endpoint-security-group": {
        says: "An interface endpoint has security groups that only endpoints have.",
        source: `${privatelink}/create-interface-endpoint.html`,
    },
    "guardrails.endpoint-policy": {
        says: "A VPC endpoint has a policy of its own, not the default one.",
        source: endpointPolicies,
    },
    "guardrails.endpoint-policy-valid": {
        says: "The linter finds no error in an endpoint policy.",
        source: endpointPolicies,
    },
    "guardrails.endpoint-policy-proven": {
        says: "An endpoint policy is proven to allow only trusted principals and resources.",
        source: endpointPolicies,
    },
    "guardrails.gateway-route-tables": {
        says: "A gateway endpoint is in the route table of every private subnet of its VPC.",
        source: `${privatelink}/gateway-endpoints.html`,
    },
    "guardrails.no-open-security-group": {
        says: "No security group accepts connections from any address.",
        source: `${vpcGuide}/security-group-rules.html`,
    },
    "guardrails.private-dns-owner": {
        says: "One endpoint or private hosted zone of a VPC has a service's private DNS names.",
        source: `${privatelink}/create-interface-endpoint.html`,
    },
    "guardrails.flow-logs": {
        says: "A VPC has flow logs.",
        source: `${vpcGuide}/flow-logs.html`,
    },
    "guardrails.workload-reachability": {
        says: "A workload reaches the services that it calls.",
        source: "https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html",
    },
    "guardrails.needed-endpoint": {
        says: "A service that a workload calls from a private subnet has a VPC endpoint.",
        source: `${privatelink}/concepts.html`,
    },
    "guardrails.endpoint-budget": {
        says: "The VPC endpoints of a stack cost no more than the option `maxMonthlyUsd` allows.",
        source: "https://aws.amazon.com/privatelink/pricing/",
    },
    "guardrails.undecided": {
        says: "A preview shows everything that the other policies need to know.",
        source: "https://www.pulumi.com/docs/iac/concepts/inputs-outputs/",
    },
    "guardrails.exists": { says: "`guardrails init` creates a new folder, and overwrites nothing." },

    "facts.not-an-answer": { says: "`--services` expects the output of `describe-vpc-endpoint-services`." },
    "facts.partial-answer": { says: "An answer is complete: all pages, no filters." },
    "facts.several-regions": {
        says: "An answer or a price is for one Region, and there is one answer for each Region.",
    },
    "facts.unknown-region": { says: "The Region of an answer or a price is in regions.json." },
    "facts.outdated": { says: "An answer is newer than the one in the catalogue." },
    "facts.not-an-offer": { says: "`--prices` expects a price list of AmazonVPC or AmazonEC2." },
    "facts.price-missing": { says: "A price list contains every price of its offer for each Region." },
    "facts.invalid-price": {
        says:
            "A price is one amount of USD above 0, and at most 4 times different from those of the nearest Regions (data to other Regions: 10 times).",
    },
    "facts.not-a-reading": { says: "`--pages` expects facts with the page and the date of each, and one value." },
    "facts.not-a-catalogue": { says: "`--catalogue` expects the folder of services.json and regions.json." },
} satisfies { [code: `${string}.${string}`]: CodeFacts };

/** The code of a problem or a warning, e.g. `services.unknown`. docs/problems.md explains each. */
export type ProblemCode = keyof typeof problemCodes;
