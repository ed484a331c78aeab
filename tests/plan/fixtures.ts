import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import type { PlannedEndpoint } from "../../components/plan/kinds/endpointKinds";
import type { PlannedGateway } from "../../components/plan/kinds/gatewayKind";
import type { PlannedInterface } from "../../components/plan/kinds/interfaceKind";
import { parseZone, type Zone } from "../../components/plan/network/zones";
import { planVpc, type VpcPlan, type VpcRequest } from "../../components/plan/planVpc";
import type { PolicyTemplates } from "../../components/plan/policies/endpointPolicy";
import type { PolicyDocument } from "../../components/plan/policies/policyDocument";
import type { Problem } from "../../components/plan/problem";

const folder = path.join(__dirname, "..", "..", "policies", "endpoints");

/** The text of every built-in policy, by file name without `.json`. */
export const templateTexts: { [name: string]: string } = Object.fromEntries(
    fs.readdirSync(folder)
        .filter((file) => file.endsWith(".json"))
        .map((file) => [path.basename(file, ".json"), fs.readFileSync(path.join(folder, file), "utf8")]),
);

/** Every built-in policy, by file name without `.json`. */
export const templates: PolicyTemplates = Object.fromEntries(
    Object.entries(templateTexts).map(([name, text]) => [name, JSON.parse(text) as PolicyDocument]),
);

/** A policy that a caller might write. */
export const ownPolicy = `{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}`;

/** A valid VPC request that tests vary. */
export const smallVpc: VpcRequest = {
    cidrBlock: "10.0.0.0/16",
    availabilityZones: ["us-east-1a", "us-east-1b"],
};

/** The plan of the small VPC with a valid change. */
export function planOf(changed: Partial<VpcRequest>): VpcPlan {
    const { plan, problems } = planVpc({ ...smallVpc, ...changed }, templates);
    assert.deepEqual(problems, []);
    return plan!;
}

/** The problems of the small VPC with a change. */
export function problemsOf(changed: Partial<VpcRequest>): Problem[] {
    const { plan, problems } = planVpc({ ...smallVpc, ...changed }, templates);
    assert.equal(plan, undefined, "a plan was made");
    return problems;
}

/** The only endpoint with this name, e.g. `s3-gateway`, of the small VPC with a change. */
export function endpointOf(name: `${string}-gateway`, changed: Partial<VpcRequest>): PlannedGateway;
export function endpointOf(name: `${string}-interface`, changed: Partial<VpcRequest>): PlannedInterface;
export function endpointOf(name: `${string}-${"gateway" | "interface"}`, changed: Partial<VpcRequest>): PlannedEndpoint;
export function endpointOf(name: string, changed: Partial<VpcRequest>): PlannedEndpoint {
    const found = planOf(changed).endpoints.filter((endpoint) => endpoint.name === name);
    assert.equal(found.length, 1, `${found.length} endpoints are named ${name}`);
    return found[0]!;
}

/** The interface endpoints of the small VPC with a change. */
export function interfacesOf(changed: Partial<VpcRequest>): PlannedInterface[] {
    return planOf(changed).endpoints.filter((endpoint) => endpoint.kind === "Interface");
}

/** The statements of an endpoint's policy. */
export function statementsOf({ policy }: Pick<PlannedEndpoint, "policy">): { Sid: string; Resource: unknown }[] {
    return (JSON.parse(policy.document!) as PolicyDocument).Statement as { Sid: string; Resource: unknown }[];
}

/** Zones by name. */
export function zonesNamed(...names: string[]): Zone[] {
    return names.map((name) => parseZone(name)!);
}
