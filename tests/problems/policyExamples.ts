import { type RuleCode, ruleCodes } from "../../components/plan/policies/iam/lint/lintEndpointPolicy";
import { lintCases } from "../plan/policies/iam/lint/cases/lintCases";
import { inConfig, inDeployment, inPlan, inPolicy, inProgram } from "./exampleInputs";
import type { ProblemExample } from "./problemExample";

const options = (service: string, said: string) =>
    `private-vpc:services: [${service}]\nprivate-vpc:endpoints: { ${service}: ${said} }`;
const program = (service: string, said: string) =>
    `new VpcEndpoints("app", {
    ...args,
    services: ["${service}"],
    endpoints: { ${service.includes(".") ? `"${service}"` : service}: ${said} },
});`;
const fromPolicies = (document: string) => program("sqs", `{ fromPolicies: [JSON.stringify(${document})] }`);
const statement = (elements: string) => fromPolicies(`{ Statement: [{ ${elements} }] }`);
const perimeter = (said: string) => `private-vpc:perimeter: ${said}`;

/** The rule's first case with a known service, otherwise its first case. */
function ofRule(code: RuleCode): ProblemExample {
    const { fault, context } = lintCases[code].find((one) => one.context?.service) ?? lintCases[code][0]!;
    return inPolicy(code, fault, context);
}

/**
 * The rules whose cases cannot be shown: JSON error messages differ between versions of Node.js, and one policy is too long.
 */
const others: RuleCode[] = ["pol.not-json", "quota.policy-size"];

const tooLong =
    `const Resource = Array.from({ length: 800 }, (_, index) => \`arn:aws:s3:::amzn-s3-demo-bucket-\${index}\`);
const Statement = [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource }];
${program("s3", "{ policy: JSON.stringify({ Statement }) }")}`;

const notEnough = `new PrivateVpc("app", {
    cidrBlock: "10.0.0.0/16",
    availabilityZones: ["us-east-1a", "us-east-1b"],
    services: ["sqs"],
    endpoints: {
        sqs: {
            fromPolicies: [JSON.stringify({ Statement: { Effect: "Allow", Action: "sqs:*", Resource: "*" } })],
            additionalPolicy: JSON.stringify({
                Version: "2012-10-17",
                Statement: { Effect: "Deny", Principal: "*", Action: "sqs:Delete*", Resource: "*" },
            }),
        },
    },
});`;

/** Mistakes in policies, in their inputs, and in the perimeter. */
export const policyExamples: ProblemExample[] = [
    inConfig(
        "access.invalid-principal",
        options("sqs", "{ access: [{ principals: [app], actions: [sqs:SendMessage], resources: ['*'] }] }"),
    ),
    inConfig("pol.foreign-action", options("sqs", "{ access: [{ actions: [s3:GetObject], resources: ['*'] }] }")),
    inConfig("pol.foreign-action", options("console", "{ access: [{ actions: [s3:GetObject], resources: ['*'] }] }")),

    inProgram("from-policies.unknown-prefix", program("console", `{ fromPolicies: ["{}"] }`)),
    inProgram("from-policies.allows-nothing", statement(`Effect: "Allow", Action: "s3:GetObject", Resource: "*"`)),
    inProgram("from-policies.not-enough", notEnough),
    inProgram("from-policies.not-derivable", statement(`Effect: "Allow", NotAction: "iam:*", Resource: "*"`)),
    inProgram("from-policies.not-derivable", statement(`Effect: "Allow", Action: "sqs:*", NotResource: "*"`)),

    inDeployment(
        "pol.default",
        "private-vpc:services: [iot.data]",
        {},
        "Where AWS answers that iot.data supports endpoint policies:",
    ),
    inConfig("pol.unsupported", options("iot.data", "{ access: [{ actions: [iot:Connect], resources: ['*'] }] }")),
    inDeployment(
        "pol.unsupported",
        "private-vpc:services: [sqs]",
        { vpcEndpointPolicySupported: false },
        "Where AWS answers that sqs does not support endpoint policies:",
    ),
    inDeployment(
        "pol.unsupported",
        "private-vpc:services: [acm]",
        { vpcEndpointPolicySupported: false },
        "Where AWS answers that acm does not support endpoint policies, which this version does not know:",
    ),
    inDeployment(
        "pol.unsupported",
        options("acm", "{ access: [{ actions: [acm:ListCertificates], resources: ['*'] }] }"),
        { vpcEndpointPolicySupported: false },
        "Where AWS answers that acm does not support endpoint policies:",
    ),
    inProgram("pol.replaced", program("sqs", `{ policy: "full-access", additionalPolicy: "{}" }`)),
    inConfig(
        "pol.support-unknown",
        `${
            options("acm", "{ access: [{ actions: [acm:ListCertificates], resources: ['*'] }] }")
        }\nprivate-vpc:options: { lookUp: false }`,
    ),
    inProgram("pol.unknown-placeholder", program("sqs", `{ policy: '{"Statement": [{"Resource": "<account>"}]}' }`)),
    inProgram("pol.not-json", program("sqs", `{ policy: '{"Statement": [' }`)),
    inProgram("pol.not-json", program("sqs", `{ fromPolicies: ['{"Statement": ['] }`)),
    inProgram("pol.grammar", program("sqs", `{ policy: "{}" }`)),
    inProgram("pol.grammar", fromPolicies("{}")),
    inProgram("pol.grammar", fromPolicies(`{ Statement: ["Allow"] }`)),
    inProgram("pol.grammar", statement(`Effect: "Permit", Action: "sqs:*", Resource: "*"`)),
    inProgram("pol.grammar", statement(`Effect: "Allow", Resource: "*"`)),
    inProgram("pol.grammar", statement(`Effect: "Allow", Action: "sqs:*"`)),
    inPolicy("pol.not-json", `{"Statement": [`),
    ...ruleCodes.filter((code) => !others.includes(code)).map(ofRule),
    inProgram("quota.policy-size", tooLong),

    inConfig("perimeter.several-kinds", perimeter("{ accountIds: ['111122223333'], organizationId: o-exampleorgid }")),
    inConfig("perimeter.invalid-id", perimeter("{ accountIds: ['1111'] }")),
    inConfig("perimeter.invalid-id", perimeter("{ organizationId: exampleorgid }")),
    inConfig("perimeter.invalid-id", perimeter("{ organizationPaths: [o-exampleorgid/ou-ab12-11111111] }")),
    inConfig("perimeter.unknown-resources", perimeter("{ awsOwnedResources: [ecrr] }")),
    inPlan(
        "perimeter.resources-not-in-region",
        `aws:region: ca-west-1\nprivate-vpc:availabilityZones: [ca-west-1a]\nprivate-vpc:services: [s3]\n${
            perimeter("{ awsOwnedResources: [codedeploy] }")
        }`,
    ),
    inConfig("services.not-requested", perimeter("{ awsOwnedResources: [ecr] }")),
    inConfig(
        "list.empty",
        `private-vpc:services: [s3]\n${
            perimeter("\n  exceptions: [{ service: s3, actions: [], resources: [], reason: packages }]")
        }`,
    ),
    inConfig(
        "perimeter.no-reason",
        `private-vpc:services: [s3]
private-vpc:perimeter:
  exceptions:
    - { service: s3, actions: [s3:GetObject], resources: ["arn:aws:s3:::amzn-s3-demo-bucket/*"], reason: "" }`,
    ),
    inConfig(
        "perimeter.open-write",
        `private-vpc:services: [s3]
private-vpc:perimeter:
  exceptions:
    - { service: s3, actions: [s3:PutObject], resources: ["arn:aws:s3:::amzn-s3-demo-*/*"], reason: backups }`,
    ),
];
