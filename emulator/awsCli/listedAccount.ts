import type { Attributes, Made } from "../aws/world";

/** The resources of an emulated account, for describing them. */
export interface ListedAccount {
    accountId: string;
    all(type: string): Made[];
    find(id: string): Made | undefined;
}

/** AWS's descriptions of resources, by the operation of `aws ec2` that lists them: the key of the list, and its items. */
export interface Descriptions {
    [operation: string]: { key: string; items(account: ListedAccount): Attributes[] };
}
