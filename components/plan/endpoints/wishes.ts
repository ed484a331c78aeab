import { checkRows, notForKind } from "../../args/checkRows";
import { endpointRows } from "../../args/endpointArgs";
import { EndpointKind } from "../facts/kinds";
import type { Service } from "../facts/services";
import { checkPolicyWishes } from "../policies/checkPolicy";
import type { Problem } from "../problem";
import { unknownService } from "../services/find";
import { factsOf, isService } from "../services/services";
import { checkAdmission } from "./admission";
import type { EndpointWish, EndpointWishes } from "./endpointWish";
import { chooseKinds, type ChosenKind } from "./kinds";
import type { ServiceRequest } from "./requests";

/**
 * Everything wrong with the wishes.
 *
 * @param asked the services that are asked for, those that misspelt names probably meant among them
 * @param zones the VPC's zones; empty where they are not known, and zones are not judged
 */
export function checkWishes(wishes: EndpointWishes, asked: string[], zones: string[]): Problem[] {
    return Object.entries(wishes).flatMap(([name, wish]) => {
        const path = `endpoints.${name}`;
        if (!isService(name)) return [unknownService(path, name)];
        if (!asked.includes(name)) {
            const hint = `add ${name} to services, or remove this entry`;
            return [{ code: "services.not-requested", path, message: `nothing asks for ${name}`, hint }];
        }
        const { chosen, problems } = chooseKinds(name, wish);
        const hasInterface = chosen.some(isInterface);
        return [
            ...problems,
            ...(hasInterface ? wrongInterface(name, wish) : problems.length > 0 ? [] : wrongGateway(name, wish)),
            ...(hasInterface || problems.length > 0 ? checkZoneNames(`${path}.zones`, wish.zones, zones) : []),
            ...checkRows(endpointRows, wish, path),
            ...checkPolicyWishes(name, wish, { kind: strictest(chosen) }),
        ];
    });
}

/** Of the endpoints that one policy is for, the kind that takes less. */
function strictest(chosen: ChosenKind[]): EndpointKind | undefined {
    return (chosen.find((one) => !isInterface(one)) ?? chosen[0])?.kind;
}

/** What is missing of services whose ports are in no page of AWS's that was read. */
export function unknownPorts(requests: ServiceRequest[], wishes: EndpointWishes): Problem[] {
    return requests.flatMap(({ service, askedAs, path }) => {
        const { ports, page } = factsOf(service);
        if (ports !== null || wishes[askedAs]?.ports !== undefined) return [];
        const hint = `name them: endpoints: { ${askedAs}: { ports: [443] } }${page ? `, from ${page}` : ""}`;
        const message = `which TCP ports ${service} listens on is not known to this version`;
        return [{ code: "services.ports-unknown", path, message, hint }];
    });
}

function isInterface({ kind }: ChosenKind): boolean {
    return kind === EndpointKind.Interface;
}

/** What is wrong with a list of the zones of interface endpoints. */
export function checkZoneNames(path: string, names: string[] | undefined, zones: string[]): Problem[] {
    if (names === undefined) return [];
    if (names.length === 0) {
        const hint = "name at least one, or leave it out for all of them";
        return [{ code: "list.empty", path, message: "names no zone", hint }];
    }
    return names.flatMap((name, index): Problem[] => {
        const place = `${path}[${index}]`;
        if (names.indexOf(name) !== index) {
            const message = `${name} stands twice`;
            return [{ code: "if.subnet-per-az", path: place, message, hint: "name each zone once" }];
        }
        if (zones.length === 0 || zones.includes(name)) return [];
        const hint = `choose among ${zones.join(", ")}`;
        return [{ code: "zones.not-in-vpc", path: place, message: `${name} is not a zone of the VPC`, hint }];
    });
}

function wrongGateway(service: Service, wish: EndpointWish): Problem[] {
    const hint = factsOf(service).kinds.includes(EndpointKind.Interface)
        ? "leave it out, or ask for kind: Interface"
        : "leave it out";
    return notForKind(endpointRows, wish, EndpointKind.Gateway).map((key) => ({
        code: "gw.no-sg-subnet",
        path: `endpoints.${service}.${key}`,
        message: `${service} gets a gateway endpoint, which has route tables only`,
        hint,
    }));
}

function wrongInterface(service: Service, wish: EndpointWish): Problem[] {
    const path = `endpoints.${service}`;
    const problems: Problem[] = [];
    if (wish.privateDns && factsOf(service).privateDnsNames?.length === 0) {
        problems.push({
            code: "endpoints.no-private-dns",
            path: `${path}.privateDns`,
            message: `AWS offers no private DNS for the interface endpoint of ${service}`,
            hint: "leave it out, and give clients the endpoint's own name from the output dnsNames",
        });
    }
    if (wish.privateDns === false && factsOf(service).privateDnsRequired) {
        problems.push({
            code: "endpoints.private-dns-required",
            path: `${path}.privateDns`,
            message: `clients of ${service} know no other names than those of private DNS`,
            hint: "leave it out",
        });
    }
    return [...problems, ...checkAdmission(path, wish)];
}
