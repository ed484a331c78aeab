import { type AccountFinding, accountFindings, type AccountSettings } from "../plan/network/accountSettings";
import { listOf } from "./wording";

const guide = "https://docs.aws.amazon.com/vpc/latest/userguide";
const basics = `${guide}/security-vpc-bpa-basics.html`;
const controls = `${guide}/vpc-encryption-controls.html`;

type Sentences = { [Key in AccountFinding["key"]]: (finding: Extract<AccountFinding, { key: Key }>) => string };

const sentences: Sentences = {
    "gateway-possible": () =>
        "VPC Block Public Access is off: anyone with permission to attach an internet gateway and to change a route table can connect the VPC to the internet. "
        + `The mode block-bidirectional prevents it for the whole Region: ${guide}/security-vpc-bpa.html`,
    "egress-possible": () =>
        "VPC Block Public Access blocks connections from the internet only: traffic to the internet is allowed, if somebody adds a NAT "
        + `gateway or an egress-only internet gateway. The mode block-bidirectional prevents it: ${basics}`,
    "gateway-blocked": ({ byPolicy }) =>
        "VPC Block Public Access prevents traffic to and from the internet, even if somebody attaches an internet gateway"
        + (byPolicy
            ? ". A declarative policy of the organization sets it."
            : ", until somebody in the account turns it off."),
    "exclusion-possible": () =>
        "Anyone with permission in the account can exclude this VPC or its subnets from VPC Block Public Access. A declarative policy of the organization "
        + `can prevent it: ${basics}#security-vpc-bpa-exclusions-orgs`,
    "excluded": ({ resources }) => `VPC Block Public Access does not apply to ${listOf(resources)}.`,
    "private-ways": () =>
        "VPC Block Public Access does not affect transit gateways, peering connections, AWS Site-to-Site VPN and AWS Client VPN, "
        + `which others in the account can add: ${basics}#security-vpc-bpa-service-support`,
    "nothing-enforced": () =>
        "VPC Encryption Controls are not enabled for any VPC. In the mode enforce, they prevent internet gateways, NAT gateways and peering "
        + `without an exclusion: ${controls}`,
    "monitored": ({ vpcIds }) =>
        `VPC Encryption Controls only monitor ${
            listOf(vpcIds)
        }: they prevent nothing until the mode is enforce: ${controls}`,
    "enforced": ({ vpcIds }) =>
        `In ${
            listOf(vpcIds)
        }, VPC Encryption Controls prevent internet gateways, NAT gateways and peering without an exclusion.`,
    "default-subnets": ({ vpcIds, subnetIds }) =>
        `The default VPC ${listOf(vpcIds)} has public subnets, ${
            listOf(subnetIds)
        }: what is launched without a subnet ID is in `
        + `one of them, not in this VPC: ${guide}/default-subnet.html`,
};

/** What somebody else could add to the VPC, and what would prevent it. The stack itself changes no setting of the account. */
export function accountLines(settings: AccountSettings | undefined): string[] {
    if (!settings) return [];
    return [
        ...accountFindings(settings).map((finding) => sentenceOf(finding)),
        "The stack creates and deletes none of these settings, because they apply to every VPC of the account.",
    ];
}

function sentenceOf<Key extends AccountFinding["key"]>(finding: Extract<AccountFinding, { key: Key }>): string {
    return (sentences[finding.key as Key] as (finding: AccountFinding) => string)(finding);
}
