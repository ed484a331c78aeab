import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { root } from "../../run";
import { Consumer } from "./consumer";

const schema = JSON.parse(fs.readFileSync(path.join(root, "schema.json"), "utf8")) as {
    resources: { [token: string]: { inputProperties: { [name: string]: { plain?: boolean } } } };
};

/** The arguments of a component that decide what is created, so that an output is a problem. */
function plainArguments(component: string): string[] {
    const { inputProperties } = schema.resources[`private-vpc:index:${component}`]!;
    return Object.entries(inputProperties).flatMap(([name, { plain }]) => (plain ? [name] : [])).sort();
}

/** A program that passes each argument of each component as an output: secret, or unknown in a preview. */
const outputs = (wrap: string) => ({
    "__main__.py": `
import private_vpc
import pulumi

network = private_vpc.PrivateVpc("net", cidr_block="10.0.0.0/16", availability_zones=["us-east-1a"])

def late(value):
    return ${wrap}

class Any(pulumi.ComponentResource):
    """Passes arguments without the checks of the generated SDK."""
    def __init__(self, kind, name, args):
        super().__init__("private-vpc:index:" + kind, name, {key: late(value) for key, value in args.items()}, None, True)

kind = pulumi.Config().require("kind")
args = {
    "PrivateVpc": {
        "cidrBlock": "10.1.0.0/16", "availabilityZones": ["us-east-1a"], "subnetCidrBlocks": {}, "flowLogs": {"destination": "s3"},
        "ipam": {"poolId": "ipam-pool-0123456789abcdef0", "netmaskLength": 20}, "secondaryCidrBlocks": [],
    },
    "VpcEndpoints": {
        "vpcId": "vpc-0123456789abcdef0", "vpcCidrBlock": "10.1.0.0/16", "secondaryCidrBlocks": [],
        "subnetIds": {"us-east-1a": "subnet-0123456789abcdef0"}, "routeTableIds": ["rtb-0123456789abcdef0"], "existing": {},
    },
    "VpcEndpointsInVpc": {
        "vpcId": "vpc-0123456789abcdef0", "availabilityZones": ["us-east-1a"], "subnetIds": [], "routeTableIds": [], "existing": {},
    },
    "EndpointService": {
        "networkLoadBalancerArns": [], "allowedPrincipals": [], "acceptanceRequired": True, "supportedIpAddressTypes": ["ipv4"],
        "supportedRegions": [], "privateDnsName": "orders.example.com", "privateDnsHostedZoneId": "Z0123456789ABCDEFGHIJ",
        "acceptedEndpointIds": {}, "connectionNotification": {"topicArn": "arn:aws:sns:us-east-1:123456789012:orders"},
        "tags": {}, "owner": "shop/dev",
    },
}[kind]
if kind != "EndpointService":
    args |= {
        "workloads": [], "services": ["sqs"], "endpoints": {}, "endpointServices": {}, "endpointZones": ["us-east-1a"],
        "dnsFirewall": {}, "perimeter": {}, "options": {}, "quotas": {}, "tags": {"team": "shop"}, "owner": "shop/dev",
    }
Any(kind, "app", args)
`,
});

describe("outputs as arguments, from Python", function() {
    it("are tested for every argument of every component", () => {
        const program = outputs("value")["__main__.py"];
        for (const { inputProperties } of Object.values(schema.resources)) {
            for (const name of Object.keys(inputProperties)) assert.ok(program.includes(`"${name}": `), name);
        }
    });

    this.timeout(600_000);
    let stack: Consumer;

    before(async () => {
        stack = await Consumer.start("python", outputs("pulumi.Output.secret(value)"));
    });

    after(() => stack.remove());

    const wraps = {
        secret: "pulumi.Output.secret(value)",
        "unknown in a preview": "network.vpc_id.apply(lambda _: value)",
    };
    for (const [title, wrap] of Object.entries(wraps)) {
        for (const component of ["PrivateVpc", "VpcEndpoints", "VpcEndpointsInVpc", "EndpointService"]) {
            it(`that are ${title} are a problem of ${component} exactly where they decide what is created`, async () => {
                stack.write(outputs(wrap));
                await stack.succeed("config", "set", "kind", component, "--stack", "dev");
                const said = await stack.fail("preview", "--stack", "dev");
                const paths = [...said.matchAll(/^ +(\w+)\n +is an Output, but it determines what is created/gm)];
                assert.deepEqual(paths.map(([, name]) => name!).sort(), plainArguments(component), said);
                assert.doesNotMatch(said, /is not set/);
            });
        }
    }
});
