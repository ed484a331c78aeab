import * as assert from "node:assert/strict";

import type { Execute } from "../../../cli/command";
import type { Problem } from "../../../components/plan/problem";
import type { Made } from "../../../emulator/aws/emulatedAws";
import { awsCli } from "../../../emulator/awsCli/awsCli";
import { types } from "../../run";
import { privateVpc } from "../commandRun";
import { componentUrn, RecordedStack, urnOf } from "./recordedStack";
import { owner, recover, StackAccount } from "./stackAccount";

/** The parts of a DNS firewall with query logs, in the order of creation. */
function firewallIn(account: StackAccount): Made[] {
    const named = (name: string) => ({ name: `${name}-1234567`, vpcId: undefined });
    const group = account.create(types.firewallGroup, "app-dns", named("app-dns"));
    const list = account.create(types.firewallDomains, "app-dns-others", {
        ...named("app-dns-others"),
        domains: ["*"],
    });
    const rule = account.aws.create(types.firewallRule, "app-dns-others", {
        ...named("app-dns-others"),
        firewallRuleGroupId: group.id,
        firewallDomainListId: list.id,
        priority: 300,
        action: "ALERT",
    });
    const logs = account.create(types.logGroup, "app-dns-queries", named("app-dns-queries"));
    const destinationArn = logs.attributes.arn as string;
    const log = account.create(types.queryLog, "app-dns", { ...named("app-dns"), destinationArn });
    const logging = account.aws.create(types.queryLogAssociation, "app-dns", {
        resolverQueryLogConfigId: log.id,
        resourceId: account.vpc.id,
    });
    const association = account.create(types.firewallAssociation, "app-dns", {
        name: "app-dns-1234567",
        firewallRuleGroupId: group.id,
        priority: 9000,
    });
    return [group, list, rule, logs, log, logging, association];
}

/** Runs the commands of a stack and its account. */
function executing({ aws }: StackAccount, stack: RecordedStack): Execute {
    return async ([program, ...args]) =>
        program === "aws" ? awsCli(aws, args) : { code: 0, stdout: JSON.stringify(stack.exported), stderr: "" };
}

describe("private-vpc recover with a DNS firewall", () => {
    it("imports each part that an interrupted deployment created, and finds nothing if the state has them all", async () => {
        for (const index of Array.from({ length: 7 }, (_, at) => at)) {
            const account = new StackAccount();
            const parts = firewallIn(account);
            const recorded = [account.vpc, account.table, ...parts.slice(0, index)];
            for (const later of parts.slice(index + 1).reverse()) account.aws.delete(later.id);
            const { findings } = await recover(account, new RecordedStack(recorded, [parts[index]!]));
            assert.deepEqual(findings.map(({ kind, urn }) => [kind, urn]), [["import", urnOf(parts[index]!)]]);
            const all = await recover(account, new RecordedStack([...recorded, parts[index]!]));
            assert.deepEqual(all.brief, []);
        }
    });

    it("imports by its tags what the state does not have, and by its group or list what has no tags", async () => {
        for (const index of Array.from({ length: 7 }, (_, at) => at)) {
            const account = new StackAccount();
            const parts = firewallIn(account);
            for (const later of parts.slice(index + 1).reverse()) account.aws.delete(later.id);
            const stack = new RecordedStack([account.vpc, account.table, ...parts.slice(0, index)]);
            stack.dnsFirewall = { queryLogs: {} };
            const { findings } = await recover(account, stack);
            assert.deepEqual(findings.map(({ kind, urn }) => [kind, urn]), [["import", urnOf(parts[index]!)]]);
        }
    });

    it("repeats the change of the VPC's setting, which creates nothing", async () => {
        const account = new StackAccount();
        const setting = account.aws.create(types.firewallConfig, "app-dns", { resourceId: account.vpc.id });
        assert.equal(
            account.aws.create(types.firewallConfig, "app-dns", { resourceId: account.vpc.id }).id,
            setting.id,
        );
        const { findings, commands } = await recover(
            account,
            new RecordedStack([account.vpc, account.table], [setting]),
        );
        assert.deepEqual(findings, []);
        assert.deepEqual(commands, [
            "pulumi refresh --clear-pending-creates --stack dev",
            "pulumi up --stack dev",
        ]);
    });

    it("reports parts that AWS does not have, names no other stack's, and asks only if the stack has a firewall", async () => {
        const account = new StackAccount();
        const parts = firewallIn(account);
        account.aws.create(types.firewallGroup, "app-dns", {
            name: "app-dns-other",
            tags: { "private-vpc:owner": "b/c" },
        });
        const stack = new RecordedStack([account.vpc, account.table, ...parts]);
        account.aws.delete(parts.at(-1)!.id);
        const ofOther = { vpcId: "vpc-other", firewallRuleGroupId: parts[0]!.id, priority: 200 };
        account.aws.create(types.firewallAssociation, "other", ofOther);
        assert.deepEqual((await recover(account, stack)).brief, [`gone app-dns ${parts.at(-1)!.id}`]);
        assert.deepEqual((await recover(account, new RecordedStack([account.vpc, account.table]))).brief, []);
    });

    it("prints commands that delete second ones", async () => {
        const account = new StackAccount();
        const parts = firewallIn(account);
        const twin = account.create(types.firewallDomains, "app-dns-others", {
            name: "app-dns-others-7654321",
            vpcId: undefined,
        });
        const { commands } = await recover(account, new RecordedStack([account.vpc, account.table, ...parts]));
        const [service, operation, ...options] = commands[0]!.split(" ").slice(1);
        assert.deepEqual([service, operation, options.slice(0, 2)], [
            "route53resolver",
            "delete-firewall-domain-list",
            ["--firewall-domain-list-id", twin.id],
        ]);
        assert.equal(awsCli(account.aws, [service!, operation!, ...options]).code, 0);
        assert.equal(account.aws.read(twin.id), undefined);
    });
});

describe("private-vpc recover", () => {
    it("finds nothing to do if the state agrees with AWS", async () => {
        const account = new StackAccount();
        const { findings, commands } = await recover(account, new RecordedStack([account.vpc, account.table]));
        assert.deepEqual(findings, []);
        assert.deepEqual(commands, []);
    });

    it("imports what an interrupted deployment created, with its URN, and then removes the pending operation", async () => {
        const account = new StackAccount();
        const endpoint = account.sqs();
        const { commands } = await recover(account, new RecordedStack([account.vpc, account.table], [endpoint]));
        assert.deepEqual(commands, [
            `pulumi import ${types.endpoint} app-sqs-interface ${endpoint.id} --parent parent=${
                componentUrn("VpcEndpoints")
            } --protect=false --generate-code=false --stack dev`,
            "pulumi refresh --clear-pending-creates --stack dev",
            "pulumi up --stack dev",
        ]);
    });

    it("imports a secondary CIDR block that was being created or that the arguments declare, and no other", async () => {
        const account = new StackAccount();
        const cidrBlock = "100.64.0.0/16";
        const made = account.aws.create(types.cidrAssociation, `app-${cidrBlock}`, {
            vpcId: account.vpc.id,
            cidrBlock,
        });
        account.aws.create(types.cidrAssociation, "by hand", { vpcId: account.vpc.id, cidrBlock: "100.65.0.0/16" });
        const { brief } = await recover(account, new RecordedStack([account.vpc, account.table], [made]));
        assert.deepEqual(brief, [`import app-${cidrBlock} ${made.id}`]);
        const unrecorded = new RecordedStack([account.vpc, account.table]);
        assert.deepEqual((await recover(account, unrecorded)).brief, []);
        unrecorded.secondaryCidrBlocks = [{ cidrBlock: "100.66.0.0/16" }, { cidrBlock }];
        assert.deepEqual((await recover(account, unrecorded)).brief, brief);
    });

    it("prints a command in which a name that begins with a hyphen is no option", async () => {
        const account = new StackAccount();
        const endpoint = { ...account.sqs(), name: "-sqs" };
        const { commands: [first] } = await recover(
            account,
            new RecordedStack([account.vpc, account.table], [endpoint]),
        );
        assert.match(first!, / --stack dev -- aws:ec2\/vpcEndpoint:VpcEndpoint -sqs vpce-\w+$/);
    });

    it("prints commands that use the program's own provider", async () => {
        const account = new StackAccount();
        const stack = new RecordedStack([account.vpc, account.table], [account.sqs()]);
        stack.provider = "other";
        const { commands: [first] } = await recover(account, stack);
        assert.match(first!, / --provider aws=urn:pulumi:dev::shop::pulumi:providers:aws::other /);
    });

    it("recognizes a pending creation of a stack without owner tags, and others by the owner tag", async () => {
        const account = new StackAccount();
        const before = account.sqs({});
        const recordedBefore = [account.vpc, account.table].map((made) => ({ ...made, attributes: {} }));
        const untagged = new RecordedStack(recordedBefore, [before]);
        assert.deepEqual((await recover(account, untagged)).brief, [`import app-sqs-interface ${before.id}`]);

        const again = new StackAccount();
        const endpoint = again.sqs();
        const recorded = new RecordedStack([again.vpc, again.table]);
        assert.deepEqual((await recover(again, recorded)).brief, [`import app-sqs-interface ${endpoint.id}`]);
    });

    it("recognizes what a renamed stack created, by its former owner tag", async () => {
        const account = new StackAccount();
        const endpoint = account.sqs();
        const stack = new RecordedStack([account.vpc, account.table]);
        stack.stack = "test";
        const { findings } = await recover(account, stack);
        assert.deepEqual(findings.map(({ kind, urn }) => [kind, urn]), [["import", urnOf(endpoint, "test")]]);
    });

    it("recognizes what a first deployment created before the state had a resource with the tag", async () => {
        const account = new StackAccount();
        account.aws.delete(account.table.id);
        const { findings } = await recover(account, new RecordedStack([]));
        assert.deepEqual(findings.map(({ kind, urn }) => [kind, urn]), [["import", urnOf(account.vpc)]]);
    });

    it("has nothing to do for an empty state", async () => {
        const { code, stdout } = await privateVpc(["recover"], {
            execute: async () => ({ code: 0, stdout: JSON.stringify({ version: 3, deployment: {} }), stderr: "" }),
        });
        assert.deepEqual([code, stdout], [0, "The state is empty.\n"]);
    });

    const foreign: { [what: string]: (account: StackAccount) => Made } = {
        "an endpoint of another owner, with the same name": (account) =>
            account.sqs({ "private-vpc:owner": "shop/prod" }),
        "an endpoint without an owner tag": (account) => account.sqs({}),
        "a resource with the stack's owner tag in another VPC": (account) => {
            const other = account.create(types.vpc, "other", { cidrBlock: "10.9.0.0/16" }, {});
            return account.create(types.routeTable, "app-us-east-1b", { vpcId: other.id });
        },
        "a VPC with the stack's owner tag that is not empty, as it may be another stack's with the same owner": (
            account,
        ) => {
            const other = account.create(types.vpc, "app", { cidrBlock: "10.9.0.0/16" });
            const subnet = { vpcId: other.id, cidrBlock: "10.9.0.0/24", availabilityZone: "us-east-1a" };
            return account.create(types.subnet, "app-us-east-1a", subnet);
        },
        "a security group with the stack's owner tag that an endpoint uses": (account) => {
            const group = account.create(types.group, "app-other");
            account.sqs({}, { securityGroupIds: [group.id] });
            return group;
        },
        "the association of another subnet with a route table of the stack": (account) => {
            const subnet = account.create(types.subnet, "x", {
                cidrBlock: "10.0.9.0/24",
                availabilityZone: "us-east-1a",
            }, {});
            return account.aws.create(types.association, "x", { subnetId: subnet.id, routeTableId: account.table.id });
        },
    };
    for (const [what, create] of Object.entries(foreign)) {
        it(`does not list ${what}`, async () => {
            const account = new StackAccount();
            create(account);
            assert.deepEqual((await recover(account, new RecordedStack([account.vpc, account.table]))).findings, []);
        });
    }

    it("deletes a replacement of a resource in the state, and an endpoint that AWS failed to create", async () => {
        const account = new StackAccount();
        const endpoint = account.sqs();
        const old = { ...endpoint, id: "vpce-0fedcba9876543210" };
        const stack = new RecordedStack([account.vpc, account.table, old], [endpoint]);
        const { commands, brief } = await recover(account, stack);
        assert.deepEqual(brief, [`delete app-sqs-interface ${endpoint.id}`, `gone app-sqs-interface ${old.id}`]);
        assert.equal(commands[0], `aws ec2 delete-vpc-endpoints --vpc-endpoint-ids ${endpoint.id} --region us-east-1`);

        endpoint.attributes.state = "Failed";
        const failed = await recover(account, new RecordedStack([account.vpc, account.table], [endpoint]));
        assert.deepEqual(failed.brief, [`delete app-sqs-interface ${endpoint.id}`]);
    });

    it("deletes what the state does not have while the state has replaced resources: an import would reorder them", async () => {
        const account = new StackAccount();
        const endpoint = account.sqs();
        const old = { ...account.table, id: "rtb-0fedcba9876543210", name: "app-us-east-1b" };
        const stack = new RecordedStack([account.vpc, account.table, old], [endpoint]);
        assert.deepEqual((await recover(account, stack)).brief[0], `import app-sqs-interface ${endpoint.id}`);
        stack.replaced = [old.id];
        const { brief: [first], commands } = await recover(account, stack);
        assert.equal(first, `delete app-sqs-interface ${endpoint.id}`);
        assert.equal(commands[0], `aws ec2 delete-vpc-endpoints --vpc-endpoint-ids ${endpoint.id} --region us-east-1`);
    });

    it("waits for an endpoint that AWS is deleting, or may not list yet", async () => {
        const account = new StackAccount();
        const endpoint = account.sqs();
        endpoint.attributes.state = "deleting";
        const stack = new RecordedStack([account.vpc, account.table], [endpoint]);
        assert.deepEqual((await recover(account, stack)).brief, [`wait app-sqs-interface ${endpoint.id}`]);
        account.aws.delete(endpoint.id);
        const { brief, commands } = await recover(account, stack);
        assert.deepEqual(brief, ["not-created app-sqs-interface "]);
        assert.equal(commands[0], "pulumi refresh --clear-pending-creates --stack dev");
    });

    it("does not take another owner's endpoint of the same name for the one that was being created", async () => {
        const account = new StackAccount();
        const creating = { ...account.sqs({ "private-vpc:owner": "shop/prod" }) };
        const tags = { Name: "dev-app-sqs-interface", "private-vpc:owner": owner };
        creating.attributes = { ...creating.attributes, tags };
        const { brief } = await recover(account, new RecordedStack([account.vpc, account.table], [creating]));
        assert.deepEqual(brief, ["not-created app-sqs-interface "]);
    });

    it("suggests a refresh if resources of the state are missing in AWS", async () => {
        const account = new StackAccount();
        account.aws.delete(account.table.id);
        const { brief, commands } = await recover(account, new RecordedStack([account.vpc, account.table]));
        assert.deepEqual(brief, [`gone app-us-east-1a ${account.table.id}`]);
        assert.equal(commands[0], "pulumi refresh --stack dev");
    });

    it("suggests a refresh if AWS has none of a type any more", async () => {
        const account = new StackAccount();
        const endpoint = account.sqs();
        account.aws.delete(endpoint.id);
        const stack = new RecordedStack([account.vpc, account.table, endpoint]);
        const { brief, commands } = await recover(account, stack);
        assert.deepEqual(brief, [`gone app-sqs-interface ${endpoint.id}`]);
        assert.equal(commands[0], "pulumi refresh --stack dev");
        const { stdout } = await privateVpc(["recover"], { execute: executing(account, stack) });
        assert.match(stdout, /^VpcEndpoint app-sqs-interface: the state has it as vpce-\w+, AWS does not\.$/m);
    });

    it("compares nothing with answers of another Region, of two accounts, or of a CLI that is missing", async () => {
        const account = new StackAccount();
        const endpoint = account.sqs();
        const stack = new RecordedStack([account.vpc, account.table], [endpoint]);
        const problemsWith = async (execute: Execute) => {
            const { code, stdout } = await privateVpc(["recover", "--json"], { execute });
            assert.equal(code, 1);
            return (JSON.parse(stdout) as { problems: Problem[] }).problems.map(({ code: one, path }) => [one, path]);
        };
        const changed = (operation: string, from: RegExp, to: string): Execute => async (command) => {
            const result = await executing(account, stack)(command);
            if (command[2] !== operation) return result;
            return { ...result, stdout: result.stdout.replaceAll(from, to) };
        };
        assert.deepEqual(await problemsWith(changed("describe-vpc-endpoints", /us-east-1/g, "eu-west-1")), [
            ["reach.mixed-answers", "--aws"],
        ]);
        assert.deepEqual(await problemsWith(changed("describe-vpc-endpoints", /vpc-\w+/g, "vpc-0other")), [
            ["reach.mixed-answers", "--aws ec2-describe-vpc-endpoints.json"],
        ]);
        const { exported } = stack;
        const missing: Execute = async ([program]) =>
            program === "pulumi"
                ? { code: 0, stdout: JSON.stringify(exported), stderr: "" }
                : { code: null, stdout: "", stderr: "aws is not installed, or not in a folder of PATH" };
        assert.deepEqual(await problemsWith(missing), [["recover.no-answer", "aws"]]);
    });

    it("finds untagged resources through the resources they belong to", async () => {
        const account = new StackAccount();
        const zone = { availabilityZone: "us-east-1a", cidrBlock: "10.0.0.0/24" };
        const subnet = account.create(types.subnet, "app-us-east-1a", zone);
        const ids = { subnetId: subnet.id, routeTableId: account.table.id };
        account.aws.create(types.association, "app-us-east-1a", ids);
        const role = account.create(types.role, "app-flow-logs", { assumeRolePolicy: "{}", vpcId: undefined });
        account.aws.create(types.rolePolicy, "app-flow-logs", {
            role: role.id,
            name: "app-flow-logs-1234567",
            policy: "{}",
        });
        account.aws.create(types.rolePolicy, "by-hand", { role: role.id, policy: "{}" });
        const { brief } = await recover(account, new RecordedStack([account.vpc, account.table, subnet, role]));
        assert.deepEqual(brief.sort(), [
            `import app-flow-logs ${role.id}:app-flow-logs-1234567`,
            `import app-us-east-1a ${subnet.id}/${account.table.id}`,
        ]);
    });

    it("suggests nothing while one of AWS's answers is missing", async () => {
        const account = new StackAccount();
        const stack = new RecordedStack([account.vpc, account.table], [account.sqs()]);
        const { code, stdout } = await privateVpc(["recover", "--json"], {
            execute: async ([program, ...args]) => {
                if (program === "pulumi") return { code: 0, stdout: JSON.stringify(stack.exported), stderr: "" };
                if (args[1] !== "describe-subnets") return awsCli(account.aws, args);
                return { code: 254, stdout: "", stderr: "\nAn error occurred (UnauthorizedOperation)\n" };
            },
        });
        assert.equal(code, 1);
        assert.deepEqual(JSON.parse(stdout), {
            problems: [{
                code: "recover.no-answer",
                path: "aws ec2 describe-subnets --region us-east-1 --output json",
                message: "failed: An error occurred (UnauthorizedOperation)",
                hint: "check the credentials and permissions of the AWS CLI",
            }],
        });
    });
});
