import { distinct, type Problem } from "../../components/plan/problem";
import { partsOf } from "../../components/plan/urns";
import { readDetails } from "../../inventory/readDetails";
import { type Ask, type Inventory, type Kind, readInventory } from "../../inventory/readInventory";
import { mixedVpcs, regionOfAnswers } from "../reach/answersTogether";
import { tokens } from "./found";
import { ownArn } from "./foundFlowLogs";
import { zoneId } from "./foundRecords";
import { foundResources } from "./foundResources";
import { type Finding, findingsOf } from "./recoveryFindings";
import { inRegion, parseRecord, type Recorded, type StackRecord, stringOf } from "./stackRecord";
import { type Step, stepsOf } from "./steps";

/** The result of comparing a stack's state with AWS. */
export interface Recovery {
    stack: string;
    /** The Region that was compared; undefined if the state is empty. */
    region?: string;
    findings: Finding[];
    steps: Step[];
}

const network: Kind[] = [
    "vpcs",
    "subnets",
    "routeTables",
    "endpoints",
    "securityGroups",
    "securityGroupRules",
    "networkInterfaces",
    "flowLogs",
];
const serviceType = "private-vpc:index:EndpointService";
const dnsFirewall: Kind[] = [
    ...["firewallDomainLists", "firewallRuleGroups", "firewallAssociations"] as const,
    ...["queryLogConfigs", "queryLogAssociations"] as const,
];
const services: Kind[] = ["endpointServices", "endpointConnections", "connectionNotifications"];

/** Compares a stack's exported state with AWS; asks only for what the stack may have. */
export async function recover(
    path: string,
    exported: unknown,
    askIn: (region: string) => Ask,
    given?: string,
): Promise<{ recovery?: Recovery; problems: Problem[] }> {
    const { record: all, problems } = parseRecord(path, exported);
    if (!all) return { problems };
    const { stack, resources, creating } = all;
    if (resources.length + creating.length === 0) return { recovery: { stack, findings: [], steps: [] }, problems: [] };
    const { region, problems: nowhere } = regionOf(all, path, given);
    if (region === undefined) return { problems: nowhere };
    const record = inRegion(all, region);
    const ask = askIn(region);
    const hasServices = record.resources.some(({ type }) => type === serviceType);
    const groups = flowLogNames(record);
    const firewalls = dnsFirewallNames(record);
    const kinds = [
        ...network,
        ...(hasServices ? services : []),
        ...(groups.length + firewalls.length > 0 ? ["logGroups"] as const : []),
        ...(groups.length > 0 ? ["roles"] as const : []),
        ...(firewalls.length > 0 ? dnsFirewall : []),
    ];
    const { inventory, problems: unread } = await readInventory(ask, kinds);
    if (unread.length > 0) return { problems: distinct(unread) };
    const foreign = [...otherAccount(record, inventory), ...otherRegion(inventory, region), ...mixedVpcs(inventory)];
    if (foreign.length > 0) return { problems: foreign };
    const startsWith = (starts: string[]) => (name: string) => starts.some((start) => name.startsWith(start));
    const isNamed = startsWith(groups);
    const isFirewall = startsWith(firewalls);
    const { firewallDomainLists, firewallRuleGroups, firewallAssociations, queryLogConfigs } = inventory;
    const ruleGroups = firewallRuleGroups.filter(({ Name }) => isFirewall(Name));
    const tagged = [...firewallDomainLists, ...firewallAssociations, ...queryLogConfigs]
        .filter(({ Name }) => isFirewall(Name ?? ""));
    const { details, problems: lacking } = await readDetails(ask, {
        logGroups: inventory.logGroups.filter((one) => startsWith([...groups, ...firewalls])(one.logGroupName))
            .map(({ arn }) => ownArn(arn)),
        roles: inventory.roles.map(({ RoleName }) => RoleName).filter(isNamed),
        zones: hostedZones(record),
        resolverArns: [...ruleGroups, ...tagged].flatMap(({ Arn }) => Arn ?? []),
        ruleGroups: ruleGroups.map(({ Id }) => Id),
    });
    if (lacking.length > 0) return { problems: distinct(lacking) };
    const findings = findingsOf(record, foundResources(inventory, details), inventory);
    const steps = stepsOf(findings, record, region);
    return { recovery: { stack, region, findings, steps }, problems: [] };
}

/** The names in the program of the log groups and roles of flow logs, with which the names in AWS begin. */
function flowLogNames({ resources, creating }: StackRecord): string[] {
    const known = [...resources, ...creating].filter(({ type, name }) =>
        (type === tokens.logGroup && !name.endsWith("-dns-queries")) || type === tokens.role
    );
    const logging = resources.filter(({ type, inputs }) =>
        type === "private-vpc:index:PrivateVpc" && inputs.flowLogs !== undefined
    );
    return [...new Set([...known.map(({ name }) => name), ...logging.map(({ name }) => `${name}-flow-logs`)])];
}

/** The hosted zones with the records that verify private DNS names of endpoint services. */
function hostedZones({ resources, creating }: StackRecord): string[] {
    const services = resources.filter(({ type }) => type === serviceType);
    const records = [...resources, ...creating].filter(({ urn, type }) =>
        type === tokens.record && partsOf(urn).qualifiedType.includes(serviceType)
    );
    const zones = [
        ...records.map((one) => stringOf(one, "zoneId")),
        ...services.map((one) => stringOf(one, "privateDnsHostedZoneId")),
    ];
    return [...new Set(zones.flatMap((zone) => (zone === undefined ? [] : zoneId(zone))))];
}

const partsOfFirewall: string[] = [
    ...[tokens.firewallDomains, tokens.firewallGroup, tokens.firewallAssociation, tokens.queryLog],
];

/** The names in the program of the parts of DNS firewalls, with which the names in AWS begin. */
function dnsFirewallNames({ resources, creating }: StackRecord): string[] {
    const known = [...resources, ...creating].filter(({ type }) => partsOfFirewall.includes(type));
    const filtering = resources.filter(({ type, inputs }) =>
        type === "private-vpc:index:VpcEndpoints" && inputs.dnsFirewall !== undefined
    );
    return [...new Set([...known.map(({ name }) => name), ...filtering.map(({ name }) => `${name}-dns`)])];
}

function regionOf(
    { resources }: StackRecord,
    path: string,
    given: string | undefined,
): { region?: string; problems: Problem[] } {
    if (given !== undefined) return { region: given, problems: [] };
    const providers = resources.filter(({ type }) => type === "pulumi:providers:aws");
    const [region, ...more] = [...new Set(providers.flatMap((one) => stringOf(one, "region") ?? []))];
    if (region !== undefined && more.length === 0) return { region, problems: [] };
    const message = region === undefined
        ? "the state has no AWS provider with a Region"
        : `the state has AWS providers in several Regions: ${[region, ...more].join(", ")}`;
    return { problems: [{ code: "recover.no-region", path, message, hint: "name the Region: --region us-east-1" }] };
}

/** With another account's credentials, everything would seem to be deleted. */
export function otherAccount({ resources }: StackRecord, { vpcs }: Inventory): Problem[] {
    const ofState = new Set(resources.flatMap((one: Recorded) => stringOf(one, "arn")?.split(":")[4] || []));
    const ofAws = new Set(vpcs.flatMap(({ OwnerId }) => OwnerId ?? []));
    if (ofState.size === 0 || ofAws.size === 0 || [...ofAws].some((id) => ofState.has(id))) return [];
    const message = `the answers are from account ${[...ofAws].join(", ")}, and the state is of ${
        [...ofState].join(", ")
    }`;
    return [{ code: "recover.other-account", path: "AWS", message, hint: "use credentials of the stack's account" }];
}

/** With another Region's answers, too. A Region that this version does not know is no problem. */
function otherRegion(inventory: Inventory, region: string): Problem[] {
    return regionOfAnswers(inventory, region).problems.filter(({ code }) => code === "reach.mixed-answers");
}
