import * as path from "node:path";

import * as v from "valibot";

import { readJson } from "../../catalogue/answerFiles";
import type { Problem } from "../../components/plan/problem";
import { childUrn, partsOf } from "../../components/plan/urns";
import { foundResources } from "../recover/foundResources";
import type { StackRecord } from "../recover/stackRecord";
import type { StackNames } from "./declared";
import type { DescribedVpc } from "./readVpc";

const shape = v.object({
    nameTable: v.optional(v.record(v.string(), v.string()), {}),
    resources: v.array(v.object({
        type: v.string(),
        name: v.optional(v.string()),
        logicalName: v.optional(v.string()),
        id: v.optional(v.string()),
        parent: v.optional(v.string()),
    })),
});

type ImportFile = v.InferOutput<typeof shape>;

const noDetails = { logGroupTags: {}, roles: {}, resolverTags: {}, firewallRules: {}, records: {} };

/** Problems with a file for `pulumi import`: resources that are gone, of another VPC, or in the state under another name. */
export function checkImportFile(
    file: string,
    folder: string,
    { id: vpcId, everywhere }: DescribedVpc,
    { resources }: StackRecord,
    names: StackNames,
): Problem[] {
    const { read, problems } = readJson(`--check ${file}`, path.resolve(folder, file));
    if (!read) return problems;
    const parsed = v.safeParse(shape, read.value);
    if (!parsed.success) {
        const hint = "write one with: npx private-vpc adopt VPC-ID";
        const message = `it is not a file for pulumi import: ${parsed.issues[0].message}`;
        return [{ code: "adopt.not-an-import-file", path: `--check ${file}`, message, hint }];
    }
    const defaults = everywhere.securityGroups.filter(({ GroupName }) => GroupName === "default").map((group) => ({
        type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
        id: group.GroupId,
        importId: undefined,
        vpcId: group.VpcId ?? undefined,
    }));
    const found = [...foundResources(everywhere, noDetails), ...defaults];
    const again = "write the file again: npx private-vpc adopt";
    return parsed.output.resources.flatMap(({ type, id, ...entry }, index): Problem[] => {
        if (id === undefined) return [];
        const at = `resources[${index}].id`;
        const one = found.find((other) => other.type === type && (other.importId ?? other.id) === id);
        if (!one) {
            const message = `AWS has no ${type.split(":").at(-1)} ${id} in this Region and account`;
            return [{ code: "adopt.gone", path: at, message, hint: again }];
        }
        if (one.vpcId !== vpcId) {
            const message = `${id} is in ${one.vpcId}, and the VPC to adopt is ${vpcId}: pulumi up would replace it`;
            return [{ code: "adopt.other-vpc", path: at, message, hint: again }];
        }
        const urn = urnIn(parsed.output, { type, ...entry }, names);
        const recorded = resources.find((other) => (other.type === type && other.id === one.id) || other.urn === urn);
        if (!recorded || (recorded.urn === urn && recorded.id === one.id)) return [];
        const message = recorded.urn === urn
            ? `the state has ${recorded.id ?? "another resource"} under this name`
            : `the state has ${id} as ${recorded.urn}: two resources would manage it`;
        const hint = recorded.urn === urn ? "choose another name: --name NAME" : again;
        return [{ code: "adopt.in-state", path: at, message, hint }];
    });
}

/** The URN that an entry gets, below its parents; those of a cycle are left out, which `pulumi import` rejects. */
function urnIn(
    file: ImportFile,
    { type = "", name = "", logicalName = name, parent }: Partial<ImportFile["resources"][number]>,
    names: StackNames,
    below: string[] = [],
): string {
    const named = file.resources.find((other) => (other.name ?? other.logicalName) === parent);
    const above = named && parent !== undefined && !below.includes(parent)
        ? urnIn(file, named, names, [...below, parent])
        : file.nameTable[parent ?? ""] ?? "";
    return childUrn({ ...names, qualifiedType: partsOf(above).qualifiedType }, type, logicalName);
}
