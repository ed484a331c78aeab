import * as pulumi from "@pulumi/pulumi";

import type { Attributes } from "./aws/emulatedAws";

/** A resource as the program registered it. */
export interface Registration {
    urn: string;
    /** Its ID; undefined for components and in a preview. */
    id?: string;
    type: string;
    name: string;
    custom: boolean;
    /** Its parent's URN. */
    parent: string;
    inputs: Attributes;
    /** Its inputs and what the emulated AWS added to them. */
    outputs: Attributes;
    /** URNs that it depends on, through an input or `dependsOn`. */
    dependencies: string[];
    /** URNs that each input comes from. */
    propertyDependencies: { [property: string]: string[] };
    /** The provider as `urn::id`; empty for the default provider. */
    provider: string;
    protect: boolean;
    deleteBeforeReplace: boolean;
}

/** The parts of the SDK monitor's register request that are used here; the SDK does not declare them. */
interface Request {
    getType(): string;
    getName(): string;
    getCustom(): boolean;
    getParent(): string;
    getObject(): { toJavaScript(): Attributes } | undefined;
    getDependenciesList(): string[];
    getPropertydependenciesMap(): { entries(): Iterable<[string, { getUrnsList(): string[] }]> };
    getProvider(): string;
    getProtect(): boolean;
    getDeletebeforereplace(): boolean;
}

interface Response {
    getUrn(): string;
    getId(): string;
    getObject(): { toJavaScript(): Attributes } | undefined;
}

interface Monitor {
    registerResource(request: Request, done: (error: unknown, response?: Response) => void): Promise<void>;
}

/** Mocks receive neither parent nor options, but the monitor that calls them receives the complete request. */
export function watchRegistrations(registrations: Registration[]): void {
    const monitor = pulumi.runtime.getMonitor() as unknown as Monitor;
    const register = monitor.registerResource.bind(monitor);
    monitor.registerResource = (request, done) =>
        register(request, (error, response) => {
            if (response) registrations.push(registrationOf(request, response));
            done(error, response);
        });
}

function registrationOf(request: Request, response: Response): Registration {
    const id = response.getId();
    return {
        urn: response.getUrn(),
        ...(id && { id }),
        type: request.getType(),
        name: request.getName(),
        custom: request.getCustom(),
        parent: request.getParent(),
        inputs: request.getObject()?.toJavaScript() ?? {},
        outputs: response.getObject()?.toJavaScript() ?? {},
        dependencies: request.getDependenciesList(),
        propertyDependencies: Object.fromEntries(
            [...request.getPropertydependenciesMap().entries()].map((
                [property, urns],
            ) => [property, urns.getUrnsList()]),
        ),
        provider: request.getProvider(),
        protect: request.getProtect(),
        deleteBeforeReplace: request.getDeletebeforereplace(),
    };
}
