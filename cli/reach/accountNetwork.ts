import { regions } from "../../components/plan/facts/regions";
import type { Problem } from "../../components/plan/problem";
import { fileOf } from "../../inventory/calls";
import { readDns } from "../../inventory/readDns";
import { type Ask, type Inventory, type Kind, listingCall, readInventory } from "../../inventory/readInventory";
import { type DetailedParts, readNetworkDetails } from "../../inventory/readNetworkDetails";
import type { Network } from "../../network/model/network";
import { type Described, networkKinds, networkOfInventory } from "../../network/sources/fromInventory";

/** Reads the networks of an account from AWS's answers. Answers that were not saved are unknown, with the file's name as the reason. */
export async function readAccount(
    askIn: (region: string) => Ask,
    given: string | undefined,
): Promise<{ network?: Network; problems: Problem[] }> {
    const lists: Described["lists"] = {};
    const missing: Described["missing"] = {};
    const problems: Problem[] = [];
    const ask = askIn(given ?? "REGION");
    for (const kind of networkKinds) {
        const { inventory, problems: wrong } = await readInventory(ask, [kind]);
        if (wrong.length === 0) Object.assign(lists, { [kind]: inventory[kind] });
        else if (wrong.every(isMissing)) missing[kind] = `${fileOf(listingCall(kind))}, which is missing`;
        else problems.push(...wrong);
    }
    if (problems.length > 0) return { problems };
    const { region, problems: nowhere } = regionOf(lists, given);
    if (region === undefined) return { problems: nowhere };
    const mixed = foreign(lists);
    if (mixed.length > 0) return { problems: mixed };
    const vpcs = (lists.vpcs ?? []).map(({ VpcId }) => VpcId);
    const { dns, problems: unread } = await readDns(askIn(region), vpcs, region);
    const { details, problems: unanswered } = await readNetworkDetails(askIn(region), detailedIn(lists));
    const wrong = [...unread, ...unanswered].filter((one) => !isMissing(one));
    if (wrong.length > 0) return { problems: wrong };
    return { network: networkOfInventory({ region, lists, missing, dns, details }), problems: [] };
}

/** Which parts of the lists have details of their own. */
function detailedIn(lists: Described["lists"]): DetailedParts {
    const { firewallAssociations = [], resolverEndpoints = [], managedPrefixLists = [] } = lists;
    const tables = (lists.anyTransitAttachments ?? []).flatMap(({ Association }) =>
        Association?.TransitGatewayRouteTableId ?? []
    );
    return {
        firewallGroups: [...new Set(firewallAssociations.map((one) => one.FirewallRuleGroupId))],
        resolverEndpoints: resolverEndpoints.map(({ Id }) => Id),
        // AWS lists the addresses of its services' lists with the lists.
        prefixLists: managedPrefixLists.filter(({ OwnerId }) => OwnerId !== "AWS").map((one) => one.PrefixListId),
        transitRouteTables: [...new Set(tables)],
    };
}

function isMissing({ code }: Problem): boolean {
    return code === "file.not-read";
}

/** The Region of the answers, by the zones of the subnets and the names of the endpoint services. */
function regionOf(lists: Described["lists"], given: string | undefined): { region?: string; problems: Problem[] } {
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
function foreign(lists: Described["lists"]): Problem[] {
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
