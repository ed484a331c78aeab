import * as assert from "node:assert/strict";

import * as yaml from "js-yaml";

import type { Adoption } from "../../../cli/adopt/adopt";
import type { ImportEntry } from "../../../cli/adopt/importFile";
import { runOffline } from "../../../emulator/runProgram";
import { freshProgram, types } from "../../run";
import { AdoptingProject, exportedState } from "./adopting";
import { PreparedVpc } from "./preparedVpc";
import { preparedVpcs } from "./preparedVpcs";

describe("private-vpc adopt", () => {
    let project: AdoptingProject;
    /** A VPC with a subnet, a route table, a security group and an internet gateway. */
    const small = () => {
        const vpc = new PreparedVpc(project.aws, "theirs");
        const subnet = vpc.subnet("a", 1);
        const table = vpc.table("private", subnet);
        vpc.internetGateway();
        return { vpc, subnet, table, group: vpc.group("endpoints") };
    };
    const namesOf = ({ adopted }: Adoption) => adopted.map(({ name }) => name).sort();
    const reasonsOf = ({ kept }: Adoption) => kept.map(({ because }) => because);

    beforeEach(() => {
        project = new AdoptingProject();
    });

    afterEach(() => project.remove());

    for (const [index, [title, prepare]] of Object.entries(preparedVpcs).entries()) {
        it(`adopts what it can, and replaces nothing: ${title}`, async () => {
            const { vpc, adopted, kept, component } = prepare(project.aws, "theirs", index);
            const adoption = await project.json(vpc.id);
            assert.equal(adoption.component.type, component);
            const endpoints = adoption.adopted.filter(({ type }) => type === types.endpoint);
            assert.deepEqual(
                Object.fromEntries(endpoints.map(({ name, id }) => [name, id])),
                Object.fromEntries(Object.entries(adopted).map(([name, id]) => [`app-${name}`, id])),
            );
            assert.deepEqual(adoption.kept.map(({ id }) => id).sort(), [...kept].sort());
            assert.ok(adoption.changes.every(({ operation }) => ["create", "update"].includes(operation)));
        });
    }

    it("says where an endpoint is that is not adopted, and where those of the component are", async () => {
        const title = "endpoints in several subnets of a zone, gateways in different route tables";
        const { vpc } = preparedVpcs[title]!(project.aws, "theirs", 0);
        assert.deepEqual(
            reasonsOf(await project.json(vpc.id)).map((reason) => reason.replaceAll(/-\w{17}/g, "-ID")).sort(),
            [
                "it has the route tables rtb-ID, and the gateway endpoints of a component have the same: rtb-ID, rtb-ID",
                "it is in subnet-ID of us-east-1a, and a component has one subnet in each zone: subnet-ID",
            ],
        );
    });

    it("writes the program, the import file with component and children, and prints the command", async () => {
        const { vpc, table } = small();
        const id = vpc.gateway("s3", [table]);
        const { stdout, files } = await project.adopt(vpc.id, "--name", "net");
        assert.deepEqual(JSON.parse(files["import.json"]!), {
            resources: [
                { type: "private-vpc:index:VpcEndpoints", name: "net", component: true },
                { type: types.endpoint, name: "net-s3-gateway", id, parent: "net" },
            ],
        });
        assert.match(files["program.ts"]!, /^import \{ VpcEndpoints \} from "private-vpc";\n/);
        assert.match(files["program.ts"]!, /new VpcEndpoints\("net", \{\n/);
        assert.match(files["program.ts"]!, /^ {4}endpoints: \{\n {8}s3: \{ policy: "full-access" \},\n {4}\},$/m);
        assert.match(
            stdout,
            /\n {4}pulumi import --file adopted\/import\.json --protect=false --generate-code=false --stack dev\n/,
        );
        assert.match(stdout, /The VPC itself is not adopted:\n {2}theirs-igw-\w+ is attached to it\n/);
        assert.match(stdout, /tags: adds Name: dev-net-s3-gateway; adds private-vpc:owner: shop\/dev\n/);
    });

    it("writes the config for a whole VPC, and unique names of the entries", async () => {
        const { vpc } = preparedVpcs["a whole VPC without a way out"]!(project.aws, "theirs", 0);
        const { files, stdout } = await project.adopt(vpc.id);
        assert.deepEqual(Object.keys(files), ["Pulumi.dev.yaml", "import.json", "program.ts"]);
        assert.match(files["Pulumi.dev.yaml"]!, /private-vpc:subnetCidrBlocks:\n {4}us-east-1a: 10\.0\.10\.0\/24\n/);
        const { resources } = JSON.parse(files["import.json"]!) as { resources: { name: string; id?: string }[] };
        assert.equal(new Set(resources.map(({ name }) => name)).size, resources.length);
        assert.match(
            resources.find(({ name }) => name.endsWith("RouteTableAssociation"))!.id!,
            /^subnet-\w+\/rtb-\w+$/,
        );
        assert.match(stdout, /Also in the VPC, and not adopted: sg-\w+\./);
    });

    it("writes a config with which this project's own program declares the same resources", async () => {
        const { vpc } = preparedVpcs["a whole VPC without a way out"]!(project.aws, "theirs", 0);
        const { files } = await project.adopt(vpc.id);
        const { config } = yaml.load(files["Pulumi.dev.yaml"]!) as { config: { [key: string]: unknown } };
        const texts = Object.entries(config).map(([key, value]) =>
            [key, typeof value === "string" ? value : JSON.stringify(value)] as const
        );
        const { resources } = await runOffline(freshProgram, { config: Object.fromEntries(texts) });
        const declared = new Set(resources.map(({ type, name }) => `${type} ${name}`));
        const entries = JSON.parse(files["import.json"]!) as { resources: ImportEntry[] };
        const wanted = entries.resources.map(({ type, name, logicalName = name }) => `${type} ${logicalName}`);
        assert.deepEqual(wanted.filter((one) => !declared.has(one)), []);
        const { inputs } = resources.find(({ name, type }) => name === "app-us-east-1b" && type === types.subnet)!;
        assert.equal(inputs.cidrBlock, "10.0.20.0/24");
    });

    it("adopts only the endpoints if that is wanted", async () => {
        const { vpc } = preparedVpcs["a whole VPC without a way out"]!(project.aws, "theirs", 0);
        const { component, obstacles } = await project.json(vpc.id, "--endpoints-only");
        assert.equal(component.type, "VpcEndpoints");
        assert.deepEqual(obstacles, ["--endpoints-only is set"]);
    });

    it("lets interface endpoints change to the component's groups, which allow what the former ones did", async () => {
        const { vpc, subnet } = small();
        vpc.interface("sqs", [subnet], [vpc.group("wide", ["10.0.0.0/16", "10.9.0.0/16"])]);
        const { changes, component, kept } = await project.json(vpc.id, "--own-groups");
        assert.deepEqual(kept, []);
        assert.match(
            changes.find(({ type }) => type === types.endpoint)!.properties!.securityGroupIds!,
            /^the component's security group replaces sg-/,
        );
        const { endpoints } = component.args;
        assert.deepEqual(endpoints!.sqs!.allowedCidrBlocks, ["10.0.0.0/16", "10.9.0.0/16"]);
    });

    it("keeps an endpoint whose policy the planner rejects, with the reason", async () => {
        const { vpc, subnet, group } = small();
        const nobody = { Effect: "Allow", Principal: { AWS: "123" }, Action: "sqs:*", Resource: "*" };
        const policy = JSON.stringify({ Version: "2012-10-17", Statement: [nobody] });
        const id = vpc.interface("sqs", [subnet], [group], { policy });
        const adoption = await project.json(vpc.id);
        assert.match(reasonsOf(adoption)[0]!, /^endpoints\.sqs\.policy: /);
        assert.deepEqual(adoption.component.args, { ...adoption.component.args, existing: { sqs: id } });
    });

    it("keeps an endpoint whose policy is not JSON, and prints no control characters of tags", async () => {
        const { vpc, subnet, group, table } = small();
        vpc.gateway("s3", [table], { tags: { Name: "s3\u001b[2J" } });
        const id = vpc.interface("sqs", [subnet], [group]);
        project.aws.state.made.find((one) => one.id === id)!.attributes.policy = "{";
        const adoption = await project.json(vpc.id);
        assert.match(reasonsOf(adoption)[0]!, /^endpoints\.sqs\.policy: /);
        const { stdout } = await project.adopt(vpc.id, "--force");
        assert.doesNotMatch(stdout, /\u001b/);
        assert.match(stdout, /changes Name from s3/);
    });

    it("keeps both endpoints of a service if their policies differ", async () => {
        const { vpc, subnet, table } = small();
        const policy = JSON.stringify({
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" }],
        });
        vpc.gateway("s3", [table]);
        const dnsOptions = { privateDnsOnlyForInboundResolverEndpoint: true };
        vpc.interface("s3", [subnet], [vpc.group("outside", ["10.200.0.0/16"])], { policy, dnsOptions });
        const adoption = await project.json(vpc.id);
        assert.deepEqual(namesOf(adoption), []);
        assert.deepEqual(reasonsOf(adoption).sort().map((reason) => reason.replace(/vpce-\w+/, "ID")), [
            "the component would change its policy",
            "ID of the same service is not adopted, and the component creates none in addition to it",
        ]);
    });

    it("keeps a secondary CIDR block, IPv6 or another tenancy as the reason not to adopt the VPC", async () => {
        const { vpc } = preparedVpcs["a whole VPC without a way out"]!(project.aws, "theirs", 0);
        vpc.create(types.cidrAssociation, "second", { vpcId: vpc.id, cidrBlock: "100.64.0.0/16" });
        const { component, obstacles } = await project.json(vpc.id);
        assert.deepEqual(obstacles, ["it has the secondary CIDR blocks 100.64.0.0/16"]);
        assert.deepEqual(component.args, { ...component.args, vpcCidrBlock: ["10.0.0.0/16", "100.64.0.0/16"] });
    });

    it("keeps an endpoint that the stack has as another resource, and says how to go on", async () => {
        const { vpc, table } = small();
        const id = vpc.gateway("s3", [table]);
        const urn = "urn:pulumi:dev::shop::aws:ec2/vpcEndpoint:VpcEndpoint::s3";
        project.state = exportedState([{ urn, type: types.endpoint, id }]);
        const adoption = await project.json(vpc.id);
        assert.match(reasonsOf(adoption)[0]!, /drop it from the state: pulumi state delete 'urn:pulumi:dev::/);
        assert.deepEqual(adoption.entries, []);
        const { stdout, files } = await project.adopt(vpc.id);
        assert.match(stdout, /: nothing can be adopted\.\n/);
        assert.deepEqual(files, {});
    });

    it("imports with the provider that the program passes, except for the component", async () => {
        const { vpc, table } = small();
        const id = vpc.gateway("s3", [table]);
        const urn = "urn:pulumi:dev::shop::pulumi:providers:aws::here";
        const { files } = await project.adopt(vpc.id, "--provider", urn);
        assert.deepEqual(JSON.parse(files["import.json"]!), {
            nameTable: { provider: urn },
            resources: [
                { type: "private-vpc:index:VpcEndpoints", name: "app", component: true },
                { type: types.endpoint, name: "app-s3-gateway", id, parent: "app", provider: "provider" },
            ],
        });
    });

    it("names CloudFormation stacks that still have the endpoints", async () => {
        const { vpc, table } = small();
        vpc.byCloudFormation(vpc.gateway("s3", [table]));
        const { stdout } = await project.adopt(vpc.id);
        assert.match(stdout, /The CloudFormation stack network still has vpce-\w+\.\nSet DeletionPolicy: Retain/);
        assert.doesNotMatch(stdout, /aws:cloudformation/);
    });
});
