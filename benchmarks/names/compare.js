// Compares the name of every endpoint service that the AWS CDK knows with the catalogue's, in Regions of four partitions.
// Fails on a difference that differences.json does not list, and on a listed one that is none any more.
const { App, Stack } = require("aws-cdk-lib");
const ec2 = require("aws-cdk-lib/aws-ec2");
const { version } = require("aws-cdk-lib/package.json");

const { services } = require("../../components/plan/facts/services");
const { factsOf, serviceNameIn } = require("../../components/plan/services/serviceNames");
// { kind, constant, region, cdk, catalogue, page, why }: the AWS page that decides, and what it says.
const listed = require("./differences.json");

const regions = ["us-east-1", "eu-west-1", "cn-north-1", "us-gov-west-1", "us-iso-east-1"];
const classes = { Interface: ec2.InterfaceVpcEndpointAwsService, Gateway: ec2.GatewayVpcEndpointAwsService };

const found = [];
const covered = { Interface: new Set(), Gateway: new Set() };
const alike = Object.fromEntries(regions.map((region) => [region, 0]));
for (const kind of Object.keys(classes)) {
    const keys = keysByName(kind);
    const home = cdkNames(kind, "us-east-1");
    for (const region of regions) {
        for (const [constant, cdk] of Object.entries(cdkNames(kind, region))) {
            const key = keys.get(home[constant]);
            if (key !== undefined) covered[kind].add(key);
            const catalogue = key === undefined ? null : serviceNameIn(region, key, kind);
            if (cdk === catalogue) alike[region]++;
            else found.push({ kind, constant, region, cdk, catalogue });
        }
    }
}

const place = ({ kind, constant, region, cdk, catalogue }) => `${kind} ${constant} in ${region}: CDK ${cdk}, catalogue ${catalogue}`;
const without = (list, others) => list.filter((one) => !others.some((other) => place(other) === place(one)));
const unlisted = without(found, listed).map((one) => `not listed: ${place(one)}`);
const obsolete = without(listed, found).map((one) => `listed, and no difference: ${place(one)}`);
const undecided = listed.filter(({ page }) => !/^https:\/\/docs\.aws\.amazon\.com\//.test(page)).map((one) => `no AWS page: ${place(one)}`);

const constants = Object.keys(classes).map((kind) => `${Object.keys(cdkNames(kind, "us-east-1")).length} of ${classes[kind].name} (${covered[kind].size} services)`);
console.log(`aws-cdk-lib ${version}: ${constants.join(", ")}`);
for (const region of regions) console.log(`  ${region.padEnd(14)} ${alike[region]} names alike`);
console.log(`${found.length} differences, ${listed.length} listed`);
const both = new Set([...covered.Interface, ...covered.Gateway]);
console.log(`${both.size} of the catalogue's ${Object.keys(services).length} services are in the CDK`);
for (const problem of [...unlisted, ...obsolete, ...undecided]) console.error(problem);
process.exitCode = unlisted.length + obsolete.length + undecided.length > 0 ? 1 : 0;

/** The names that the CDK gives its constants in a Region; their prefix is only known within a stack of it. */
function cdkNames(kind, region) {
    const stack = new Stack(new App(), "stack", { env: { region } });
    const constants = Object.entries(classes[kind]).filter(([, constant]) => constant instanceof classes[kind]);
    if (constants.length === 0) throw new Error(`the CDK has no constants of ${kind}`);
    return Object.fromEntries(constants.map(([name, constant]) => [name, nameOf(stack.resolve(constant.name), region)]));
}

/** A gateway's name leaves the Region to CloudFormation. */
function nameOf(resolved, region) {
    if (typeof resolved === "string") return resolved;
    return resolved["Fn::Join"][1].map((part) => (part.Ref === "AWS::Region" ? region : part)).join("");
}

/** The catalogue's keys by the name in us-east-1. */
function keysByName(kind) {
    const keys = Object.keys(services).filter((key) => factsOf(key).kinds.includes(kind));
    return new Map(keys.map((key) => [serviceNameIn("us-east-1", key, kind), key]));
}
