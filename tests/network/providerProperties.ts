import * as assert from "node:assert/strict";
import * as fs from "node:fs";

import type { Place } from "../../network/sources/workloads/places";

/** The properties of a type of resource of Pulumi's AWS provider. */
export function propertiesOf(type: string): Set<string> {
    const [, module] = /^aws:(\w+\/\w+):\w+$/.exec(type)!;
    const code = fs.readFileSync(require.resolve(`@pulumi/aws/${module!}`), "utf8");
    assert.ok(code.includes(`'${type}'`), type);
    return new Set([...code.matchAll(/resourceInputs\["(\w+)"\]/g)].map(([, property]) => property!));
}

/** Fails if a place of a type of resource, or what it leads through, is not a property. */
export function assertPlace(type: string, place: Place): void {
    const [property] = "through" in place ? place.through : place;
    assert.ok(propertiesOf(type).has(property), `${type} has no ${property}`);
    if ("through" in place) { for (const one of place.types) assertPlace(one, place.at); }
}
