import * as assert from "node:assert/strict";

import type { PrivateVpcArgs } from "../../components";
import { knownOr } from "../../network/model/maybe";
import type { NetworkIndex } from "../../network/model/networkIndex";
import type { Destination } from "../../network/reach/question";
import { reach } from "../../network/reach/reach";
import { everyReader } from "./readers";

/** The answer for clients with the client security group, in every subnet: the verdict and the code of the reason. */
function answer(index: NetworkIndex, to: Destination): string[] {
    const { subnets, securityGroups } = index.network;
    const groups = knownOr(securityGroups, []).filter(({ id, name }) =>
        [id, name].some((one) => one === "client" || one === "app-client")
    );
    const from = {
        label: "a client",
        subnets: knownOr(subnets, []).map(({ id }) => id),
        groups: groups.map(({ id }) => id),
    };
    const { verdict, reason } = reach(index, { from, to });
    return [verdict, ...(reason ? [reason.code] : [])];
}

describe("the readers of networks", () => {
    const vpcs: { [title: string]: Partial<PrivateVpcArgs> } = {
        "gateways and interfaces": { services: ["s3", "dynamodb", "sqs", "kms"] },
        "an endpoint for others only": {
            services: ["sqs"],
            endpoints: { sqs: { allowedCidrBlocks: ["10.8.0.0/16"] } },
        },
        "private DNS that is off": { services: ["sqs"], endpoints: { sqs: { privateDns: false } } },
        "a gateway and an interface of one service": {
            services: ["s3"],
            endpoints: { s3: { reachableFrom: ["10.8.0.0/16"] } },
        },
        "a secondary range": {
            services: ["s3", "sqs"],
            secondaryCidrBlocks: [{ cidrBlock: "100.64.0.0/16", availabilityZones: ["us-east-1b"] }],
        },
        "a secondary range that an endpoint does not allow": {
            services: ["s3", "sqs"],
            secondaryCidrBlocks: [{ cidrBlock: "100.64.0.0/16" }],
            endpoints: { sqs: { allowedCidrBlocks: ["10.0.0.0/16"] } },
        },
        "zones without endpoints": { services: ["logs", "ecr.api"], endpointZones: ["us-east-1b"] },
    };

    for (const [title, args] of Object.entries(vpcs)) {
        it(`agree about ${title}`, async () => {
            const { plan, account, stack } = await everyReader(args);
            const services = ["s3", "dynamodb", "sqs", "kms", "logs", "ecr.api", "secretsmanager"];
            const destinations: Destination[] = [
                ...services.map((service) => ({ service })),
                { address: "192.168.0.1" },
                { address: "100.64.0.1" },
                { host: "queue.amazonaws.com" },
            ];
            for (const to of destinations) {
                const expected = answer(plan!, to);
                assert.deepEqual(answer(account!, to), expected, `the account: ${JSON.stringify(to)}`);
                assert.deepEqual(answer(stack!, to), expected, `the stack: ${JSON.stringify(to)}`);
            }
        });
    }
});
