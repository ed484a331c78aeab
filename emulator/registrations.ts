import * as pulumi from "@pulumi/pulumi";

import type { Attributes } from "./aws/emulatedAws";

/** A resource as the program registered it. */
export interface Registration {
    urn: string;
    type: string;
    name: string;
    custom: boolean;
    /** Its parent's URN. */
    parent: string;
    inputs: Attributes;
    /** URNs it depends on, by an input or by option. */
    dependencies: string[];
    /** The provider as `urn::id`, empty for the default one. */
    provider: string;
    protect: boolean;
    deleteBeforeReplace: boolean;
}

/** What the SDK's monitor is asked to register, as far as it is read here; the SDK does not declare it. */
interface Request {
    getType(): string;
    getName(): string;
    getCustom(): boolean;
    getParent(): string;
    getObject(): { toJavaScript(): Attributes } | undefined;
    getDependenciesList(): string[];
    getProvider(): string;
    getProtect(): boolean;
    getDeletebeforereplace(): boolean;
}

interface Monitor {
    registerResource(request: Request, done: (error: unknown, response?: { getUrn(): string }) => void): Promise<void>;
}

/** The mocks themselves see neither parent nor options; the monitor they stand behind sees the whole request. */
export function watchRegistrations(registrations: Registration[]): void {
    const monitor = pulumi.runtime.getMonitor() as unknown as Monitor;
    const register = monitor.registerResource.bind(monitor);
    monitor.registerResource = (request, done) =>
        register(request, (error, response) => {
            if (response) registrations.push(registrationOf(request, response.getUrn()));
            done(error, response);
        });
}

function registrationOf(request: Request, urn: string): Registration {
    return {
        urn,
        type: request.getType(),
        name: request.getName(),
        custom: request.getCustom(),
        parent: request.getParent(),
        inputs: request.getObject()?.toJavaScript() ?? {},
        dependencies: request.getDependenciesList(),
        provider: request.getProvider(),
        protect: request.getProtect(),
        deleteBeforeReplace: request.getDeletebeforereplace(),
    };
}
