import * as assert from "node:assert/strict";

import { Consumer } from "./consumer";

/** Two components with the same services, each in a VPC that is an expression of Python. */
const program = (app: string, web: string) => ({
    "__main__.py": `
import private_vpc

network = private_vpc.PrivateVpc("net", cidr_block="10.0.0.0/16", availability_zones=["us-east-1a"])
own = (network.vpc_id, network.subnet_ids_by_zone["us-east-1a"], network.route_table_ids_by_zone["us-east-1a"])

def existing(name):
    return (f"vpc-{name}", f"subnet-{name}", f"rtb-{name}")

def endpoints(name, vpc):
    vpc_id, subnet_id, route_table_id = vpc
    private_vpc.VpcEndpoints(
        name,
        vpc_id=vpc_id,
        vpc_cidr_block="10.0.0.0/16",
        subnet_ids={"us-east-1a": subnet_id},
        route_table_ids=[route_table_id],
        services=["s3", "sqs"],
    )

endpoints("app", ${app})
endpoints("web", ${web})
`,
});

const ids = ["0123456789abcdef0", "0123456789abcdef1"].map((id) => `existing("${id}")`);
// The engine constructs components in parallel, so either is the first.
const conflicts = /(app and web|web and app) both create a gateway endpoint of s3/;

describe("two components in one VPC, from Python", function() {
    this.timeout(900_000);
    let stack: Consumer;

    before(async () => {
        stack = await Consumer.start("python", program(ids[0]!, ids[0]!));
    });

    after(() => stack.remove());

    it("are a problem in the preview if their IDs are known", async () => {
        const said = await stack.fail("preview", "--stack", "dev");
        assert.match(said, conflicts);
        assert.match(said, /both create an endpoint with the private DNS names of sqs in vpc-0123456789abcdef0/);
    });

    it("have a warning in the preview if their IDs are unknown, and are a problem before AWS refuses them", async () => {
        stack.write(program("own", "own"));
        const previewed = await stack.succeed("preview", "--stack", "dev");
        assert.match(previewed, /warning: /);
        assert.match(previewed, conflicts);
        const said = await stack.fail("up", "--yes", "--skip-preview", "--stack", "dev");
        assert.match(said, conflicts);
        assert.doesNotMatch(said, /RouteAlreadyExists|InvalidParameter/);
    });

    it("of two VPCs have no problem", async () => {
        stack.write(program(ids[0]!, ids[1]!));
        assert.doesNotMatch(await stack.succeed("preview", "--stack", "dev"), /both create|warning/);
    });
});
