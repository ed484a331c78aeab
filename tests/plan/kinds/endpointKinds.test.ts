import * as assert from "node:assert/strict";

import type { AnyRow } from "../../../components/args/contract";
import { endpointRows } from "../../../components/args/endpointArgs";
import { EndpointKind } from "../../../components/plan/facts/endpointKind";
import { endpointKinds } from "../../../components/plan/kinds/endpointKinds";
import { knownServices, usualKindOf } from "../../../components/plan/services/serviceNames";
import { planOf } from "../fixtures";

describe("the types of endpoint", () => {
    it("use AWS's names, which are also their keys in the table", () => {
        assert.deepEqual(Object.values(endpointKinds).map(({ kind }) => kind), Object.values(EndpointKind));
        for (const [name, { kind }] of Object.entries(endpointKinds)) assert.equal(kind, name);
    });

    it("support every option, or report a problem for those they do not support", () => {
        for (const [option, { kinds }] of Object.entries(endpointRows as { [option: string]: AnyRow })) {
            const others = Object.values(endpointKinds).filter(({ kind }) => kinds && !kinds.includes(kind));
            for (const { kind, unsupported } of others) assert.ok(unsupported, `${option} of ${kind}`);
        }
        assert.equal(endpointKinds.Gateway.unsupported?.code, "gw.no-sg-subnet");
    });

    it("plan endpoints of their own type, at the price they define", () => {
        for (const { kind, monthlyUsd } of Object.values(endpointKinds)) {
            const service = knownServices.find((one) => usualKindOf(one) === kind)!;
            const [planned, ...others] = planOf({ services: [service] }).endpoints;
            assert.deepEqual([planned!.kind, planned!.name, others], [kind, `${service}-${kind.toLowerCase()}`, []]);
            assert.equal(planned!.monthlyUsd, monthlyUsd("us-east-1", 2));
        }
    });
});
