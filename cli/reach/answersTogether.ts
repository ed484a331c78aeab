import { regions } from "../../components/plan/facts/regions";
import type { Problem } from "../../components/plan/problem";
import { fileOf } from "../../inventory/calls";
import { type Inventory, type Kind, listingCall } from "../../inventory/readInventory";

/** The lists of an account that were read. */
type Lists = Partial<Inventory>;

/** The Region of the answers, by the zones of the subnets and the names of the endpoint services. */
export function regionOfAnswers(lists: Lists, given: string | undefined): { region?: string; problems: Problem[] } {
    const zones = (lists.subnets ?? []).map(({ AvailabilityZone }) => AvailabilityZone);
    const services = (lists.endpoints ?? []).map(({ ServiceName }) => ServiceName);
    const found = [
        ...new Set([
            ...zones.flatMap((zone) =>
                Object.keys(regions).filter((one) => zone.startsWith(one) && zone.length > one.length)
            ),
            ...services.flatMap((name) => Object.keys(regions).filter((one) => name.split(".").includes(one))),
        ]),
    ].sort();
    const [region = given, ...more] = found;
    const problem = (code: "reach.mixed-answers" | "reach.no-region", message: string, hint: string) => ({
        problems: [{ code, path: "--aws", message, hint }],
    });
    if (more.length > 0 || (given !== undefined && region !== given)) {
        const all = [...new Set([...(given === undefined ? [] : [given]), ...found])].join(", ");
        const hint = "save the answers of one Region, in a folder of their own";
        return problem("reach.mixed-answers", `the answers are of several Regions: ${all}`, hint);
    }
    if (region === undefined) {
        return problem("reach.no-region", "no answer shows which Region it is of", "name it: --region us-east-1");
    }
    if (!Object.hasOwn(regions, region)) {
        return problem("reach.no-region", `${region} is not a Region that this version knows`, "check --region");
    }
    return { region, problems: [] };
}

/** The VPCs that something in each list is in, as AWS has them while it exists: all of them must be in the list of VPCs. */
const vpcsOf: { [K in Kind]?: (item: Inventory[K][number]) => Maybe[] } = {
    subnets: ({ VpcId }) => [VpcId],
    routeTables: ({ VpcId }) => [VpcId],
    endpoints: ({ VpcId }) => [VpcId],
    networkAcls: ({ VpcId }) => [VpcId],
    networkInterfaces: ({ VpcId }) => [VpcId],
    securityGroups: ({ VpcId }) => [VpcId],
    carrierGateways: ({ VpcId }) => [VpcId],
    natGateways: ({ VpcId, State }) => (State === "available" ? [VpcId] : []),
    internetGateways: ({ Attachments }) => attachedTo(Attachments),
    egressOnlyInternetGateways: ({ Attachments }) => attachedTo(Attachments),
    vpnGateways: ({ VpcAttachments }) => attachedTo(VpcAttachments),
    lambdaFunctions: ({ VpcConfig }) => (VpcConfig?.VpcId === "" ? [] : [VpcConfig?.VpcId]),
};

type Maybe = string | null | undefined;

/** The VPCs that a gateway is attached to. AWS lists former attachments, too, for a while. */
function attachedTo(attachments: { VpcId?: Maybe; State?: Maybe }[]): Maybe[] {
    return attachments.filter(({ State }) => State === "attached" || State === "available").map(({ VpcId }) => VpcId);
}

/** Problems with answers of another account or Region: they contain VPCs or security groups that are not in the lists of them. */
export function mixedVpcs(lists: Lists): Problem[] {
    const { vpcs, securityGroups } = lists;
    const owners = [...new Set((vpcs ?? []).flatMap(({ OwnerId }) => OwnerId ?? []))];
    const of = owners.length > 0 ? ` of account ${owners.join(", ")}` : "";
    const known = new Set(vpcs?.map(({ VpcId }) => VpcId));
    const inVpcs = (vpcs ? Object.keys(vpcsOf) as Kind[] : []).flatMap((kind) => {
        const items = (lists[kind] ?? []) as Inventory[Kind];
        const found = vpcsOf[kind] as (item: Inventory[Kind][number]) => Maybe[];
        const other = items.flatMap(found).find((id) => id && !known.has(id));
        return other ? [mixed(kind, `it has something in ${other}, which is not among the VPCs${of}`)] : [];
    });
    const groups = new Set(securityGroups?.map(({ GroupId }) => GroupId));
    const other = (lists.securityGroupRules ?? []).find(({ GroupId }) => securityGroups && !groups.has(GroupId));
    if (!other) return inVpcs;
    const message = `it has a rule of ${other.GroupId}, which is not among the security groups${of}`;
    return [...inVpcs, mixed("securityGroupRules", message)];
}

function mixed(kind: Kind, message: string): Problem {
    const hint = "save all answers with the same credentials and the same Region";
    return { code: "reach.mixed-answers", path: `--aws ${fileOf(listingCall(kind))}`, message, hint };
}
