import { isUnknown } from "../../components/plan/policies/iam/truth";
import type { Endpoint } from "../../network/model/accessModel";
import { knownOr } from "../../network/model/maybe";
import type { Found } from "../guardrail";
import type { StackView } from "../stackView";

/** Interface endpoints whose private DNS names another endpoint or a private hosted zone of the VPC has already. */
export function dnsOwners(view: StackView): Found {
    const { endpoints } = view.network;
    if (isUnknown(endpoints)) return [{ undecided: endpoints.unknown }];
    // In the order of their URNs: resources are registered in any order, and the finding is the same in each.
    const urn = ({ id }: Endpoint) => String(view.urnOf(id));
    const interfaces = endpoints.filter(({ kind }) => kind === "Interface")
        .sort((one, other) => (urn(one) < urn(other) ? -1 : 1));
    const enabledOf = new Map(interfaces.map((endpoint) => [endpoint.id, hasPrivateDns(view, endpoint)]));
    return interfaces.flatMap((endpoint, at) => {
        const { id, vpc } = endpoint;
        const enabled = enabledOf.get(id)!;
        if (isUnknown(enabled)) return [{ undecided: enabled.unknown }];
        if (!enabled) return [];
        const label = view.label("endpoints", id);
        const earlier = interfaces.slice(0, at).filter((other) =>
            sameService(other, endpoint) && enabledOf.get(other.id) === true
        );
        return [
            ...earlier.flatMap((other): Found => {
                if (isUnknown(vpc) || isUnknown(other.vpc)) return [{ undecided: [`the VPC of ${label}`] }];
                if (vpc !== other.vpc) return [];
                return [{
                    urn: view.urnOf(id),
                    message: `${label} and ${view.label("endpoints", other.id)} both have the private DNS names of `
                        + `${knownOr(endpoint.serviceName, "their service")}`,
                    hint: "set privateDnsEnabled to false for one of them, or remove it",
                }];
            }),
            ...zonesOf(view, endpoint),
        ];
    });
}

/** `privateDnsEnabled` as it is set: the names also belong to an endpoint that only a Resolver endpoint's clients use. */
function hasPrivateDns({ stack }: StackView, { id }: Endpoint) {
    const resource = stack.of("aws:ec2/vpcEndpoint:VpcEndpoint").find((one) => stack.idOf(one) === id)!;
    return stack.flag(resource, false, "privateDnsEnabled");
}

function sameService(one: Endpoint, other: Endpoint): boolean {
    return !isUnknown(one.serviceName) && one.serviceName === other.serviceName;
}

/** Private hosted zones with the same name in the VPC of an endpoint. */
function zonesOf(view: StackView, { id, vpc, privateDnsNames }: Endpoint): Found {
    const names = knownOr(privateDnsNames, []).map((name) => name.replace(/^\*\./, ""));
    const same = knownOr(view.network.privateZones, []).filter(({ domain }) =>
        !isUnknown(domain) && names.includes(domain)
    );
    return same.flatMap(({ id: zone, domain, vpcs }): Found => {
        if (isUnknown(vpcs) || isUnknown(vpc)) {
            return [{ undecided: [`the VPCs of private hosted zone ${knownOr(domain, zone)}`] }];
        }
        if (!vpcs.includes(vpc)) return [];
        return [{
            urn: view.urnOf(id),
            message: `${view.label("endpoints", id)} and private hosted zone ${
                knownOr(domain, zone)
            } have the same name`,
            hint: "remove the zone, or set privateDnsEnabled of the endpoint to false",
        }];
    });
}
