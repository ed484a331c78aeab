import * as fc from "fast-check";

import type { EndpointOverride } from "../../components/plan/endpoints/endpointOverrides";
import { EndpointKind } from "../../components/plan/facts/endpointKind";
import { regions } from "../../components/plan/facts/regions";
import type { Service } from "../../components/plan/facts/services";
import { type Workload, workloads } from "../../components/plan/facts/workloads";
import { type Block, blockAt } from "../../components/plan/network/cidr";
import { isRestricted } from "../../components/plan/network/specialRanges";
import type { VpcRequest } from "../../components/plan/planVpc";
import { factsOf, knownServices, missingIn } from "../../components/plan/services/serviceNames";
import { ownPolicy } from "./fixtures";

/** Every workload in the table. */
export const knownWorkloads = Object.keys(workloads) as Workload[];

/** Any CIDR block with a prefix length between the two. */
export function block(shortest: number, longest: number): fc.Arbitrary<Block> {
    return fc.tuple(fc.integer({ min: shortest, max: longest }), fc.nat(2 ** 32 - 1)).map(([prefix, address]) => {
        const hostBits = BigInt(32 - prefix);
        return blockAt((BigInt(address) >> hostBits) << hostBits, prefix);
    });
}

/** Any CIDR block that AWS allows for a VPC, no smaller than this. */
export function vpcBlock(longest: number): fc.Arbitrary<string> {
    return block(16, longest).filter((one) => !isRestricted(one)).map(({ text }) => text);
}

/** The list in any order. */
export function shuffled<T>(list: T[]): fc.Arbitrary<T[]> {
    return fc.shuffledSubarray(list, { minLength: list.length });
}

/** At least one zone of a Region, sorted by name, for planned subnets. */
export function zonesOf(region: string): fc.Arbitrary<string[]> {
    return fc.subarray([..."abcdefgh"], { minLength: 1 }).map((letters) => letters.map((letter) => region + letter));
}

/** Whether a Region supports a service's endpoint. */
export function possibleIn(region: string, service: Service): boolean {
    return missingIn(region, service) === undefined;
}

/** Every service in a request, listed directly or required by a workload. */
export function requested(request: Pick<VpcRequest, "services" | "workloads">): Service[] {
    const required = (request.workloads ?? []).flatMap((name): Service[] => workloads[name as Workload].required);
    return [...new Set([...required, ...request.services as Service[]])];
}

/** Any valid request. */
export const validRequest: fc.Arbitrary<VpcRequest> = fc.constantFrom(...Object.keys(regions)).chain((region) =>
    fc.record({
        availabilityZones: zonesOf(region),
        services: fc.subarray(knownServices.filter((service) => possibleIn(region, service)), { maxLength: 20 }),
        workloads: fc.subarray(
            knownWorkloads.filter((name) => workloads[name].required.every((service) => possibleIn(region, service))),
            { maxLength: 6 },
        ),
    })
).chain((asked) =>
    fc.record({
        // Large enough for every endpoint that can be requested here.
        cidrBlock: vpcBlock(22),
        endpointZones: fc.option(someOf(asked.availabilityZones), { nil: undefined }),
        endpoints: overrides(requested(asked), asked.availabilityZones),
    }).map((rest) => possibleS3({ ...asked, ...rest, quotas: { "quota.interface-per-vpc": 200 } }))
);

/** In China, S3's interface endpoint without the gateway has no private DNS. */
function possibleS3(request: VpcRequest & { endpoints: { [service: string]: EndpointOverride } }): VpcRequest {
    const { availabilityZones: [zone], endpoints: { s3, ...others } } = request;
    if (!zone!.startsWith("cn-") || s3?.kind !== EndpointKind.Interface) return request;
    return { ...request, endpoints: { ...others, s3: { ...s3, privateDns: false } } };
}

function overrides(services: Service[], zones: string[]): fc.Arbitrary<{ [service: string]: EndpointOverride }> {
    const byService = Object.fromEntries(services.map((service) => [service, override(service, zones)]));
    const requiredKeys = services.filter((service) => factsOf(service).ports === null);
    return fc.record(byService, { requiredKeys }).map((some) => some as { [service: string]: EndpointOverride });
}

function override(service: Service, zones: string[]): fc.Arbitrary<EndpointOverride> {
    const { kinds, privateDnsNames, privateDnsRequired, policySupport, ports } = factsOf(service);
    const possible = privateDnsNames?.length === 0 ? [false] : privateDnsRequired ? [true] : [false, true];
    const policy = fc.constantFrom("full-access", ...policySupport === false ? [] : [ownPolicy]);
    const gateway = fc.record({ kind: fc.constant(EndpointKind.Gateway), policy }, { requiredKeys: [] });
    const decoration = fc.record({
        zones: someOf(zones),
        privateDns: fc.constantFrom(...possible),
        policy,
        ports: fc.subarray([443, 8443], { minLength: 1 }),
        expectedGigabytes: fc.nat(),
    }, { requiredKeys: ports === null ? ["ports"] : [] });
    const admission = fc.oneof(
        fc.constant({}),
        fc.record({ allowedCidrBlocks: ranges }),
        fc.record({ securityGroupIds: fc.subarray(["sg-1", "sg-2"], { minLength: 1 }) }),
    );
    const kind = fc.constant(EndpointKind.Interface);
    const interfaces = kinds.includes(EndpointKind.Gateway)
        ? [fc.record({ reachableFrom: ranges }), fc.record({ kind, reachableFrom: ranges }, { requiredKeys: ["kind"] })]
        : [fc.record({ kind, reachableFrom: ranges }, { requiredKeys: [] })];
    const anInterface = fc.tuple(fc.oneof(...interfaces), decoration, admission)
        .map((parts): EndpointOverride => Object.assign({}, ...parts));
    return fc.oneof(...kinds.map((one) => (one === EndpointKind.Gateway ? gateway : anInterface)));
}

const ranges = fc.array(block(0, 32).map(({ text }) => text), { minLength: 1, maxLength: 3 });

function someOf<T>(list: T[]): fc.Arbitrary<T[]> {
    return fc.shuffledSubarray(list, { minLength: 1 });
}
