import { unknown } from "../../components/plan/policies/iam/truth";
import type { Network } from "../../network/model/network";
import type { Subnet, TransitAttachment } from "../../network/model/vpcModel";
import { all, answer, decides, group, network, route, sqs, subnet } from "./smallNetwork";

const server = { address: "10.1.1.10" };
const late = unknown("what is late");

/** VPCs a and b with a transit gateway, whose attachments have subnets a2 and b1. */
function connected(
    zones: { [id: string]: Subnet["zone"] },
    attached: TransitAttachment["subnets"] = ["a2"],
    changed: Partial<Network> = {},
): Network {
    const attachment = (vpc: string, subnets: TransitAttachment["subnets"]): TransitAttachment => ({
        id: `attachment of ${vpc}`,
        transitGateway: "tgw",
        vpc,
        subnets,
        routes: [
            { cidr: "10.0.0.0/16", attachment: "attachment of a" },
            { cidr: "10.1.0.0/16", attachment: "attachment of b" },
        ],
    });
    const subnets = [
        subnet("a1", "a", "10.0.1.0/24"),
        subnet("a2", "a", "10.0.2.0/24"),
        subnet("b1", "b", "10.1.1.0/24"),
        subnet("b2", "b", "10.1.2.0/24"),
    ].map((one) => ({ ...one, zone: zones[one.id] ?? one.zone }));
    return network(
        { subnets, transitAttachments: [attachment("a", attached), attachment("b", ["b2"])], ...changed },
        [route("10.0.0.0/8", "transit gateway", "tgw")],
    );
}

describe("a transit gateway", () => {
    const from = "subnet a1";
    decides([
        [
            "gets packets of all subnets in a zone in which the attachment has one",
            () => answer(connected({}), server),
            "reachable",
        ],
        [
            "gets no packets of a zone in which the attachment has no subnet",
            () => answer(connected({ a1: "us-east-1b" }), server),
            "TGW_ROUTE_AZ_RESTRICTION",
            `tgw has no attachment in the Availability Zone of ${from}`,
            "add a subnet in us-east-1b to transit gateway attachment attachment of a",
        ],
        [
            "may get packets of a zone that is not known",
            () => answer(connected({ a1: late }), server),
            "unknown",
            `gateway: it is not known whether tgw has an attachment in the Availability Zone of ${from}`,
            "not known: what is late",
        ],
        [
            "may get packets if the subnets of the attachment are not known",
            () => answer(connected({}, late), server),
            "unknown",
            `gateway: it is not known whether tgw has an attachment in the Availability Zone of ${from}`,
            "not known: what is late",
        ],
        [
            "may get packets if a subnet of the attachment is not described",
            () => answer(connected({ a1: "us-east-1b" }, ["a2", "gone"]), server),
            "unknown",
            `gateway: it is not known whether tgw has an attachment in the Availability Zone of ${from}`,
            "not known: subnet gone is not described",
        ],
        [
            "gets packets if one subnet of the attachment is in the zone, whatever others are",
            () => answer(connected({}, ["a2", "gone"]), server),
            "reachable",
        ],
        [
            "may get packets of a Local Zone, by its parent zone",
            () => answer(connected({ a1: "us-east-1-bos-1a" }), server),
            "unknown",
            `gateway: it is not known whether tgw has an attachment in the Availability Zone of ${from}`,
            `not known: whether ${from} in us-east-1-bos-1a gets to attachment attachment of a`,
        ],
        [
            "delivers packets to every zone, but gets no answers of a zone in which the attachment has no subnet",
            () => answer(connected({ b1: "us-east-1b" }), server),
            "TGW_ROUTE_AZ_RESTRICTION",
            "route table table of b: 10.0.0.0/8 -> transit gateway tgw, which has no attachment in the Availability Zone "
            + "of subnet b1",
            "add a subnet in us-east-1b to transit gateway attachment attachment of b",
        ],
        [
            "may get answers of a zone that is not known",
            () => answer(connected({ b1: late }), server),
            "unknown",
            "routeBack: route table table of b: 10.0.0.0/8 -> transit gateway tgw",
            "not known: what is late",
        ],
    ]);
});

describe("security groups in rules for packets through a transit gateway", () => {
    const rule = (egress: boolean, peer: { group: string } | { cidr: string }) => (
        { id: `${egress ? "to" : "from"} ${Object.values(peer)[0]}`, egress, traffic: all, peer }
    );
    const open = group("open", "0.0.0.0/0");
    const client = { ...open, id: "client", rules: [rule(true, { group: "server" })] };
    const ofServer = { ...open, id: "server", rules: [rule(false, { cidr: "0.0.0.0/0" })] };
    const instance = { id: "eni-b1", vpc: "b", subnet: "b1", groups: ["server"], addresses: ["10.1.1.10"] };
    const endpointIn = (peer: { group: string } | { cidr: string }) =>
        connected({}, undefined, {
            securityGroups: [open, { ...ofServer, rules: [rule(false, peer)] }],
            interfaces: [],
            endpoints: [sqs({ vpc: "b", groups: ["server"], interfaces: [{ subnet: "b1", address: "10.1.1.10" }] })],
        });
    decides([
        [
            "are not those of the destination in outbound rules",
            () =>
                answer(
                    connected({}, undefined, { securityGroups: [client, ofServer], interfaces: [instance] }),
                    server,
                    { groups: ["client"] },
                ),
            "SG_REFERENCES_NOT_PRESERVED",
            "security group client has no rule that allows TCP 443 to 10.1.1.10",
            "add an outbound rule to security group client that allows TCP 443 to 10.1.1.10",
        ],
        [
            "matter only if a rule names them",
            () =>
                answer(
                    connected({}, undefined, {
                        securityGroups: [{ ...client, rules: [rule(true, { group: "other" })] }, ofServer],
                        interfaces: [instance],
                    }),
                    server,
                    { groups: ["client"] },
                ),
            "ENI_SG_RULES_MISMATCH",
            "security group client has no rule that allows TCP 443 to 10.1.1.10",
            "add an outbound rule to security group client that allows TCP 443 to 10.1.1.10",
        ],
        [
            "are not those of the client in inbound rules of an interface endpoint",
            () => answer(endpointIn({ group: "open" }), server),
            "SG_REFERENCES_NOT_PRESERVED",
            "security group server has no rule that allows TCP 443 from subnet a1",
            "add an inbound rule to security group server that allows TCP 443 from subnet a1",
        ],
        ["do not matter for CIDR blocks", () => answer(endpointIn({ cidr: "10.0.0.0/8" }), server), "reachable"],
    ]);
});
