import { isUnknown } from "../../components/plan/policies/iam/truth";
import type { Endpoint } from "../model/accessModel";
import type { NetworkIndex } from "../model/networkIndex";
import { type Hop, hop, type Step } from "./hop";

/** The hop that an endpoint ends which is not available, or may not be; `undefined` for one that is. */
export function unavailableHop(index: NetworkIndex, step: Step, { id, isAvailable }: Endpoint): Hop | undefined {
    if (isAvailable === true) return undefined;
    const label = index.label("endpoints", id);
    const says = isUnknown(isAvailable) ? `it is not known whether ${label} is available` : `${label} is not available`;
    const fix = () => ({ sentence: `wait until ${label} is available, or find out why it is not` });
    return hop(step, isAvailable, says, "BAD_STATE", fix);
}
