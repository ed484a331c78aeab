import { vpcePrefixes } from "./vpceKeys";

/** The facts about a global condition key. */
export interface GlobalKey {
    /** The form of its value, for keys with an identifier created by AWS. */
    identifier?: Identifier;
    /** Whether it is multivalued, so that it needs a set operator. */
    many?: boolean;
    /** Whether it has no value in a request without an IAM identity. */
    signedOnly?: boolean;
    /** Whether every request has it, even an unsigned one, whose account is the word "anonymous". */
    always?: boolean;
    /** The key to use instead, if no request through an endpoint has it. */
    instead?: string;
    /** The IAM prefixes of the services whose requests have it. @default - every service */
    onlyOf?: string[];
}

/** An identifier created by AWS. */
export interface Identifier {
    /** Its name, e.g. `an account ID`. */
    what: string;
    form: RegExp;
    example: string;
}

const account = { what: "an account ID", form: /^(\d{12}|anonymous)$/, example: "123456789012" };
/** An organization ID in AWS's form. */
export const organization = { what: "an organization ID", form: /^o-[a-z0-9]{10,32}$/, example: "o-exampleorgid" };
const vpc = { what: "a VPC ID", form: /^vpc-[0-9a-f]{8,17}$/, example: "vpc-0123456789abcdef0" };
const endpoint = { what: "an endpoint ID", form: /^vpce-[0-9a-f]{8,17}$/, example: "vpce-0123456789abcdef0" };

/**
 * AWS's global condition keys. A name that ends in `/` is followed by a tag key.
 *
 * Names and multivalued keys: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 *
 * Identifiers: the same page, "Sensitive condition keys"; their forms:
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html
 */
export const globalKeys: { [key: string]: GlobalKey } = {
    "aws:AssumedRoot": {},
    "aws:CalledVia": { many: true },
    "aws:CalledViaAWSMCP": {},
    "aws:CalledViaFirst": {},
    "aws:CalledViaLast": {},
    "aws:ChatbotSourceArn": {},
    "aws:CurrentTime": {},
    "aws:Ec2InstanceSourcePrivateIPv4": {},
    "aws:Ec2InstanceSourceVpc": {},
    "aws:EpochTime": {},
    "aws:FederatedProvider": {},
    "aws:IsMcpServiceAction": {},
    "aws:MultiFactorAuthAge": {},
    "aws:MultiFactorAuthPresent": {},
    "aws:PrincipalAccount": { identifier: account, signedOnly: true, always: true },
    "aws:PrincipalArn": { signedOnly: true },
    "aws:PrincipalIsAWSService": {},
    "aws:PrincipalOrgID": { identifier: organization, signedOnly: true },
    "aws:PrincipalOrgPaths": { many: true, signedOnly: true },
    "aws:PrincipalServiceName": { signedOnly: true },
    "aws:PrincipalServiceNamesList": { many: true, signedOnly: true },
    "aws:PrincipalTag/": { signedOnly: true },
    "aws:PrincipalType": { always: true },
    "aws:referer": {},
    "aws:RequestedRegion": {},
    "aws:RequestTag/": {},
    "aws:ResourceAccount": { identifier: account },
    "aws:ResourceOrgID": { identifier: organization },
    "aws:ResourceOrgPaths": { many: true },
    "aws:ResourceTag/": {},
    "aws:SecureTransport": {},
    "aws:SignInSessionArn": {},
    "aws:SourceAccount": { identifier: account },
    "aws:SourceArn": {},
    "aws:SourceIdentity": {},
    "aws:SourceIp": { instead: "aws:VpcSourceIp" },
    "aws:SourceOrgID": { identifier: organization },
    "aws:SourceOrgPaths": { many: true },
    "aws:SourceVpc": { identifier: vpc },
    "aws:SourceVpcArn": { onlyOf: vpcePrefixes.sourceVpcArn },
    "aws:SourceVpce": { identifier: endpoint },
    "aws:TagKeys": { many: true },
    "aws:TokenIssueTime": {},
    "aws:UserAgent": {},
    "aws:userid": { signedOnly: true, always: true },
    "aws:username": { signedOnly: true },
    "aws:ViaAWSMCPService": {},
    "aws:ViaAWSService": {},
    "aws:VpceAccount": { identifier: account, onlyOf: vpcePrefixes.vpceAccount },
    "aws:VpceOrgID": { identifier: organization, onlyOf: vpcePrefixes.vpceOrgId },
    "aws:VpceOrgPaths": { many: true, onlyOf: vpcePrefixes.vpceOrgPaths },
    "aws:VpcSourceIp": {},
};

/** Keys of one service that requests to other services may have. Source: the same page. */
export const crossServiceKeys = [
    "codebuild:BuildArn",
    "codebuild:ProjectArn",
    "ec2:RoleDelivery",
    "ec2:SourceInstanceArn",
    "glue:CredentialIssuingService",
    "glue:RoleAssumedBy",
    "identitystore:UserId",
    "lambda:SourceFunctionArn",
    "ssm:SourceInstanceArn",
];

const byLowerCase = new Map(Object.entries(globalKeys).map(([name, facts]) => [name.toLowerCase(), facts]));

/** The facts about a global key (case-insensitive, as in IAM). */
export function globalKey(key: string): GlobalKey | undefined {
    return byLowerCase.get(key.toLowerCase().replace(/\/.+$/, "/"));
}
