/** The version of @pulumi/policy that the policies are tested with. */
export const policyVersion = "1.21.0";

/** The files of a policy pack with the guardrails, by name. */
export function guardrailsFiles(): { [file: string]: string } {
    return {
        "PulumiPolicy.yaml": `description: Guardrails for private networks and their VPC endpoints
runtime: nodejs
main: index.js
`,
        "package.json": `${
            JSON.stringify(
                {
                    name: "guardrails",
                    version: "1.0.0",
                    private: true,
                    main: "index.js",
                    dependencies: { "@pulumi/policy": policyVersion },
                },
                undefined,
                2,
            )
        }
`,
        "index.js": main,
    };
}

const main = `const { PolicyPack } = load("@pulumi/policy", "run npm install in the folder of this file");
const { guardrails } = load("private-vpc/guardrails", "install the current version of private-vpc in your project");

new PolicyPack("guardrails", guardrails({
    // VPCs that must be private, by name: ["*"] means every VPC. Those of a PrivateVpc always are.
    privateVpcs: [],
}));

function load(name, fix) {
    try {
        return require(name);
    } catch (error) {
        const { node } = process.versions;
        const advice = Number(node.split(".")[0]) < 20 ? \`use Node.js 20.19 or newer, not \${node}\` : fix;
        const failure = new Error(\`\${name} cannot be loaded: \${advice}. \${error.message.split("\\n")[0]}\`);
        failure.stack = failure.message;
        throw failure;
    }
}
`;
