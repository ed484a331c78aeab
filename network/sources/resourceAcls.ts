import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import { given, knownOr, type Maybe } from "../model/maybe";
import type { AclEntry, NetworkAcl } from "../model/vpcModel";
import { trafficAt } from "./resourceTraffic";
import { resourceTypes as types } from "./resourceTypes";
import { inside, type Path } from "./resourceValues";
import type { StackResource, StackResources } from "./stackResources";

/** The ID in the model of the default network ACL that AWS creates with a VPC. */
const defaultAclOf = (vpc: string) => `default network ACL of ${vpc}`;

/** The network ACL of a subnet. */
export function aclOf(stack: StackResources, subnet: string, vpc: Maybe<string>): Maybe<string> {
    const listing = stack.of(...types.acl).map((acl) => ({
        acl: stack.idOf(acl),
        subnets: stack.references(types.subnet, acl, "subnetIds"),
    }));
    const associated = stack.of(...types.aclAssociation).map((one) => ({
        acl: stack.reference(types.acl, one, "networkAclId"),
        subnets: given(stack.reference(types.subnet, one, "subnetId"), (id) => (id === undefined ? [] : [id])),
    }));
    const all = [...listing, ...associated];
    const own = all.find(({ subnets }) => !isUnknown(subnets) && subnets.includes(subnet));
    if (own) return own.acl ?? unknown(`the network ACL of ${subnet}`);
    const open = all.find(({ subnets }) => isUnknown(subnets));
    if (open) return open.subnets as { unknown: string[] };
    return given(vpc, (id): Maybe<string> => {
        const adopted = stack.of(...types.defaultAcl).find((one) =>
            stack.reference(types.vpc, one, "defaultNetworkAclId") === id
        );
        if (adopted) return stack.idOf(adopted);
        return stack.of(...types.vpc).some((one) => stack.idOf(one) === id)
            ? defaultAclOf(id)
            : unknown(`the default network ACL of VPC ${id}, which is not in the stack`);
    });
}

/** The network ACLs of a stack, and the default ones, which allow everything. */
export function aclsIn(stack: StackResources, vpcs: string[]): NetworkAcl[] {
    const everything = { protocol: "-1", fromPort: 0, toPort: 65_535 };
    const defaults = vpcs.map((vpc): NetworkAcl => ({
        id: defaultAclOf(vpc),
        entries: [true, false].map((egress) => ({
            number: 100,
            egress,
            allow: true,
            traffic: everything,
            cidr: "0.0.0.0/0",
        })),
    }));
    const rules = stack.of(...types.aclRule).map((rule) => ({
        acl: stack.reference(types.acl, rule, "networkAclId"),
        entry: entryAt(stack, rule, [], stack.flag(rule, false, "egress") === true),
    }));
    const own = stack.of(...types.acl).map((acl): NetworkAcl => {
        const id = stack.idOf(acl);
        const inline = ["ingress", "egress"].map((direction) =>
            given(
                stack.items(acl, direction),
                (items) => items.map((_, at) => entryAt(stack, acl, [direction, at], direction === "egress")),
            )
        );
        const late = inline.find(isUnknown);
        const separate = rules.filter((rule) => rule.acl === id).map(({ entry }) => entry);
        const open = rules.find((rule) => isUnknown(rule.acl))?.acl as { unknown: string[] } | undefined;
        return {
            id,
            name: acl.name,
            entries: late ?? open ?? [...(inline as AclEntry[][]).flat(), ...separate],
        };
    });
    return [...own, ...defaults];
}

function entryAt(stack: StackResources, of: StackResource, path: Path | readonly [], egress: boolean): AclEntry {
    const at = inside(path);
    const isInline = path.length > 0;
    const number = stack.number(of, ...at(isInline ? "ruleNo" : "ruleNumber"));
    const action = stack.text(of, ...at(isInline ? "action" : "ruleAction"));
    const cidr = stack.text(of, ...at("cidrBlock")) ?? stack.text(of, ...at("ipv6CidrBlock"));
    return {
        // An entry whose number is not known may be the first one; what follows from its traffic is then not known either.
        number: knownOr(number, 0) ?? 0,
        egress,
        allow: action === "allow",
        traffic: [number, action].find(isUnknown) ?? trafficAt(stack, of, path, "protocol"),
        cidr: cidr ?? unknown(`cidrBlock of a rule of ${of.name}`),
    };
}
