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

/** Lists whose items have a `VpcId`, which must be in the list of VPCs. */
const inVpcs = ["subnets", "routeTables", "endpoints", "networkAcls", "networkInterfaces"] as const satisfies Kind[];

/** Problems with answers of another account or Region: they contain VPCs that are not in the list of VPCs. */
export function mixedVpcs(lists: Lists): Problem[] {
    const { vpcs } = lists;
    if (!vpcs) return [];
    const owners = [...new Set(vpcs.flatMap(({ OwnerId }) => OwnerId ?? []))];
    const known = new Set(vpcs.map(({ VpcId }) => VpcId));
    return inVpcs.flatMap((kind): Problem[] => {
        const items = lists[kind] as Inventory[typeof kind] | undefined;
        const other = (items as { VpcId: string }[] | undefined)?.find(({ VpcId }) => !known.has(VpcId));
        if (!other) return [];
        const file = fileOf(listingCall(kind));
        const of = owners.length > 0 ? ` of account ${owners.join(", ")}` : "";
        return [{
            code: "reach.mixed-answers",
            path: `--aws ${file}`,
            message: `it has something in ${other.VpcId}, which is not among the VPCs${of}`,
            hint: "save all answers with the same credentials and the same Region",
        }];
    });
}
