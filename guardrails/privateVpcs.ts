import { isMap } from "../components/plan/isMap";
import { isUnknown, type Truth, unknown } from "../components/plan/policies/iam/truth";
import type { Maybe } from "../network/model/maybe";
import { type StackResource, unknownValue } from "../network/sources/stackResources";
import type { Settings } from "./guardrailOptions";
import type { StackView } from "./stackView";

const privateVpc = "private-vpc:index:PrivateVpc";

/** Whether a pattern in which `*` matches any characters matches a name. */
export function matches(pattern: string, name: string): boolean {
    const parts = pattern.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`, "s").test(name);
}

/** Whether every VPC is declared private, so that nothing has to be known of one. */
export function allArePrivate({ privateVpcs }: Pick<Settings, "privateVpcs">): boolean {
    return privateVpcs.includes("*");
}

/** Whether a `PrivateVpc` created a VPC. */
export function isOfPrivateVpc(view: StackView, vpc: string): boolean {
    return view.typesOf(vpc).includes(privateVpc);
}

/** Whether a VPC is declared private: by its component, its name, its ID or a tag. */
export function isPrivate(view: StackView, settings: Settings, vpc: Maybe<string>): Truth {
    if (allArePrivate(settings)) return true;
    if (isUnknown(vpc)) return mayBePrivate(view, settings) ? vpc : false;
    if (isOfPrivateVpc(view, vpc)) return true;
    const resource = view.resources.find((one) => view.stack.idOf(one) === vpc);
    const names = [vpc, ...(resource ? [resource.name] : [])];
    const { privateVpcs, privateVpcTags } = settings;
    if (privateVpcs.some((pattern) => names.some((name) => matches(pattern, name)))) return true;
    if (!resource) return false;
    return isTagged(resource, Object.entries(privateVpcTags), privateVpcs);
}

/** Whether a VPC has one of some tags, or a `Name` tag that one of the patterns matches. */
function isTagged({ name, properties: { tags } }: StackResource, wanted: [string, string][], names: string[]): Truth {
    if (wanted.length === 0 && names.length === 0) return false;
    if (tags === unknownValue) return unknown(`tags of ${name}`);
    if (!isMap(tags)) return false;
    if (wanted.some(([key, value]) => tags[key] === value)) return true;
    if (names.some((pattern) => typeof tags.Name === "string" && matches(pattern, tags.Name))) return true;
    const late = [...wanted.map(([key]) => key), "Name"].filter((key) => tags[key] === unknownValue);
    return late.length > 0 ? unknown(`tags.${late[0]!} of ${name}`) : false;
}

/** Whether any VPC could be private at all. */
function mayBePrivate({ resources }: StackView, { privateVpcs, privateVpcTags }: Settings): boolean {
    return privateVpcs.length > 0 || Object.keys(privateVpcTags).length > 0
        || resources.some(({ type }) => type === privateVpc);
}

/** What is found of something in a VPC if that VPC is private. */
export function ifPrivate<T>(view: StackView, settings: Settings, vpc: Maybe<string>, found: () => T[]): (T | Late)[] {
    const truth = isPrivate(view, settings, vpc);
    return isUnknown(truth) ? [{ undecided: truth.unknown }] : truth ? found() : [];
}

interface Late {
    undecided: string[];
}
