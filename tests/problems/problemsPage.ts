import type { ProblemCode } from "../../components/plan/problem";
import { type CodeFacts, problemCodes } from "../../components/plan/problemCodes";
import { anchorOf } from "../../tools/docs/markdownText";
import { soundConfig } from "./exampleInputs";
import type { Caused, ProblemExample } from "./problemExample";

type Area<Code extends string = ProblemCode> = Code extends `${infer Name}.${string}` ? Name : never;

/** What the codes of each area are about, in the order of the page. */
const areas: { [area in Area]: string } = {
    "args": "Keys and values",
    "component": "Names of components",
    "config": "Config of a stack",
    "tags": "Tags",
    "list": "Lists",
    "regions": "Regions",
    "zones": "Availability Zones",
    "network": "CIDR blocks and subnets",
    "vpc": "Existing VPCs",
    "flow-logs": "Flow logs",
    "dns-firewall": "DNS firewall",
    "workloads": "Workloads",
    "services": "Services",
    "endpoints": "Endpoints",
    "gw": "Gateway endpoints",
    "if": "Interface endpoints",
    "s3": "Interface endpoints of S3",
    "existing": "Existing endpoints",
    "connections": "Connections to endpoint services",
    "endpoint-service": "Endpoint services",
    "pol": "Endpoint policies",
    "access": "Access",
    "from-policies": "Policies of workloads",
    "perimeter": "Perimeter",
    "quota": "Quotas",
    "budget": "Budget",
    "aws": "Answers of AWS",
    "file": "Files",
    "stack": "Stacks and plans",
    "inventory": "Answers of the AWS CLI",
    "recover": "Recovery",
    "adopt": "Adopting a VPC",
    "release": "Releasing a component",
    "reach": "Reachability",
    "guardrails": "Guardrails",
    "facts": "Refreshing the facts",
};

/** Every code, by its area. */
export const codes = Object.keys(problemCodes) as ProblemCode[];

/** An example, and what it causes. */
export interface RunExample extends ProblemExample {
    caused: Caused[];
}

/** docs/problems.md: every code, what it stands for, and its examples with what is printed of them. */
export function problemsPage(examples: RunExample[]): string {
    const sections = Object.entries(areas).flatMap(([area, title]) => [
        `## ${title}`,
        ...codes.filter((code) => code.startsWith(`${area}.`)).flatMap((code) => [
            ...entry(code),
            ...examples.filter((example) => example.code === code).map(exampleText),
        ]),
    ]);
    return `${[introduction(), ...sections].join("\n\n")}\n`;
}

function introduction(): string {
    const links = Object.entries(areas).map(([area, title]) => `[${title}](#${anchorOf(title)}) (\`${area}\`)`);
    return `<!-- Written by npm run docs:problems from components/plan/problemCodes.ts and tests/problems. -->

# Problems and warnings

Every problem and every warning has a code. It is printed in brackets after the message, and is the \`code\` of \`--json\` and
the rule of \`--sarif\`. Codes do not change; messages may. A problem stops the plan or the deployment, a warning does not.

Each code has its meaning, and examples: the input, then what is printed: the path, the message, and after the arrow the fix.
Examples of a stack's config are added to this one:

\`\`\`yaml
${soundConfig}\`\`\`

In programs, \`args\` are the \`vpcId\`, \`vpcCidrBlock\`, \`subnetIds\` and \`routeTableIds\` of a VPC with a subnet in us-east-1a and
in us-east-1b.

${links.join(" · ")}`;
}

function entry(code: ProblemCode): string[] {
    const { says, source }: CodeFacts = problemCodes[code];
    return [`### ${code}`, source === undefined ? says : `${says} ([AWS](${source}))`];
}

/** An example as the page shows it. */
export function exampleText({ given, shown: { language, text }, caused }: RunExample): string {
    const printed = caused.map(({ path, message, hint }) => {
        if (hint === undefined) return `warning: ${message}`;
        return [...(path ? [path] : []), `  ${message}`, `  → ${hint}`].join("\n");
    });
    const blocks = [`\`\`\`${language}\n${text}\n\`\`\``, `\`\`\`\n${printed.join("\n")}\n\`\`\``];
    return [...(given === undefined ? [] : [given]), ...blocks].join("\n\n");
}
