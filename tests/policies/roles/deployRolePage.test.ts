import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { root } from "../../run";
import { type RoleStatement, statementsOf } from "./rolePolicies";
import { serviceAuthorization } from "./serviceAuthorization";

const page = fs.readFileSync(path.join(root, "docs", "deploy-role.md"), "utf8");
const files = [
    ...["up.json", "up.new-vpc.json", "up.vpc.json", "up.existing-vpc.json", "up.flow-logs.json"],
    ...["endpoint-service.json", "up.transition.json"],
];

/** The cells of the table below a heading, row by row, without the table's head. */
function tableBelow(heading: string): string[][] {
    const section = page.split(`\n## ${heading}\n`)[1]!.split("\n## ")[0]!;
    const rows = section.split("\n").filter((line) => line.startsWith("|")).slice(2);
    return rows.map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
}

const inCode = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);

/** The resource types that statements with an effect allow or deny an action on, by action. */
function typesByAction(statements: RoleStatement[]): Map<string, Set<string>> {
    const found = new Map<string, Set<string>>();
    for (const { Action = [], Resource } of statements) {
        const types = [Resource].flat().map((arn) => arn.split(/[:/]/)[5]).filter((type) => type !== undefined);
        for (const action of [Action].flat()) {
            const documented = Object.keys(serviceAuthorization[action]!).flatMap((one) => one.split(" "));
            const before = found.get(action) ?? [];
            found.set(action, new Set([...before, ...types.filter((type) => documented.includes(type))]));
        }
    }
    return found;
}

/** The key of EC2 for the VPC that a resource is, or is in. */
function vpcKey(action: string, type: string): string | undefined {
    const [, keys = ""] = Object.entries(serviceAuthorization[action]!).find(([types]) =>
        types.split(" ").includes(type)
    )!;
    return keys.split(" ").find((key) => key === "ec2:Vpc" || key === "ec2:VpcID");
}

const inVpcs = [
    ...["route-table", "security-group", "security-group-rule", "subnet", "vpc", "vpc-endpoint", "vpc-flow-log"],
];
const allowed = typesByAction(statementsOf(...files).filter(({ Effect }) => Effect === "Allow"));

describe("docs/deploy-role.md", () => {
    it("explains every statement of the deploy role's policies, and no other", () => {
        let file = "";
        const explained = tableBelow("What each statement allows").flatMap(([policy, sids]) => {
            file = policy || file;
            return inCode(sids!).map((sid) => `${file}: ${sid}`);
        });
        const explainedFiles = [...files, "up.dns-firewall.json"];
        const statements = explainedFiles.flatMap((name) => statementsOf(name).map(({ Sid }) => `${name}: ${Sid}`));
        assert.deepEqual(explained.sort(), statements.sort());
    });

    it("lists every resource for which EC2 has no key for its VPC", () => {
        const listed = tableBelow("Where EC2 supports no VPC").flatMap(([actions, types]) =>
            inCode(actions!).flatMap((action) => types!.split(";")[0]!.split(", ").map((type) => `${action} ${type}`))
        );
        const computed = [...allowed].flatMap(([action, types]) =>
            [...types].filter((type) => action.startsWith("ec2:") && inVpcs.includes(type) && !vpcKey(action, type))
                .map((type) => `${action} ${type}`)
        );
        assert.deepEqual(listed.sort(), computed.sort());
    });

    it("says that up.vpc.json denies other VPCs wherever EC2 has one", () => {
        const denied = typesByAction(statementsOf("up.vpc.json").filter(({ Effect }) => Effect === "Deny"));
        const byKey = (found: Map<string, Set<string>>) =>
            [...found].flatMap(([action, types]) =>
                [...types].filter((type) => vpcKey(action, type)).map((type) => `${action} ${type}`)
            );
        // A VPC has no ID before its creation, and reading is not limited to the VPC.
        const exceptions = ["ec2:CreateVpc vpc", "ec2:DescribeVpcAttribute vpc"];
        const expected = byKey(allowed).filter((one) => one.startsWith("ec2:") && !exceptions.includes(one));
        assert.deepEqual(byKey(denied).sort(), expected.sort());
    });
});
