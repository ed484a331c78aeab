import { factsOf, inRegion, knownServices } from "../../../components/plan/services";
import type { Refusal } from "../error";
import type { Attributes, Made, World } from "../world";

/** Says why AWS would refuse to make a resource; nothing where it would not. */
export type Refuse = (made: Made, world: World) => Refusal | undefined;

/** EC2's general word for a request that does not fit. */
export function invalid(message: string, cure: string): Refusal {
    return { code: "InvalidParameter", message, cure };
}

/** The key of the service an endpoint is for, e.g. `s3`; `undefined` where it is not one of AWS's that are known. */
export function serviceOf({ serviceName }: Attributes, { region }: World): string | undefined {
    return knownServices.find((service) => inRegion(factsOf(service).serviceName, region ?? "") === serviceName);
}
