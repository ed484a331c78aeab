import { types } from "../../emulator/aws/world";
import { inConfig, inProgram } from "./exampleInputs";
import { accounts } from "./networkExamples";
import type { ProblemExample } from "./problemExample";

const dnsFirewall = "private-vpc:dnsFirewall";
const allowed = (domain: string) => `${dnsFirewall}: { allowedDomains: ["${domain}"] }`;

const inVpc = `await VpcEndpoints.inVpc("app", { vpcId: "${accounts.vpcId}", services: ["sqs"], dnsFirewall: {} });`;
const group = (name: string, priority: number) =>
    accounts.made(types.firewallAssociation, `rslvr-frgassoc-${name}`, {
        vpcId: accounts.vpcId,
        firewallRuleGroupId: `rslvr-frg-${name}`,
        priority,
        tags: { Name: name },
    });

/** Mistakes in the options of the DNS firewall. */
export const dnsFirewallExamples: ProblemExample[] = [
    inProgram(
        "dns-firewall.invalid-name",
        `new VpcEndpoints("shop.example.com", { ...args, dnsFirewall: {} });`,
    ),
    inProgram(
        "dns-firewall.invalid-name",
        `new VpcEndpoints("endpoints-of-the-services-for-order-processing", { ...args, dnsFirewall: {} });`,
    ),
    inProgram(
        "dns-firewall.two",
        `new VpcEndpoints("shop", { ...args, services: ["sqs"], dnsFirewall: {} });
new VpcEndpoints("billing", { ...args, services: ["sns"], dnsFirewall: {} });`,
    ),
    inProgram("dns-firewall.taken-priority", inVpc, {
        given: "In a VPC with a rule group of priority 9000:",
        resources: [...accounts.one, group("b", 9000)],
    }),
    inProgram("dns-firewall.other-group", inVpc, {
        given: "In a VPC with rule groups of priority 200 and 9500:",
        resources: [...accounts.one, group("b", 200), group("c", 9500)],
    }),
    inProgram("dns-firewall.other-group", inVpc, {
        given: "Where the role may not look up rule groups:",
        resources: accounts.one,
        denied: ["tag:GetResources"],
    }),
    inProgram("quota.firewall-groups", inVpc, {
        given: "In a VPC with five rule groups:",
        resources: [...accounts.one, ...[1, 2, 3, 4, 5].map((one) => group(String(one), 8999))],
    }),
    inConfig("dns-firewall.unknown-action", `${dnsFirewall}: { action: deny }`),
    inConfig("dns-firewall.invalid-domain", allowed("https://db.example.com/")),
    inConfig("dns-firewall.invalid-domain", allowed("*example.com")),
    inConfig("dns-firewall.invalid-domain", allowed("db.*.example.com")),
    inConfig("dns-firewall.invalid-domain", allowed("db.example.com.")),
    inConfig("dns-firewall.invalid-domain", allowed("b\u00fccher.example")),
    inConfig("dns-firewall.invalid-domain", allowed("my_db.example.com")),
    inConfig("dns-firewall.every-domain", allowed("*")),
    inConfig("dns-firewall.public-suffix", allowed("*.co.uk")),
    inConfig("dns-firewall.public-suffix", allowed("*.us-east-1.amazonaws.com")),
    inConfig("dns-firewall.invalid-priority", `${dnsFirewall}: { priority: 10000 }`),
    inConfig("dns-firewall.invalid-destination", `${dnsFirewall}: { queryLogs: { destinationArn: my-query-logs } }`),
    inConfig(
        "dns-firewall.retention-unused",
        `${dnsFirewall}: { queryLogs: { destinationArn: "arn:aws:s3:::my-query-logs", retentionInDays: 90 } }`,
    ),
    inConfig("dns-firewall.invalid-retention", `${dnsFirewall}: { queryLogs: { retentionInDays: 2 } }`),
    inProgram(
        "quota.firewall-list",
        `const allowedDomains = Array.from({ length: 1000 }, (_, index) => \`db\${index}.example.com\`);
new VpcEndpoints("app", { ...args, dnsFirewall: { allowedDomains } });`,
    ),
    inConfig(
        "quota.firewall-domains",
        `${allowed("db.example.com")}\nprivate-vpc:quotas: { quota.firewall-domains: 2 }`,
        "Where the account's other lists have used up its quota except for two names:",
    ),
];
