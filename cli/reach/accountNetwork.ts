import type { Problem } from "../../components/plan/problem";
import { fileOf } from "../../inventory/calls";
import { readDns } from "../../inventory/readDns";
import { type Ask, listingCall, readInventory } from "../../inventory/readInventory";
import { type DetailedParts, readNetworkDetails } from "../../inventory/readNetworkDetails";
import { readTasks } from "../../inventory/readTasks";
import type { Network } from "../../network/model/network";
import { type Described, networkKinds, networkOfInventory } from "../../network/sources/fromInventory";
import { mixedVpcs, regionOfAnswers } from "./answersTogether";

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
    const { region, problems: nowhere } = regionOfAnswers(lists, given);
    if (region === undefined) return { problems: nowhere };
    const mixed = mixedVpcs(lists);
    if (mixed.length > 0) return { problems: mixed };
    const vpcs = (lists.vpcs ?? []).map(({ VpcId }) => VpcId);
    const { dns, problems: unread } = await readDns(askIn(region), vpcs, region);
    const { details, problems: unanswered } = await readNetworkDetails(askIn(region), detailedIn(lists));
    const { tasks, problems: undescribed } = await readTasks(askIn(region), lists.ecsClusters ?? []);
    const wrong = [...unread, ...unanswered, ...undescribed].filter((one) => !isMissing(one));
    if (wrong.length > 0) return { problems: wrong };
    return { network: networkOfInventory({ region, lists, missing, dns, details, tasks }), problems: [] };
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
