import type { Refuse } from "./refuse";

/** The limits of tags: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html#tag-restrictions */
const mostTags = 50;
const longestKey = 128;
const longestValue = 256;

const keysOf = (tags: object | undefined) => Object.keys(tags ?? {});
const lengthOf = (text: unknown) => [...String(text)].length;

function invalidValue(message: string, fix: string) {
    return { code: "InvalidParameterValue", message, fix };
}

const reservedKey: Refuse = ({ attributes: { tags } }) => {
    const key = keysOf(tags).find((one) => /^aws:/i.test(one));
    if (key === undefined) return undefined;
    return invalidValue("Tag keys starting with 'aws:' are reserved for internal use", `rename the tag ${key}`);
};

const wrongLength: Refuse = ({ attributes: { tags } }) => {
    const key = keysOf(tags).find((one) => one === "" || lengthOf(one) > longestKey);
    if (key !== undefined) {
        return invalidValue(`The tag key '${key}' is invalid`, `use keys of 1 to ${longestKey} characters`);
    }
    const [long] = Object.entries(tags ?? {}).find(([, value]) => lengthOf(value) > longestValue) ?? [];
    if (long === undefined) return undefined;
    return invalidValue(`The value of the tag '${long}' is invalid`, `use values of up to ${longestValue} characters`);
};

/** Source of the code: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
const tooMany: Refuse = ({ attributes: { tags } }) => {
    if (keysOf(tags).length <= mostTags) return undefined;
    const message = `The resource would have ${keysOf(tags).length} tags, of ${mostTags}`;
    return { code: "TagLimitExceeded", message, fix: "remove tags" };
};

/** Why AWS rejects the tags of a resource. */
export const tagRefusals: Refuse[] = [reservedKey, wrongLength, tooMany];
