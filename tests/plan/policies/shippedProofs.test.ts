import * as assert from "node:assert/strict";

import { ownedResources } from "../../../components/plan/facts/ownedResources";
import { type Partition, partitions } from "../../../components/plan/facts/partitions";
import type { Service } from "../../../components/plan/facts/services";
import { unownedActions } from "../../../components/plan/facts/unownedActions";
import { unsignedRequests } from "../../../components/plan/facts/unsignedRequests";
import { planPolicy } from "../../../components/plan/policies/endpointPolicy";
import type { PerimeterRequest } from "../../../components/plan/policies/perimeter";
import { ProofVerdict, prove } from "../../../components/plan/policies/prove";
import { factsOf, knownServices } from "../../../components/plan/services/serviceNames";
import { templates } from "../fixtures";

const perimeters: { [kind: string]: PerimeterRequest } = {
    "the own account": {},
    "accounts": { accountIds: ["111122223333"] },
    "an organization": { organizationId: "o-exampleorgid" },
    "organizational units": { organizationPaths: ["o-exampleorgid/r-ab12/ou-ab12-11111111/*"] },
};

/** A Region of each partition. */
const regionOf: { [partition in Partition]: string } = {
    "aws": "us-east-1",
    "aws-us-gov": "us-gov-west-1",
    "aws-cn": "cn-north-1",
    "aws-eusc": "eusc-de-east-1",
    "aws-iso": "us-iso-east-1",
    "aws-iso-b": "us-isob-east-1",
    "aws-iso-e": "eu-isoe-west-1",
    "aws-iso-f": "us-isof-south-1",
};

const owned = Object.keys(ownedResources);
const prefixes = unownedActions.map((action) => action.split(":")[0]!);

/** A service for each shipped template, and each one whose policy has statements of its own. */
const services = knownServices.filter((service) =>
    Object.hasOwn(templates, service) || service === "sqs"
    || unsignedRequests.some(({ endpoint }) => endpoint === service)
    || factsOf(service).iamPrefixes?.some((prefix) => prefixes.includes(prefix))
    || Object.values(ownedResources).some(({ endpoint, alsoThrough = [] }) =>
        [endpoint, ...alsoThrough].includes(service)
    )
);

function proofOf(service: Service, partition: Partition, perimeter: PerimeterRequest) {
    const values = { region: regionOf[partition], partition };
    const request = { service, overrides: {}, madeServices: [service], asksAws: true, templates };
    const planned = planPolicy({ ...request, perimeter: { ...perimeter, awsOwnedResources: owned } }, values);
    const context = { service, ...values, perimeter, ownedResources: planned.ownedResources };
    const [asSent, searched] = [planned.document!, notPlain(planned.document!)].map((text) => {
        return prove(JSON.parse(text), context);
    });
    assert.equal(asSent!.verdict, searched!.verdict, service);
    return searched!;
}

/** The same policy in other words: condition keys are not case-sensitive. Only a search proves it. */
function notPlain(document: string): string {
    return document.replaceAll(/"aws:(Principal|Resource)/g, `"AWS:$1`);
}

for (const [kind, perimeter] of Object.entries(perimeters)) {
    describe(`the built-in policies, with ${kind} trusted`, () => {
        for (const partition of Object.keys(partitions) as Partition[]) {
            it(`allow no request that carries data out in ${partition}`, () => {
                for (const service of services) {
                    const { verdict, requests, why } = proofOf(service, partition, perimeter);
                    assert.equal(verdict, ProofVerdict.proven, `${service}: ${JSON.stringify([requests, why])}`);
                }
            });
        }
    });
}
