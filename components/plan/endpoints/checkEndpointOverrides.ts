import { checkRows, notForKinds } from "../../args/checkRows";
import { endpointRows } from "../../args/endpointArgs";
import type { Service } from "../facts/services";
import { endpointKinds } from "../kinds/endpointKinds";
import { checkPolicyOverrides } from "../policies/checkPolicy";
import type { Problem } from "../problem";
import { findServices, unknownService } from "../services/find";
import { factsOf, isService, isUnlisted } from "../services/serviceNames";
import { chooseKinds, type ChosenKind } from "./chooseKinds";
import type { EndpointOverride, EndpointOverrides } from "./endpointOverrides";
import type { ServiceRequest } from "./expandRequests";

/**
 * All problems in the per-endpoint options.
 *
 * @param asked the requested services, including the likely targets of misspelt names
 * @param zones the VPC's zones; empty if unknown, and then zones are not checked
 */
export function checkEndpointOverrides(overrides: EndpointOverrides, asked: string[], zones: string[]): Problem[] {
    return Object.entries(overrides).flatMap(([name, override]) => {
        const path = `endpoints.${name}`;
        if (!isService(name)) return [unknownService(path, name)];
        if (!asked.includes(name)) {
            const hint = `add ${name} to services, or remove this entry`;
            return [{ code: "services.not-requested", path, message: `no service or workload requests ${name}`, hint }];
        }
        const { chosen, problems } = chooseKinds(name, override);
        const unsupported = unsupportedOptions(name, override, chosen);
        const zonesPath = `${path}.zones`;
        return [
            ...problems,
            ...unsupported,
            ...chosen.flatMap(({ kind }) => endpointKinds[kind].check(path, name, override)),
            ...(unsupported.some((one) => one.path === zonesPath)
                ? []
                : checkZoneNames(zonesPath, override.zones, zones)),
            ...checkRows(endpointRows, override, path),
            // If a policy is used for two kinds, the first kind supports less.
            ...checkPolicyOverrides(name, override, { kind: chosen[0]?.kind }),
        ];
    });
}

/** Problems of services whose ports AWS does not document. */
export function unknownPorts(requests: ServiceRequest[], overrides: EndpointOverrides): Problem[] {
    return requests.flatMap(({ service, askedAs, path }) => {
        const { ports, page } = factsOf(service);
        if (ports !== null || overrides[askedAs]?.ports !== undefined) return [];
        const hint = `set them: endpoints: { ${askedAs}: { ports: [443] } }${page ? `, from ${page}` : ""}`
            + (isUnlisted(service) ? nearestKeys(service) : "");
        const message = `the TCP ports of ${service} are not in the catalogue`;
        return [{ code: "services.ports-unknown", path, message, hint }];
    });
}

/** What a full name that the catalogue lacks may be a misspelling of. */
function nearestKeys(name: string): string {
    const found = findServices(name.split(".").slice(name.startsWith("com.") ? 3 : -1).join(".")).slice(0, 3);
    return found.length === 0 ? "" : `; if you mean ${found.map((key) => `"${key}"`).join(" or ")}, name that key`;
}

/** Problems with a list of zones for interface endpoints. */
export function checkZoneNames(path: string, names: string[] | undefined, zones: string[]): Problem[] {
    if (names === undefined) return [];
    if (names.length === 0) {
        const hint = "list at least one, or remove it to use all zones";
        return [{ code: "list.empty", path, message: "is empty", hint }];
    }
    return names.flatMap((name, index): Problem[] => {
        const at = `${path}[${index}]`;
        if (names.indexOf(name) !== index) {
            const message = `${name} is listed twice`;
            return [{ code: "if.subnet-per-az", path: at, message, hint: "list each zone once" }];
        }
        if (zones.length === 0 || zones.includes(name)) return [];
        const hint = `use one of ${zones.join(", ")}`;
        return [{ code: "zones.not-in-vpc", path: at, message: `${name} is not a zone of the VPC`, hint }];
    });
}

/** The options that none of the chosen kinds supports; none if the chosen kinds are unknown. */
function unsupportedOptions(service: Service, override: EndpointOverride, chosen: ChosenKind[]): Problem[] {
    const unsupported = chosen[0] && endpointKinds[chosen[0].kind].unsupported;
    if (!unsupported) return [];
    return notForKinds(endpointRows, override, chosen.map(({ kind }) => kind)).map(({ key, kinds }) => {
        const other = factsOf(service).kinds.find((kind) => kinds.includes(kind));
        return {
            code: unsupported.code,
            path: `endpoints.${service}.${key}`,
            message: `does not apply: ${service} gets ${unsupported.by}`,
            hint: other ? `remove it, or set kind: ${other}` : "remove it",
        };
    });
}
