import * as v from "valibot";

import { type EndpointKind, factsOfKind, haveInterfaces, kindsAmong } from "../components/plan/facts/endpointKind";
import type { Problem, ProblemCode } from "../components/plan/problem";
import type { JsonFile } from "./answerFiles";
import type { RegionsFile } from "./catalogue";
import { answerId } from "./provenance";
import { hostTemplate, type Place } from "./serviceKeys";
import { isReserved } from "./validCatalogue";

/** AWS's description of one endpoint service; a missing field is `undefined`. */
export interface Described {
    name: string;
    kinds: EndpointKind[];
    privateDnsNames?: string[];
    policySupport?: boolean;
    ipv6?: "yes" | "no";
    /** The IDs of the zones that offer it. Zone names are not used: they differ between accounts. */
    zoneIds?: string[];
}

/** The complete answer of a Region. */
export interface Answer extends Place {
    /** The source ID that facts refer to. */
    id: string;
    asOf: string;
    described: Described[];
    /** The names of AWS-owned services. */
    names: string[];
    /** All service names, except those described as owned by another account. */
    mentioned: string[];
    /** How many services are not AWS-owned. */
    others: number;
}

const serviceName = v.pipe(
    v.string(),
    v.regex(/^[\w<>-]+(\.[\w<>-]+)+$/, "is not the name of an endpoint service"),
    v.check((name) => !name.split(".").some(isReserved), "has a part that cannot be a key"),
);
const texts = v.nullish(v.array(v.string()));
const detail = v.object({
    ServiceName: serviceName,
    ServiceType: v.array(v.object({ ServiceType: v.string() })),
    Owner: v.nullish(v.string()),
    AvailabilityZoneIds: texts,
    PrivateDnsName: v.nullish(v.string()),
    PrivateDnsNames: v.nullish(v.array(v.object({ PrivateDnsName: v.nullish(v.string()) }))),
    VpcEndpointPolicySupported: v.nullish(v.boolean()),
    SupportedIpAddressTypes: texts,
});
const shape = v.object({
    ServiceNames: v.array(serviceName),
    ServiceDetails: v.array(detail),
    NextToken: v.nullish(v.string()),
});

const command = "aws ec2 describe-vpc-endpoint-services --region <region> --output json";

/** Parses the output of `aws ec2 describe-vpc-endpoint-services`, or returns why it is not a complete answer of one Region. */
export function readAnswer(
    path: string,
    { value, savedOn }: JsonFile,
    { regions }: RegionsFile,
): { answer?: Answer; problems: Problem[] } {
    const problem = (code: ProblemCode, message: string, hint: string) => ({
        problems: [{ code, path, message, hint }],
    });
    const parsed = v.safeParse(shape, value);
    if (!parsed.success) return problem("facts.not-an-answer", ...foreign(value, parsed.issues));
    const { ServiceDetails: details, ServiceNames: allNames, NextToken } = parsed.output;
    if (NextToken) {
        return problem(
            "facts.partial-answer",
            "it is only the first page of the answer",
            "save it without --max-items and --no-paginate",
        );
    }
    const own = details.filter(({ Owner }) => Owner === "amazon");
    const names = [...new Set(own.map(({ ServiceName }) => ServiceName))];
    if (names.length === 0) {
        return problem("facts.partial-answer", "it has no AWS-owned service", `save the output of ${command}`);
    }
    const [region, ...more] = [...new Set(names.flatMap(regionsOf))].sort();
    if (region === undefined) {
        return problem(
            "facts.partial-answer",
            "its service names contain no Region",
            `save the full output of ${command}`,
        );
    }
    if (more.length > 0) {
        return problem(
            "facts.several-regions",
            `its service names are of several Regions: ${[region, ...more].join(", ")}`,
            "save the answer of each Region in a separate file, without --service-regions",
        );
    }
    const place = regions[region] && { region, partition: regions[region].partition };
    if (!place) {
        return problem(
            "facts.unknown-region",
            `it is for ${region}, which is not in regions.json`,
            "add the Region to regions.json first, with its partition and location",
        );
    }
    if (!own.some(({ ServiceType }) => ServiceType.some(({ ServiceType: type }) => factsOfKind(type)?.inRouteTables))) {
        return problem(
            "facts.partial-answer",
            "it has no gateway endpoint, which every Region offers",
            "save it without --filters and --service-names",
        );
    }
    const described = own.map((one) => describedIn(place, one));
    const foreignNames = new Set(details.map(({ ServiceName }) => ServiceName).filter((name) => !names.includes(name)));
    return {
        answer: {
            ...place,
            id: answerId(region, savedOn),
            asOf: savedOn,
            described,
            names,
            mentioned: allNames.filter((name) => !foreignNames.has(name)),
            others: foreignNames.size,
        },
        problems: [],
    };
}

/** Whether a description is that of an interface endpoint. */
export function isInterface({ kinds }: Described): boolean {
    return haveInterfaces(kinds);
}

/** The Regions named in a service name. */
function regionsOf(name: string): string[] {
    return name.split(".").filter((part) => /^[a-z]{2,4}(-[a-z]+)+-\d$/.test(part));
}

function describedIn(place: Place, one: v.InferOutput<typeof detail>): Described {
    const types = one.ServiceType.map(({ ServiceType }) => ServiceType);
    const kinds = kindsAmong(types);
    const hosts = [...(one.PrivateDnsNames ?? []).map(({ PrivateDnsName }) => PrivateDnsName), one.PrivateDnsName];
    const names = [...new Set(hosts.flatMap((host) => host || []))].map((host) => hostTemplate(host, place));
    const addresses = one.SupportedIpAddressTypes ?? [];
    return {
        name: one.ServiceName,
        kinds,
        privateDnsNames: names.length > 0 ? names : undefined,
        policySupport: one.VpcEndpointPolicySupported ?? undefined,
        ipv6: addresses.length === 0 ? undefined : addresses.includes("ipv6") ? "yes" : "no",
        // Endpoints cannot be created in Local Zones.
        zoneIds: one.AvailabilityZoneIds?.filter((zone) => /^[a-z]+\d-az\d+$/.test(zone)),
    };
}

/** What a file that is not an answer probably is. */
function foreign(value: unknown, [issue]: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): [string, string] {
    const { offerCode } = (value ?? {}) as { offerCode?: unknown };
    if (typeof offerCode === "string") return [`it is the price list of ${offerCode}`, "pass it with --prices"];
    const where = v.getDotPath(issue);
    return [
        `it is not the output of describe-vpc-endpoint-services: ${where ? `${where}: ` : ""}${issue.message}`,
        `save the output of ${command}, without --query`,
    ];
}
