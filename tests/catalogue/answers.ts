import * as fs from "node:fs";
import * as path from "node:path";

import type { Catalogue } from "../../catalogue/catalogue";
import { type Refresh, refresh, type RefreshInput } from "../../catalogue/refresh";
import { EndpointKind } from "../../components/plan/facts/endpointKind";
import { type PartitionFacts, partitions } from "../../components/plan/facts/partitions";
import type { ServiceFacts } from "../../components/plan/facts/services";
import { filled, nameFrom } from "../../components/plan/services/endpointNames";
import { root } from "../run";

/** One entry of `ServiceDetails` in the output of `aws ec2 describe-vpc-endpoint-services`. */
export type Detail = { [field: string]: unknown };

/** An AWS-owned service as AWS describes it. */
export function detail(name: string, fields: Detail = {}, kind: EndpointKind = EndpointKind.Interface): Detail {
    return {
        ServiceName: name,
        ServiceId: "vpce-svc-0123456789abcdef0",
        ServiceType: [{ ServiceType: kind }],
        Owner: "amazon",
        AcceptanceRequired: false,
        ManagesVpcEndpoints: false,
        Tags: [],
        ...fields,
    };
}

/** The S3 gateway, which every Region has. */
export function s3Gateway(region: string): Detail {
    return detail(`com.amazonaws.${region}.s3`, {}, EndpointKind.Gateway);
}

/** The command's output for these services. */
export function output(details: Detail[]) {
    return { ServiceDetails: details, ServiceNames: [...new Set(details.map((one) => one.ServiceName as string))] };
}

/** A Region's answer with these services and the S3 gateway. */
export function answer(region: string, details: Detail[], savedOn = "2026-11-21") {
    const value: unknown = output([s3Gateway(region), ...details]);
    return { path: `--services ${region}.json`, savedOn, value };
}

/** A price list with these products, as AWS publishes it. */
export function offer(
    offerCode: string,
    products: ReturnType<typeof product>[],
    publicationDate = "2026-11-20T18:23:45Z",
) {
    const value: unknown = {
        formatVersion: "v1.0",
        offerCode,
        publicationDate,
        products: Object.fromEntries(products.map(({ sku, productFamily, attributes }) => [
            sku,
            { sku, productFamily, attributes },
        ])),
        terms: { OnDemand: Object.fromEntries(products.map(({ sku, terms }) => [sku, terms])) },
    };
    const day = publicationDate.slice(0, 10);
    return { path: `--prices ${offerCode}.json`, savedOn: day > "2026-11-21" ? day : "2026-11-21", value };
}

const attributesOf: { [family: string]: { [attribute: string]: string } } = {
    "VpcEndpoint": { endpointType: "PrivateLink", group: "VPCE:VpcEndpoint" },
    "NAT Gateway": { group: "NGW:NatGateway" },
};

/** A product of a price list with its terms, e.g. of the family `VpcEndpoint`. */
export function product(
    productFamily: string,
    regionCode: string,
    usagetype: string,
    usd: string,
    more: {
        attributes?: { [attribute: string]: string };
        currency?: string;
        unit?: string;
        tiers?: { from: string; usd: string }[];
    } = {},
) {
    const sku = `${regionCode}/${usagetype}`.toUpperCase();
    const { currency = "USD", unit, tiers = [] } = more;
    const rates = [{ from: "0", usd }, ...tiers].map((tier, index) => [
        `${sku}.T.R${index}`,
        { beginRange: tier.from, pricePerUnit: { [currency]: tier.usd }, ...(unit !== undefined && { unit }) },
    ]);
    return {
        sku,
        productFamily,
        attributes: {
            regionCode,
            locationType: "AWS Region",
            usagetype,
            ...attributesOf[productFamily],
            ...more.attributes,
        },
        terms: {
            [`${sku}.T`]: { priceDimensions: Object.fromEntries(rates) },
        },
    };
}

/** The price of an interface endpoint per hour, as a product. */
export function interfaceHour(region: string, usd: string) {
    return product("VpcEndpoint", region, "EUC1-VpcEndpoint-Hours", usd);
}

/** A catalogue with only these services and Regions. */
export function small(
    services: { [key: string]: Partial<ServiceFacts> },
    regions: Catalogue["regions"]["regions"] = {},
): Catalogue {
    const record = (key: string, facts: Partial<ServiceFacts>): ServiceFacts => ({
        product: key,
        ...facts,
        sources: { name: "table", ...facts.sources },
    });
    const s3: Partial<ServiceFacts> = { kinds: ["Gateway"] };
    const all = Object.entries({ s3, ...services }).map(([key, facts]) => [key, record(key, facts)]);
    return {
        services: { sources: { table: { what: "a table", asOf: "2026" } }, services: Object.fromEntries(all) },
        regions: {
            sources: { bill: { what: "a bill", asOf: "2026" } },
            everywhere: {},
            regions: {
                "us-east-1": { partition: "aws", at: [39, -77] },
                "eu-central-1": { partition: "aws", at: [50, 9] },
                "cn-north-1": { partition: "aws-cn", at: [40, 116] },
                ...regions,
            },
        },
    };
}

/** Refreshes from valid files. */
export function refreshed(catalogue: Catalogue, files: Partial<RefreshInput>): Refresh {
    const { refreshed: result, problems } = refresh({
        catalogue,
        services: [],
        prices: [],
        fewerIsRight: false,
        ...files,
    });
    if (!result) throw new Error(JSON.stringify(problems, undefined, 2));
    return result;
}

/** The folder of the published catalogue. */
export const catalogueFolder = path.join(root, "components/plan/facts/catalogue");

/** The published catalogue. */
export function shipped(): Catalogue {
    const read = (name: string) => JSON.parse(fs.readFileSync(path.join(catalogueFolder, name), "utf8"));
    return { services: read("services.json"), regions: read("regions.json") } as Catalogue;
}

/** AWS's answer in a Region if the catalogue were right about it. */
export function answerOfCatalogue(
    { services: { services }, regions }: Catalogue,
    region: string,
    savedOn = "2026-11-21",
) {
    const { partition } = regions.regions[region]!;
    const { servicePrefix, dnsSuffix, dualStackDnsSuffix }: PartitionFacts = partitions[partition];
    const host = (template: string) =>
        template.replaceAll("<region>", region).replace(/amazonaws\.com$/, dnsSuffix)
            .replace(/api\.aws$/, dualStackDnsSuffix);
    const zones = [1, 2, 3, 4, 5, 6].map((number) => `use1-az${number}`);
    const here = Object.entries(services).filter(([, { onlyInRegions, notInRegions }]) =>
        (onlyInRegions?.includes(region) ?? true) && !notInRegions?.includes(region)
    );
    const details = here.flatMap(([key, record]) => {
        const facts = filled(key, record);
        return facts.kinds.map((kind) => {
            const name = nameFrom(facts, region, kind, servicePrefix).replace("<cell>", "cell1");
            if (kind === EndpointKind.Gateway) {
                return detail(name, { VpcEndpointPolicySupported: record.policySupport }, kind);
            }
            const ipv6 = { yes: ["ipv4", "ipv6"], no: ["ipv4"], partial: undefined }[record.ipv6 ?? "partial"];
            return detail(name, {
                AvailabilityZoneIds: zones.filter((zone) => !record.notInZones?.includes(zone)),
                PrivateDnsName: record.privateDnsNames?.map(host)[0],
                PrivateDnsNames: record.privateDnsNames?.map((one) => ({ PrivateDnsName: host(one) })),
                VpcEndpointPolicySupported: record.policySupport,
                SupportedIpAddressTypes: ipv6,
            });
        });
    });
    const value: unknown = JSON.parse(JSON.stringify(output(details)));
    return { path: `--services ${region}.json`, savedOn, value };
}
