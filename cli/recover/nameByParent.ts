import { type Found, tokens } from "./found";
import { type Recorded, type StackRecord, stringOf } from "./stackRecord";

/** What the program calls a resource without tags, which follows from the resource that it belongs to. */
export function nameByParent(found: Found, { resources }: StackRecord): string | undefined {
    const { type, of, id, importId } = found;
    const parent = resources.find((one) => one.type === of!.type && one.id === of!.id);
    const component = resources.find(({ urn }) => urn === parent?.parent);
    switch (type) {
        case tokens.association: {
            const [subnet] = importId!.split("/");
            return resources.find((one) => one.type === tokens.subnet && one.id === subnet)?.name;
        }
        case tokens.rolePolicy:
            return parent && id.split(":")[1]!.startsWith(parent.name) ? parent.name : undefined;
        // A rule has the name of its list.
        case tokens.firewallRule: {
            const [, list] = id.split(":");
            return resources.find((one) => one.type === tokens.firewallDomains && one.id === list)?.name;
        }
        case tokens.queryLogAssociation:
            return parent?.name;
        case tokens.cidrAssociation:
            return component && nameInVpc(found, component);
        default: {
            const name = component && nameInService(found, component);
            // Two records can exist while one replaces the other. Anything else was created by hand.
            const isRecorded = resources.some((one) => one.type === type && one.name === name);
            return isRecorded && type !== tokens.record ? undefined : name;
        }
    }
}

/** The name of the association of a CIDR block, if the arguments of its `PrivateVpc` declare it: somebody else may have added it. */
function nameInVpc({ cidrBlock }: Found, { name, inputs: { secondaryCidrBlocks } }: Recorded): string | undefined {
    const declared = Array.isArray(secondaryCidrBlocks) ? secondaryCidrBlocks : [];
    const isDeclared = declared.some((one) => Object(one).cidrBlock === cidrBlock);
    return isDeclared ? `${name}-${cidrBlock}` : undefined;
}

/** The name of a child of an `EndpointService`, if its arguments declare it. */
function nameInService({ type, id, topicArn }: Found, service: Recorded): string | undefined {
    const { connectionNotification, acceptedEndpointIds } = service.inputs;
    switch (type) {
        case tokens.notification: {
            const { topicArn: declared } = Object(connectionNotification) as { topicArn?: unknown };
            return topicArn === declared ? `${service.name}-notification` : undefined;
        }
        case tokens.accepter: {
            const entries = Object.entries(Object(acceptedEndpointIds) as { [consumer: string]: unknown });
            const [consumer] = entries.find(([, endpoint]) => id.endsWith(`_${String(endpoint)}`)) ?? [];
            return consumer && `${service.name}-${consumer}`;
        }
        case tokens.record: {
            const domain = stringOf(service, "privateDnsName");
            return domain && `${service.name}-${domain}`;
        }
        default:
            return undefined;
    }
}
