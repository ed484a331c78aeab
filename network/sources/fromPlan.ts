import type { PlannedDnsFirewall } from "../../components/plan/dnsFirewall/plannedDnsFirewall";
import { vpcRange } from "../../components/plan/endpoints/admission";
import type { PlannedEgress, PlannedSecurityGroup } from "../../components/plan/endpoints/securityGroups";
import { DnsFirewallAction } from "../../components/plan/facts/dnsFirewallAction";
import { type WorkloadFacts } from "../../components/plan/facts/workloadFacts";
import { workloads as workloadFacts } from "../../components/plan/facts/workloads";
import {
    hasPrivateDns,
    hasSecurityGroup,
    isInZones,
    type PlannedEndpoint,
} from "../../components/plan/kinds/endpointKinds";
import type { VpcPlan } from "../../components/plan/plan";
import { unknown } from "../../components/plan/policies/iam/truth";
import { fillPlaceholders, ownAccount } from "../../components/plan/policies/policyDocument";
import { isService } from "../../components/plan/services/serviceNames";
import type { Endpoint, Need, Workload } from "../model/accessModel";
import type { DnsFirewall } from "../model/dnsModel";
import { given, type Maybe } from "../model/maybe";
import { emptyNetwork, type Network } from "../model/network";
import type { AclEntry, GroupRule, Route, Subnet, Traffic } from "../model/vpcModel";
import { connectionTo } from "../reach/packets";
import type { Source } from "../reach/question";

/** The ID of the VPC that a plan creates, and of the client security group in it. */
const vpc = "planned";
const clientGroup = "client";

/** An account for a plan that does not know its own. */
const standIn = "123456789012";

/** The network that a plan creates. Its workloads are those that the plan was requested for. */
export function networkOfPlan(plan: VpcPlan): Network {
    const { region, network, network: { subnets }, endpoints, securityGroups, clientEgress, perimeter } = plan;
    const cidrBlock = network.cidrBlock ?? unknown("the VPC's CIDR block, which IPAM allocates");
    const gateways = endpoints.filter((one) => "routeTables" in one);
    const routes = [
        { destination: given(cidrBlock, (cidr) => ({ cidr })), target: { kind: "local", id: "" } },
        ...gateways.map(({ name }) => ({
            destination: { prefixList: name },
            target: { kind: "gateway endpoint", id: name },
        })),
    ] as Route[];
    const zones = subnets.map(({ zone }) => zone);
    return {
        ...emptyNetwork(region),
        accountId: standIn,
        perimeter,
        vpcs: [{
            id: vpc,
            name: network.cidrBlock ?? undefined,
            cidrBlocks: given(cidrBlock, (block) => [block]),
            dnsSupport: true,
            dnsHostnames: true,
        }],
        subnets: subnets.map(({ zone, cidrBlock: block }): Subnet => ({
            id: zone,
            vpc,
            zone,
            cidrBlock: block ?? unknown(`the CIDR block of the subnet in ${zone}`),
            routeTable: zone,
            networkAcl: "default",
            mapsPublicAddresses: false,
        })),
        routeTables: zones.map((zone) => ({ id: zone, vpc, routes })),
        prefixLists: gateways.map(({ name, service }) => ({
            id: name,
            name: `of ${service}`,
            cidrs: unknown(`the addresses of ${service}`),
            service,
        })),
        networkAcls: [{ id: "default", entries: [defaultEntry(true), defaultEntry(false)] }],
        securityGroups: [
            { id: clientGroup, vpc, rules: clientEgress.map((rule) => egressRule(rule, cidrBlock)) },
            ...securityGroups.map((group) => ({ id: group.name, vpc, rules: ingressRules(group, cidrBlock) })),
        ],
        endpoints: [...endpoints.map((one) => endpointOf(one)), ...existingEndpoints(plan)],
        dnsFirewalls: plan.dnsFirewall ? [firewallOf(plan.dnsFirewall)] : [],
        workloads: workloadsOf(plan, zones),
    };
}

/** The DNS firewall of a plan: its allowed names, and then the rule for all others. */
function firewallOf({ priority, allowed, action }: PlannedDnsFirewall): DnsFirewall {
    const names = allowed.map(({ name }) => name.replaceAll(ownAccount, standIn));
    const rules = [
        { domains: names, blocks: false },
        { domains: ["*"], blocks: action === DnsFirewallAction.Block },
    ];
    return { id: "planned", vpc, priority, rules };
}

/** The entry of a VPC's default network ACL, which allows everything. */
export function defaultEntry(egress: boolean): AclEntry {
    const traffic = { protocol: "-1", fromPort: 0, toPort: 65_535 };
    return { number: 100, egress, allow: true, traffic, cidr: "0.0.0.0/0" };
}

function trafficOn(port: PlannedEgress["port"]): Traffic {
    const { protocol, ports } = connectionTo(port);
    return { protocol, fromPort: ports.first, toPort: ports.last };
}

function ingressRules({ name, ingress }: PlannedSecurityGroup, cidrBlock: Maybe<string>): GroupRule[] {
    return ingress.map(({ port, source }) => ({
        id: `${name}-${port}-${source}`,
        egress: false,
        traffic: trafficOn(port),
        peer: given(source === vpcRange ? cidrBlock : source, (cidr) => ({ cidr })),
    }));
}

function egressRule(rule: PlannedEgress, vpcBlock: Maybe<string>): GroupRule {
    const { name, port, securityGroup, endpoint, existing, toVpc, cidrBlock } = rule;
    const peer = (): GroupRule["peer"] => {
        if (toVpc) return given(vpcBlock, (cidr) => ({ cidr }));
        if (cidrBlock !== undefined) return { cidr: cidrBlock };
        if (existing !== undefined) return unknown(`the existing endpoint of ${existing}`);
        if (securityGroup === undefined) return { prefixList: endpoint! };
        return endpoint === undefined ? { group: securityGroup } : { group: givenGroup(endpoint) };
    };
    return { id: name, egress: true, traffic: trafficOn(port), peer: peer() };
}

/** The ID of the caller's own security group of an endpoint. */
function givenGroup(endpoint: string): string {
    return `given to ${endpoint}`;
}

function endpointOf(planned: PlannedEndpoint): Endpoint {
    const { name, service, serviceName, kind, policy: { document, from, ownedResources }, ports } = planned;
    const isLate = document === null && from === "custom";
    return {
        id: name,
        kind,
        vpc,
        serviceName: serviceName ?? unknown(`the service name of ${name}`),
        ...(isService(service) && { service }),
        isAvailable: true,
        policy: isLate ? unknown(`the policy of ${name}, which is known only during a deployment`) : filled(document),
        interfaces: isInZones(planned) ? planned.zones.map((zone) => ({ subnet: zone })) : [],
        groups: groupsOf(planned),
        privateDns: hasPrivateDns(planned) && planned.privateDns && !planned.privateDnsOnlyForInboundResolver,
        privateDnsNames: hasPrivateDns(planned)
            ? planned.privateDnsNames ?? unknown(`the private DNS names of ${name}`)
            : [],
        ...("routeTables" in planned && { prefixList: name }),
        ports,
        ownedResources,
    };
}

function groupsOf(planned: PlannedEndpoint): Endpoint["groups"] {
    if (!hasSecurityGroup(planned)) return [];
    const { securityGroup, sources, name } = planned;
    return sources.length > 0 ? [securityGroup] : unknown(`the rules of your security groups of ${name}`);
}

function filled(document: string | null): string | null {
    if (document === null) return null;
    return JSON.stringify(fillPlaceholders(JSON.parse(document) as unknown, { accountId: standIn }));
}

/** Endpoints that the VPC already has, of which the plan knows only the service. */
function existingEndpoints({ leftOut }: VpcPlan): Endpoint[] {
    return leftOut.filter(({ reason }) => reason.key === "existing-endpoint").map(({ service, reason }) => {
        const id = reason.endpointId ?? `existing ${service}`;
        const late = unknown(`the existing endpoint of ${service}`);
        return {
            id,
            kind: late,
            vpc,
            serviceName: late,
            service,
            isAvailable: late,
            policy: late,
            interfaces: late,
            groups: late,
            privateDns: late,
            privateDnsNames: late,
            ports: [],
        };
    });
}

/** The workloads that endpoints were requested for, each in every subnet with the client security group. */
function workloadsOf({ endpoints }: VpcPlan, zones: string[]): Workload[] {
    const named = [...new Set(endpoints.flatMap(({ requestedBy }) => requestedBy))].sort();
    return named.map((name) => {
        const needs = needsOf(name, endpoints);
        return {
            id: name,
            subnets: zones,
            groups: [clientGroup],
            hasPublicAddress: false,
            ...(needs.length > 0 && { needs }),
        };
    });
}

function needsOf(name: string, endpoints: PlannedEndpoint[]): Need[] {
    const facts = (workloadFacts as { [name: string]: WorkloadFacts })[name];
    if (!facts) {
        const requested = endpoints.filter(({ requestedBy }) => requestedBy.includes(name));
        const keys = [...new Set(requested.map(({ service }) => service))];
        return keys.map((service) => ({ service, why: "requested by its key" }));
    }
    // A FIPS endpoint was requested by the key of the service that it is for.
    const serviceFor = (key: string) =>
        endpoints.find(({ askedAs, requestedBy }) => askedAs === key && requestedBy.includes(name))?.service ?? key;
    const required = [...new Set(facts.required.map(serviceFor))];
    return required.map((service) => ({ service, why: facts.why, source: facts.source }));
}

/** Any client in a planned VPC: in all of its subnets, with the client security group. */
export function plannedClient({ network: { subnets } }: VpcPlan): Source {
    return { label: "clients", subnets: subnets.map(({ zone }) => zone), groups: [clientGroup] };
}
