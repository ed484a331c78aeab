import * as assert from "node:assert/strict";

import { ownerTag } from "../../../components/plan/facts/ownerTag";
import { runStack } from "../../run";
import { kinds } from "./apiRequests";
import { allows, type RoleStatement, statementsOf, type Target } from "./rolePolicies";

// The owner of a resource decides who may change it, so nobody may set it on what is not the stack's own, nor remove it.
// Keys: https://docs.aws.amazon.com/service-authorization/latest/reference/list_ec2.html
// Tags at creation: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html

const withVpc = statementsOf("up.json", "up.vpc.json", "up.flow-logs.json", "endpoint-service.json");
const beforeVpc = statementsOf("up.json", "up.new-vpc.json", "up.flow-logs.json", "endpoint-service.json");
const own = "private-vpc/prod";
const here = "arn:aws:ec2:eu-central-1:123456789012";
const elsewhere = ["arn:aws:ec2:us-east-1:123456789012", "arn:aws:ec2:eu-central-1:111122223333"];
const vpcId = "vpc-0123456789abcdef0";

interface Tagging {
    /** The tags of the request. */
    to?: { [key: string]: string };
    /** The tags that the resource has. */
    from?: { [key: string]: string };
    /** The action that creates the resource. */
    by?: string;
    /** The VPC that the resource is in. */
    vpc?: string;
}

const keysOf = (prefix: string, tags: object) =>
    Object.fromEntries(Object.entries(tags).map(([key, value]) => [`${prefix}/${key}`, value as string]));

function target(type: string, { to, from = {}, by, vpc = vpcId }: Tagging, where = here): Target {
    return {
        arn: `${where}:${type}/1`,
        context: {
            ...keysOf("aws:ResourceTag", from),
            ...(to && { ...keysOf("aws:RequestTag", to), "aws:TagKeys": Object.keys(to) }),
            ...(by !== undefined && { "ec2:CreateAction": by }),
            ...(["route-table", "security-group", "subnet"].includes(type) && { "ec2:Vpc": `${here}:vpc/${vpc}` }),
            ...(type === "vpc" && { "ec2:VpcID": vpc }),
        },
    };
}

const tags = (type: string, how: Tagging, { where = here, statements = withVpc } = {}) =>
    allows(statements, "ec2:CreateTags", target(type, how, where));
const untags = (type: string, how: Tagging) => allows(withVpc, "ec2:DeleteTags", target(type, how));

const creations = {
    vpc: "CreateVpc",
    subnet: "CreateSubnet",
    "route-table": "CreateRouteTable",
    "security-group": "CreateSecurityGroup",
    "vpc-endpoint": "CreateVpcEndpoint",
    "vpc-flow-log": "CreateFlowLogs",
    "vpc-endpoint-service": "CreateVpcEndpointServiceConfiguration",
};
const owned = [...Object.keys(creations), "security-group-rule"];
const ofOwner = (owner: string) => ({ [ownerTag]: owner });
const other = ofOwner("private-vpc/prod-2");

describe("the deploy role may set tags", () => {
    it("on what it creates, with the stack's owner", () => {
        for (const [type, by] of Object.entries(creations)) {
            const statements = type === "vpc" ? beforeVpc : withVpc;
            const to = { ...ofOwner(own), Name: "prod-app", team: "payments" };
            assert.ok(tags(type, { to, by }, { statements }), type);
            assert.ok(!tags(type, { to: other, by }, { statements }), type);
            assert.ok(!tags(type, { to: { Name: "prod-app" }, by }, { statements }), `${type} without an owner`);
            assert.ok(!tags(type, { to }, { statements }), `${type} that exists`);
            assert.ok(!tags(type, { to, by: "RunInstances" }, { statements }), type);
            for (const where of elsewhere) {
                assert.ok(!tags(type, { to, by }, { where, statements }), `${type} in ${where}`);
            }
        }
        for (const statements of [withVpc, beforeVpc]) {
            assert.ok(!tags("instance", { to: ofOwner(own), by: "RunInstances" }, { statements }));
            assert.ok(!tags("network-interface", { to: ofOwner(own), by: "CreateVpcEndpoint" }, { statements }));
        }
        assert.ok(!tags("vpc", { to: ofOwner(own), by: "CreateVpc" }), "a VPC, once it has one");
    });

    it("on security group rules without an owner and a Name: the provider tags them after it creates them", () => {
        const to = { ...ofOwner(own), Name: "prod-app-endpoints-443-vpc" };
        assert.ok(tags("security-group-rule", { to }));
        assert.ok(!tags("security-group-rule", { to, from: other }));
        assert.ok(!tags("security-group-rule", { to, from: { Name: "web" } }));
        assert.ok(!tags("security-group-rule", { to: other }));
        assert.ok(!tags("security-group-rule", { to: { Name: "prod-app-endpoints-443-vpc" } }));
    });

    it("on the default security group only with the policy for a new VPC, and only without an owner and a Name", () => {
        const to = { ...ofOwner(own), Name: "prod-app-default" };
        const statements = beforeVpc;
        assert.ok(tags("security-group", { to }, { statements }));
        assert.ok(!tags("security-group", { to }), "once it has a VPC");
        for (const from of [other, { Name: "web" }, { Name: "prod-app-default" }]) {
            assert.ok(!tags("security-group", { to, from }, { statements }), JSON.stringify(from));
        }
        assert.ok(!tags("security-group", { to: ofOwner(own) }, { statements }));
        assert.ok(!tags("security-group", { to: { ...to, ...other } }, { statements }));
        for (const type of owned.filter((one) => !one.startsWith("security-group"))) {
            assert.ok(!tags(type, { to }, { statements }), type);
        }
        for (const where of elsewhere) assert.ok(!tags("security-group", { to }, { where, statements }), where);
    });

    it("on its own resources, and on no others", () => {
        for (const type of owned) {
            const to = { Name: "prod-app", team: "payments" };
            assert.ok(tags(type, { to, from: ofOwner(own) }), type);
            assert.ok(tags(type, { to: { ...to, ...ofOwner(own) }, from: ofOwner(own) }), type);
            assert.ok(untags(type, { to: { team: "" }, from: ofOwner(own) }), type);
            const others: Tagging["from"][] = [{}, other, { Name: "prod-app" }];
            for (const from of others) {
                assert.ok(!tags(type, { to, from }), `${type} ${JSON.stringify(from)}`);
                assert.ok(!untags(type, { to: { team: "" }, from }), `${type} ${JSON.stringify(from)}`);
            }
            for (const where of elsewhere) assert.ok(!tags(type, { to, from: ofOwner(own) }, { where }), where);
        }
    });

    it("but neither changes nor removes the owner of its own resources", () => {
        for (const type of owned) {
            for (const to of [other, ofOwner(""), { "Private-VPC:Owner": "shop/prod" }]) {
                assert.ok(!tags(type, { to, from: ofOwner(own) }), `${type} ${JSON.stringify(to)}`);
            }
            assert.ok(!untags(type, { to: { [ownerTag]: "" }, from: ofOwner(own) }), type);
            assert.ok(!untags(type, { to: { team: "", [ownerTag]: own }, from: ofOwner(own) }), type);
            // A request without keys removes all tags: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTags.html
            assert.ok(!untags(type, { from: ofOwner(own) }), type);
        }
    });
});

describe("the policy for the transition of a stack without owner tags", () => {
    const statements = statementsOf("up.transition.json");
    const to = ofOwner(own);
    const may = (type: string, how: Tagging) => tags(type, how, { statements });

    it("allows adding the owner to every resource of the stack prod", async () => {
        const { resources } = await runStack("prod");
        const tagged = resources.filter(({ type, inputs }) => type.startsWith("aws:") && inputs.tags);
        assert.ok(tagged.length > 20);
        for (const { type, inputs } of tagged) assert.ok(mayOn(kinds[type]!, inputs.tags.Name), inputs.tags.Name);
    });

    it("allows nothing else: no other tag, owner, Name or VPC, and no resource that has an owner", () => {
        const from = { Name: "prod-app-eu-central-1a" };
        for (const type of ["subnet", "route-table", "security-group"]) {
            assert.ok(may(type, { to, from }), type);
            assert.ok(!may(type, { to, from, vpc: "vpc-0123456789abcdef1" }), type);
        }
        for (const type of ["subnet", "vpc-endpoint", "vpc-flow-log", "security-group-rule"]) {
            assert.ok(may(type, { to, from }), type);
            assert.ok(!may(type, { to: { ...to, Name: "web" }, from }), type);
            assert.ok(!may(type, { to: other, from }), type);
            assert.ok(!may(type, { to, from: { ...from, ...other } }), type);
            assert.ok(!may(type, { to, from: { Name: "dev-app-eu-central-1a" } }), type);
            assert.ok(!may(type, { to }), type);
        }
        const actions = statements.flatMap(({ Action = [] }: RoleStatement) => Action);
        assert.deepEqual([...new Set(actions)].sort(), ["ec2:CreateTags", "iam:TagRole", "logs:TagResource"]);
    });

    /** Whether the owner may be added to a resource with a Name. */
    function mayOn(kind: string, Name: string): boolean {
        const { context } = target(kind, { to, from: { Name } });
        const [action, arn] = kind === "role"
            ? ["iam:TagRole", "arn:aws:iam::123456789012:role/app-flow-logs-1a2b3c4"]
            : kind === "log-group"
            ? ["logs:TagResource", "arn:aws:logs:eu-central-1:123456789012:log-group:app-flow-logs-1a2b3c4"]
            : ["ec2:CreateTags", `${here}:${kind}/${kind === "vpc" ? vpcId : "1"}`];
        return allows(statements, action, { arn, context });
    }
});
