import type { Registration } from "../../emulator/runProgram";
import type { AdoptedResource } from "./describedInputs";

/**
 * An entry of the file for `pulumi import --file`.
 *
 * Source: https://www.pulumi.com/docs/iac/guides/migration/import/#bulk-import-operations
 */
export interface ImportEntry {
    type: string;
    /** Unique in the file; other entries name it as their parent. */
    name: string;
    /** The name in the program, if it is not unique in the file. */
    logicalName?: string;
    id?: string;
    parent?: string;
    /** Whether it is a component, which has no ID. */
    component?: true;
    /** The entry of the file's `nameTable` with the URN of its provider. @default - the default provider */
    provider?: string;
}

/** A file for `pulumi import --file`. */
export interface ImportFile {
    /** URNs of resources that the state has already, by the names that entries use. */
    nameTable?: { [name: string]: string };
    resources: ImportEntry[];
}

/** The file, whose resources have a provider that the program passes, if there is one. */
export function importFile(entries: ImportEntry[], providerUrn: string | undefined): ImportFile {
    if (providerUrn === undefined) return { resources: entries };
    const provider = "provider";
    const resources = entries.map((entry) => (entry.component ? entry : { ...entry, provider }));
    return { nameTable: { [provider]: providerUrn }, resources };
}

/** The entries that import the adopted resources below their component, parents first. */
export function importEntries(declared: Registration[], adopted: AdoptedResource[]): ImportEntry[] {
    const names = new Map<string, string>();
    const wanted = declared.flatMap((one) => {
        const found = adopted.find(({ type, name }) => type === one.type && name === one.name);
        const isComponent = !one.custom && one.type.startsWith("private-vpc:");
        return found || isComponent ? [{ ...one, found }] : [];
    });
    return wanted.map(({ urn, type, name: logicalName, parent, found }): ImportEntry => {
        const isTaken = [...names.values()].includes(logicalName);
        const name = isTaken ? `${logicalName}-${type.split(":").at(-1)}` : logicalName;
        names.set(urn, name);
        const parentName = names.get(parent);
        return {
            type,
            name,
            ...(isTaken && { logicalName }),
            ...(found ? { id: found.importId ?? found.id } : { component: true }),
            ...(parentName !== undefined && { parent: parentName }),
        };
    });
}
