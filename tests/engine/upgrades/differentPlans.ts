import * as path from "node:path";

import * as library from "../../../components";
import type { FormerRelease } from "./formerRelease";

/** An endpoint of a plan, in any release. */
interface Endpoint {
    name: string;
    policy: { document: string | null };
    [field: string]: unknown;
}

interface Library {
    planPrivateVpc(args: object): { plan?: { endpoints: Endpoint[] } };
}

/** What decides which resources an endpoint has, and their inputs. */
const fields = ["kind", "serviceName", "zones", "privateDns", "privateDnsOnlyForInboundResolver", "ports"];

/** What today's plans change in comparison with a former release's, and by which requests: each of its services and workloads, alone. */
export function differentPlans(former: FormerRelease): { [change: string]: string[] } {
    const changes: { [change: string]: string[] } = {};
    const formerLibrary = require(path.join(former.folder, "components")) as Library;
    for (const request of requestsOf(former)) {
        const before = endpointsOf(formerLibrary, request);
        // A service that this release could not plan.
        if (!before) continue;
        const after = endpointsOf(library as never, request);
        for (const change of after ? changesBetween(before, after) : ["no longer planned"]) {
            (changes[change] ??= []).push(Object.values(request).flat().join());
        }
    }
    return changes;
}

function requestsOf({ folder }: FormerRelease): { services?: string[]; workloads?: string[] }[] {
    const facts = path.join(folder, "components", "plan", "facts");
    const { services } = require(path.join(facts, "catalogue", "services.json")) as { services: object };
    const { workloads } = require(path.join(facts, "workloads")) as { workloads: object };
    return [
        ...Object.keys(workloads).map((name) => ({ workloads: [name] })),
        ...Object.keys(services).map((key) => ({ services: [key] })),
    ];
}

function endpointsOf({ planPrivateVpc }: Library, request: object): Map<string, Endpoint> | undefined {
    const { plan } = planPrivateVpc({ cidrBlock: "10.0.0.0/16", availabilityZones: ["us-east-1a"], ...request });
    return plan && new Map(plan.endpoints.map((endpoint) => [endpoint.name, endpoint]));
}

function changesBetween(before: Map<string, Endpoint>, after: Map<string, Endpoint>): string[] {
    const names = [...new Set([...before.keys(), ...after.keys()])];
    return names.flatMap((name) => {
        const [was, is] = [before.get(name), after.get(name)];
        if (!was || !is) return [`${is ? "new" : "no"} ${name}`];
        // A gateway of version 1 of the plan has zones, private DNS and ports that no resource has.
        const changed = fields.filter((field) =>
            is[field] !== undefined && JSON.stringify(is[field]) !== JSON.stringify(was[field])
        );
        const policy = is.policy.document === was.policy.document
            ? []
            : [policyChange(was.policy.document, is.policy.document)];
        return [...changed, ...policy].map((what) => `${what} of ${name}`);
    });
}

function policyChange(was: string | null, is: string | null): string {
    return was === null ? "new policy" : is === null ? "no policy" : "policy";
}
