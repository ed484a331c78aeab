import type { Made } from "../aws/world";

/** The resources of an emulated account, for describing them. */
export interface Account {
    accountId: string;
    all(type: string): Made[];
    find(id: string): Made | undefined;
}
