import { answer, detail, interfaceHour, offer, output, refreshed, s3Gateway, small } from "../catalogue/answers";
import { inCommand, inConfig, inProgram } from "./exampleInputs";
import type { Files } from "./exampleRuns";
import { accounts } from "./networkExamples";
import type { ProblemExample } from "./problemExample";

const sound = "config:\n  private-vpc:cidrBlock: 10.0.0.0/16\n  private-vpc:availabilityZones: [us-east-1a]\n";
const plan = "npx private-vpc plan";
const refresh = (option: string, content: unknown, given?: string): [string, Files, string | undefined] => [
    `npx private-vpc facts refresh --${option} ${option}.json`,
    { [`${option}.json`]: content },
    given,
];
const sqs = detail("com.amazonaws.us-east-1.sqs");
const prices = (products: Parameters<typeof offer>[1]) => offer("AmazonVPC", products).value;
const dollars = interfaceHour("us-east-1", "0.01");
const dearer = interfaceHour("us-east-1", "0.02");
const withSku = (product: typeof dollars, sku: string) =>
    JSON.parse(JSON.stringify(product).replaceAll(product.sku, sku)) as typeof dollars;
const inYuan = JSON.parse(JSON.stringify(dollars).replaceAll("USD", "CNY")) as typeof dollars;
const answered = answer("us-east-1", [sqs]).value as ReturnType<typeof output>;

/** The files of a catalogue that contains an answer of us-east-1 from this day. */
function newerCatalogue(day: string): Files {
    const services = [answer("us-east-1", [sqs], day)];
    return catalogueFiles(refreshed(small({ sqs: {} }), { services }).catalogue);
}

function catalogueFiles({ services, regions }: ReturnType<typeof small>): Files {
    return { "catalogue/services.json": services, "catalogue/regions.json": regions };
}

const nine = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`service${index}`, {}]));

/** Mistakes in the commands and in the files they read, and requests that AWS rejects. */
export const commandExamples: ProblemExample[] = [
    inProgram(
        "aws.no-answer",
        `await VpcEndpoints.inVpc("app", { vpcId: "vpc-0fedcba9876543210", services: ["sqs"] });`,
        {
            given: "Where there is no such VPC in the account and Region:",
            resources: accounts.one,
        },
    ),
    inProgram(
        "aws.no-answer",
        `new EndpointService("orders", {
    networkLoadBalancerArns: ["arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef"],
});`,
        { given: "Without credentials:", regionFailure: "no valid credential sources found" },
    ),
    inProgram("aws.denied", `new VpcEndpoints("app", { ...args, services: ["sqs"] });`, {
        given: "Where the role that deploys may not call DescribeVpcEndpointServices:",
        denied: ["ec2:DescribeVpcEndpointServices"],
    }),
    inProgram(
        "aws.refused",
        `new aws.ec2.VpcEndpoint("mine", {
    vpcId: args.vpcId,
    serviceName: "com.amazonaws.us-east-1.s3",
    vpcEndpointType: "Gateway",
    routeTableIds: ["rtb-a"],
});
new VpcEndpoints("app", { ...args, services: ["s3"] });`,
        { given: "In a plan of a program, or its tests, on the emulated AWS:", preview: false },
    ),

    inConfig("file.not-read", "private-vpc:services: [sqs]\nprivate-vpc:endpoints: { sqs: { policy: missing.json } }"),
    inCommand("file.not-read", "npx private-vpc lint missing.json"),
    inCommand("file.not-read", "npx private-vpc lint policies", { "policies/s3.json": "{}" }),
    inCommand("file.not-read", `${plan} --against missing.json`, { "Pulumi.dev.yaml": sound }),
    inCommand("file.not-read", "npx private-vpc facts refresh --services missing.json"),
    inCommand("file.not-read", ...refresh("services", " ", "Where services.json is empty:")),
    inCommand("file.not-read", "npx private-vpc facts refresh --services answers", {
        "answers/us-east-1.json": answered,
    }),
    inCommand(
        "file.not-json",
        `${plan} --against plan.json`,
        { "Pulumi.dev.yaml": sound, "plan.json": `{"version": ` },
        `Where plan.json is \`{"version": \`:`,
    ),
    inCommand("file.not-json", ...refresh("services", `{"ServiceNames": [`, "Where services.json is cut off:")),
    inCommand("file.not-json", ...refresh("services", "SERVICENAMES\tsqs", "Where services.json is a table:")),
    inCommand(
        "file.not-yaml",
        `${plan} --stack dev`,
        { "Pulumi.dev.yaml": "config: [" },
        "Where Pulumi.dev.yaml is `config: [`:",
    ),
    inCommand(
        "file.not-yaml",
        `${plan} --stack dev`,
        { "Pulumi.dev.yaml": "config:\n  private-vpc:services: [sqs]\n  private-vpc:services: [kms]\n" },
        "Where Pulumi.dev.yaml sets `private-vpc:services` twice:",
    ),

    inCommand("stack.not-found", `${plan} --stack prd`, { "Pulumi.prod.yaml": sound }),
    inCommand(
        "stack.no-namespace",
        `${plan} --stack dev`,
        { "Pulumi.dev.yaml": "config:\n  cidrBlock: 10.0.0.0/16\n" },
        "Where Pulumi.dev.yaml has `cidrBlock: 10.0.0.0/16`:",
    ),
    inCommand(
        "stack.misplaced",
        `${plan} --stack dev`,
        { "Pulumi.dev.yaml": "aws:region: us-east-1\n" },
        "Where Pulumi.dev.yaml is `aws:region: us-east-1`:",
    ),
    inCommand("stack.misplaced", `${plan} --stack dev`, { "Pulumi.dev.yaml": "[]" }, "Where Pulumi.dev.yaml is `[]`:"),
    inCommand(
        "stack.other-language",
        `${plan} --stack dev`,
        { "Pulumi.yaml": "name: network\nruntime: python\n", "Pulumi.dev.yaml": sound },
        "Where Pulumi.yaml has `runtime: python`:",
    ),
    inCommand(
        "stack.program-failed",
        `${plan} --stack dev`,
        {
            "Pulumi.dev.yaml": sound,
            "index.ts":
                `import * as pulumi from "@pulumi/pulumi";\nthrow new pulumi.RunError("there is no queue to read");\n`,
        },
        "Where the program throws `new pulumi.RunError(\"there is no queue to read\")`:",
    ),
    inCommand(
        "stack.several-vpcs",
        `${plan} --stack dev`,
        { "Pulumi.dev.yaml": sound, "index.ts": "export {};\n" },
        "Where the program is empty:",
    ),
    inCommand(
        "stack.not-a-plan",
        `${plan} --against plan.json`,
        { "Pulumi.dev.yaml": sound, "plan.json": {} },
        "Where plan.json is `{}`:",
    ),
    inCommand("file.not-written", `${plan} --svg missing/plan.svg`, { "Pulumi.dev.yaml": sound }),
    inCommand(
        "args.not-set",
        "npx private-vpc services sqs --stack dev",
        { "Pulumi.dev.yaml": sound },
        "Where Pulumi.dev.yaml has no `aws:region`:",
    ),

    inCommand(
        "facts.not-an-answer",
        ...refresh("services", { Vpcs: [] }, "Where services.json is the output of another command:"),
    ),
    inCommand("facts.not-an-answer", ...refresh("services", prices([]), "Where services.json is a price list:")),
    inCommand(
        "facts.partial-answer",
        ...refresh("services", { ...answered, NextToken: "next" }, "Where services.json is one page of an answer:"),
    ),
    inCommand("facts.partial-answer", ...refresh("services", output([]), "Where services.json has no services:")),
    inCommand(
        "facts.partial-answer",
        ...refresh("services", output([detail("com.amazonaws.iam")]), "Where services.json has global services only:"),
    ),
    inCommand(
        "facts.partial-answer",
        ...refresh("services", output([sqs]), "Where services.json has no gateway endpoint:"),
    ),
    inCommand(
        "facts.partial-answer",
        "npx private-vpc facts refresh --services services.json --catalogue catalogue",
        { "services.json": output([s3Gateway("us-east-1")]), ...catalogueFiles(small(nine)) },
        "Where services.json is filtered:",
    ),
    inCommand(
        "facts.several-regions",
        ...refresh(
            "services",
            output([...answered.ServiceDetails, detail("com.amazonaws.eu-west-1.sqs")]),
            "Where services.json has services of two Regions:",
        ),
    ),
    inCommand(
        "facts.several-regions",
        "npx private-vpc facts refresh --services a.json --services b.json --fewer-is-right",
        { "a.json": answered, "b.json": answered },
        "Where both are answers of us-east-1:",
    ),
    inCommand(
        "facts.unknown-region",
        ...refresh(
            "services",
            answer("xx-north-9", []).value,
            "Where services.json is of a Region that is not in regions.json:",
        ),
    ),
    inCommand(
        "facts.unknown-region",
        ...refresh(
            "prices",
            prices([interfaceHour("xx-north-9", "0.01")]),
            "Where prices.json has a Region that is not in regions.json:",
        ),
    ),
    inCommand(
        "facts.partial-answer",
        "npx private-vpc facts refresh --services services.json --catalogue catalogue",
        { "services.json": output([s3Gateway("us-east-1")]), ...newerCatalogue("2026-11-20") },
        "Where the answer of 2026-11-20 had two services, and services.json has one:",
    ),
    inCommand(
        "facts.outdated",
        "npx private-vpc facts refresh --services services.json --catalogue catalogue",
        { "services.json": answered, ...newerCatalogue("2026-11-22") },
        "Where services.json was saved on 2026-11-21, and the catalogue has an answer of 2026-11-22:",
    ),
    inCommand("facts.not-an-offer", ...refresh("prices", {}, "Where prices.json is `{}`:")),
    inCommand(
        "facts.not-an-offer",
        ...refresh("prices", answered, "Where prices.json is the output of `describe-vpc-endpoint-services`:"),
    ),
    inCommand(
        "facts.not-an-offer",
        ...refresh("prices", offer("AmazonS3", []).value, "Where prices.json is the price list of AmazonS3:"),
    ),
    inCommand("facts.price-missing", ...refresh("prices", prices([]), "Where prices.json has no prices:")),
    inCommand(
        "facts.invalid-price",
        ...refresh("prices", prices([interfaceHour("us-east-1", "0")]), "Where a price is 0:"),
    ),
    inCommand("facts.invalid-price", ...refresh("prices", prices([inYuan]), "Where a price is not in USD:")),
    inCommand(
        "facts.invalid-price",
        ...refresh("prices", prices([{ ...dollars, terms: {} }]), "Where a price is not on demand:"),
    ),
    inCommand(
        "facts.invalid-price",
        ...refresh(
            "prices",
            prices([{ ...dollars, terms: { ...dollars.terms, ...withSku(dearer, "MORE").terms } }]),
            "Where a product has two prices:",
        ),
    ),
    inCommand(
        "facts.invalid-price",
        ...refresh("prices", prices([dollars, withSku(dearer, "MORE")]), "Where two products are the same:"),
    ),
    inCommand(
        "facts.not-a-reading",
        "npx private-vpc facts refresh --pages pages.json",
        { "pages.json": [{ page: "acm/latest/userguide/vpc-endpoints", services: { acm: { policySupport: true } } }] },
        "Where a page in pages.json has no date:",
    ),
    inCommand("facts.not-a-reading", "npx private-vpc facts refresh --pages pages.json", { "pages.json": {} }),
    inCommand(
        "facts.not-a-catalogue",
        "npx private-vpc facts refresh --services services.json --catalogue facts",
        { "services.json": answered, "facts/services.json": {}, "facts/regions.json": {} },
        "Where facts/services.json and facts/regions.json are `{}`:",
    ),
];
