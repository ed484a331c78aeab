import { prefixListWeights } from "../../../components/plan/facts/quotas";
import { type Attributes, types, type World } from "../world";
import { type Refuse, serviceOf } from "./refuse";

const sameName: Refuse = ({ attributes: { vpcId, name } }, world) => {
    const [other] = world.all(
        types.group,
        (group) => group.vpcId === vpcId && group.name !== undefined && group.name === name,
    );
    if (!other) return undefined;
    const message = `The security group '${name}' already exists for VPC '${vpcId}'`;
    return { code: "InvalidGroup.Duplicate", message, fix: "leave the name to Pulumi" };
};

const sameRule: Refuse = ({ type, attributes }, world) => {
    const meaning = meaningOf(attributes);
    const [other] = world.all(type, (rule) => meaningOf(rule) === meaning);
    if (!other) return undefined;
    const message = "the specified rule already exists";
    return { code: "InvalidPermission.Duplicate", message, fix: `${other.name} says the same already` };
};

const wrongName: Refuse = ({ attributes: { name = "" } }) => {
    if (!name.startsWith("sg-") && groupName.test(name)) return undefined;
    const message = name.startsWith("sg-")
        ? `Value (${name}) for parameter GroupName is invalid. Group names may not be in the format sg-*.`
        : `Value (${name}) for parameter GroupName is invalid. Character sets beyond ASCII are not supported.`;
    const fix =
        "use a name of letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*, up to 255, that does not start with sg-";
    return { code: "InvalidParameterValue", message, fix };
};

/** Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html */
const groupName = /^[\w .:/()#,@[\]+=&;{}!$*-]{0,255}$/;

function meaningOf(rule: Attributes): string {
    const keys = ["securityGroupId", "ipProtocol", "fromPort", "toPort"];
    return [...keys, "cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"].map((key) => rule[key]).join(
        " ",
    );
}

const tooManyRules: Refuse = ({ type, attributes }, world) => {
    const limit = world.quotas["quota.sg-rules"];
    const others = world.all(type, (rule) => rule.securityGroupId === attributes.securityGroupId);
    const rules = [attributes, ...others.map((other) => other.attributes)];
    const counts = [...versionsOf(attributes)].map((version) => ({
        version,
        count: rules.filter((rule) => versionsOf(rule).has(version)).reduce(
            (sum, rule) => sum + weightOf(rule, world),
            0,
        ),
    }));
    const full = counts.find(({ count }) => count > limit);
    if (!full) return undefined;
    const message =
        `${attributes.securityGroupId} would have ${full.count} rules for ${full.version} in one direction, of ${limit}`;
    return { code: "RulesPerSecurityGroupLimitExceeded", message, fix: "merge ranges, or ask AWS for more rules" };
};

/** The IP versions that a rule counts for: a group or a prefix list counts for both. */
function versionsOf({ cidrIpv4, cidrIpv6 }: Attributes): Set<string> {
    if (cidrIpv4 !== undefined) return new Set(["IPv4"]);
    return new Set(cidrIpv6 !== undefined ? ["IPv6"] : ["IPv4", "IPv6"]);
}

/** A prefix list counts as its maximum number of entries. */
function weightOf({ prefixListId }: Attributes, world: World): number {
    if (prefixListId === undefined) return 1;
    const [gateway] = world.all(types.endpoint, (endpoint) => endpoint.prefixListId === prefixListId);
    return prefixListWeights[gateway ? serviceOf(gateway.attributes, world) ?? "" : ""] ?? 1;
}

/** Why AWS rejects a security group. */
export const groupRefusals: Refuse[] = [wrongName, sameName];
/** Why AWS rejects a security group rule. */
export const ruleRefusals: Refuse[] = [sameRule, tooManyRules];
