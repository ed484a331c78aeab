import type { OwnedResource } from "../../components/plan/facts/ownedResources";
import type { Port } from "../../components/plan/facts/services";
import type { Truth } from "../../components/plan/policies/iam/truth";
import type { Maybe } from "./maybe";
import type { Named } from "./vpcModel";

/** A VPC endpoint of any kind. */
export interface Endpoint extends Named {
    /** `Gateway`, `Interface`, `GatewayLoadBalancer`, `Resource` or `ServiceNetwork`. */
    kind: Maybe<string>;
    vpc: Maybe<string>;
    /** E.g. `com.amazonaws.us-east-1.s3`. */
    serviceName: Maybe<string>;
    /** The service key in the catalogue; undefined for a service that is not AWS's, or not in the catalogue. */
    service?: string;
    isAvailable: Truth;
    /** Its policy as JSON; `null` if it has AWS's default, which allows everything. */
    policy: Maybe<string | null>;
    /** The network interfaces of an endpoint that is in subnets. */
    interfaces: Maybe<EndpointInterface[]>;
    groups: Maybe<string[]>;
    /** Whether the service's names resolve to it in the VPC, for clients in the VPC. */
    privateDns: Truth;
    /** The private DNS names, which may start with `*.`. */
    privateDnsNames: Maybe<string[]>;
    /** The prefix list of a gateway endpoint. */
    prefixList?: string;
    ports: Port[];
    /** The AWS-owned resources that its policy is meant to allow, by ID. @default - all that the service's clients may need */
    ownedResources?: OwnedResource[];
}

/** A network interface of an endpoint; its address is known only once it exists. */
export interface EndpointInterface {
    subnet: string;
    address?: string;
}

/** A network interface that something else than an endpoint has. */
export interface Interface extends Named {
    vpc: Maybe<string>;
    subnet: Maybe<string>;
    groups: Maybe<string[]>;
    addresses: string[];
    /** Its public IPv4 address, if it has one. */
    publicAddress?: string;
}

/** A resource that gets public IPv4 addresses, as its stack declares it; an account has them at network interfaces. */
export interface PublicAddress extends Named {
    /** @default - it is in no VPC */
    vpc: Maybe<string | undefined>;
    /** Whether it gets some. */
    isPublic: Truth;
    /** A sentence, e.g. `orders gets public addresses`. */
    says: string;
    /** The change without which it gets none. */
    fix: string;
}

/** Something that sends requests: it runs in one of these subnets, and has all of these security groups. */
export interface Workload extends Named {
    subnets: Maybe<string[]>;
    groups: Maybe<string[]>;
    /** Its private address. @default - any address of its subnets */
    address?: string;
    hasPublicAddress: Truth;
    /** The role that signs its requests, unless a need has another one. */
    role?: Maybe<Role>;
    /** The services that it calls. @default - not known: every service that has an endpoint in its VPC is checked */
    needs?: Need[];
    /** By name, what is not known, so that it may need more, e.g. `containerDefinitions of app`. @default [] */
    openNeeds?: string[];
}

/** An IAM role that signs requests. */
export interface Role extends Named {
    arn: Maybe<string>;
    /** Its inline policies and those that are attached to it. @default - not known, and not evaluated */
    policies?: Maybe<RolePolicy[]>;
    /** Its permissions boundary. @default - it has none */
    boundary?: RolePolicy;
}

/** An identity policy of a role. */
export interface RolePolicy {
    name: string;
    /** Its JSON document. */
    document: Maybe<string>;
    /** Whether AWS manages it. @default false */
    isAwsManaged?: boolean;
}

/** A service that a workload calls, and why. */
export interface Need {
    /** The key of the AWS service; for anything else, the same as `host`. */
    service: string;
    /** The host name that it calls. @default - the service's usual one in the network's Region */
    host?: string;
    /** What calls the service, e.g. `task definition app`. @default - the workload itself */
    by?: string;
    /** What it does, e.g. `pulls images from Amazon ECR`. */
    why: string;
    /** The role that signs the request. @default - the workload's */
    role?: Maybe<Role>;
    /** The AWS page that documents it. */
    source?: string;
    /** The request, e.g. `ecr:GetAuthorizationToken` on `*`. @default - only the network path is checked */
    request?: AwsRequest;
}

/** A request to an AWS service. */
export interface AwsRequest {
    action: string;
    /** @default * */
    resource?: string;
    /** The account that owns the resource. @default - the one in its ARN, or the network's own */
    resourceAccount?: string;
    /** More context keys of the request, e.g. `aws:PrincipalOrgID`. */
    context?: { [key: string]: string | string[] };
}
