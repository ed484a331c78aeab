import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { all } from "../../components/plan/policies/iam/truth";
import { NetworkIndex } from "../../network/model/networkIndex";
import { reach } from "../../network/reach/reach";
import { arbitraryNetwork, modelled, withOpenTransit } from "./arbitraryNetworks";
import { arrives } from "./packetWalk";

/** Ports that clients choose, on the edges of what rules allow. */
const sourcePorts = [1024, 5432, 32_767, 32_768, 40_000, 60_999, 61_000, 65_535];
const hosts = [4, 10, 20, 127, 128, 200, 254];

describe("reach, compared with walking packets through random networks", () => {
    for (const port of [443, 5432]) {
        it(`gives the verdict that every packet to port ${port} has, and unknown only if packets differ`, () => {
            fc.assert(
                fc.property(arbitraryNetwork, fc.constantFrom("eni0", "eni1", "eni2"), ({ plain, client }, id) => {
                    const server = plain.servers.find((one) => one.id === id)!;
                    const subnet = plain.subnets.find((one) => one.id === client.subnet)!;
                    const index = new NetworkIndex(modelled(plain));
                    const from = { label: "client", subnets: [client.subnet], groups: client.groups };
                    const answer = reach(index, { from, to: { address: server.address, port } });
                    const fates = new Set(hosts.flatMap((host) =>
                        sourcePorts.flatMap((sourcePort) => {
                            const source = subnet.cidr.replace(/0\/24$/, String(host));
                            return [true, false].map((keepsGroups) =>
                                arrives(plain, { ...client, source, sourcePort, server: id, port, keepsGroups })
                            );
                        })
                    ));
                    const expected = fates.size === 2 ? "unknown" : fates.has(true) ? "reachable" : "not reachable";
                    if (expected !== "not reachable") return assert.equal(answer.verdict, expected, shown(answer));
                    // Several decisions may each deny some packets, and together all of them.
                    assert.notEqual(answer.verdict, "reachable", shown(answer));
                    return undefined;
                }),
                { numRuns: Number(process.env.REACH_RUNS ?? 200) },
            );
        });
    }

    it("decides by zones whether packets and answers get to a transit gateway", () => {
        const verdicts = new Set<string>();
        fc.assert(
            fc.property(arbitraryNetwork, ({ plain: any, client: { subnet } }) => {
                const plain = withOpenTransit(any);
                const index = new NetworkIndex(modelled(plain));
                const from = { label: "client", subnets: [subnet], groups: ["sg0"] };
                const source = plain.subnets.find(({ id }) => id === subnet)!.cidr.replace(/0\/24$/, "20");
                const attempt = { subnet, groups: ["sg0"], source, sourcePort: 40_000, port: 443, keepsGroups: false };
                for (const { id, address } of plain.servers) {
                    const { verdict, reason } = reach(index, { from, to: { address, port: 443 } });
                    const expected = arrives(plain, { ...attempt, server: id }) ? "reachable" : "not reachable";
                    assert.equal(verdict, expected, `${id}: ${reason?.code}`);
                    verdicts.add(reason?.code ?? verdict);
                }
            }),
            { numRuns: 100 },
        );
        assert.deepEqual([...verdicts].sort(), ["TGW_ROUTE_AZ_RESTRICTION", "reachable"]);
    });

    it("gives the verdict of the hops that explain it", () => {
        fc.assert(
            fc.property(arbitraryNetwork, ({ plain, client }) => {
                const index = new NetworkIndex(modelled(plain));
                const from = { label: "client", subnets: [client.subnet], groups: client.groups };
                for (const { address } of plain.servers) {
                    const answer = reach(index, { from, to: { address, port: 443 } });
                    const passes = all(answer.hops.map((hop) => hop.passes));
                    const expected = passes === true ? "reachable" : passes === false ? "not reachable" : "unknown";
                    assert.equal(answer.verdict, expected);
                }
            }),
            { numRuns: 100 },
        );
    });

    it("has networks of every kind", () => {
        const connections = ["local", "VPC peering connection", "transit gateway"];
        const found = new Set<string>();
        // Always the same networks: of random ones, some have no unknown verdict through a peering connection.
        for (const { plain, client } of fc.sample(arbitraryNetwork, { seed: 1, numRuns: 400 })) {
            const index = new NetworkIndex(modelled(plain));
            const from = { label: "client", subnets: [client.subnet], groups: client.groups };
            for (const { address } of plain.servers) {
                const { verdict, hops } = reach(index, { from, to: { address, port: 443 } });
                const way = hops.find(({ step }) => step === "route")?.says ?? "";
                const connection = connections.find((one) => way.includes(`-> ${one}`));
                if (connection !== undefined) found.add(`${verdict} by ${connection}`);
            }
        }
        const verdicts = ["reachable", "not reachable", "unknown"];
        const wanted = verdicts.flatMap((verdict) => connections.map((one) => `${verdict} by ${one}`));
        assert.deepEqual([...found].sort(), wanted.sort());
    });
});

function shown(answer: object): string {
    return JSON.stringify(answer, undefined, 1);
}
