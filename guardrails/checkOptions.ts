import { object, type Rows } from "../components/args/contract";
import { readArgs } from "../components/args/readArgs";
import { services } from "../components/plan/facts/services";
import { checkPerimeter, wrongAccountId } from "../components/plan/policies/checkPerimeter";
import type { Problem } from "../components/plan/problem";
import { unknownService } from "../components/plan/services/find";
import { isService } from "../components/plan/services/serviceNames";
import { guardrailOptionRows, type GuardrailOptions, type OptionName } from "./guardrailOptions";

/** The options that a value sets, and all of its problems. Only some options may be allowed, as in the configuration of a policy. */
export function checkOptions(
    given: unknown,
    allowed = Object.keys(guardrailOptionRows) as OptionName[],
): { options: GuardrailOptions; problems: Problem[] } {
    const rows = Object.fromEntries(allowed.map((name) => [name, guardrailOptionRows[name]]));
    const { known, problems } = readArgs(object("GuardrailOptions", rows as Rows<GuardrailOptions>), given);
    const options = known as GuardrailOptions;
    return { options, problems: problems.length > 0 ? problems : problemsIn(options) };
}

function problemsIn({ accountId, needs = {}, perimeter }: GuardrailOptions): Problem[] {
    const unknown = Object.entries(needs).flatMap(([workload, names]) =>
        names.flatMap((name, index) => isService(name) ? [] : [unknownService(`needs.${workload}[${index}]`, name)])
    );
    return [
        ...unknown,
        ...(accountId === undefined ? [] : wrongAccountId("accountId", accountId)),
        ...(perimeter ? checkPerimeter(perimeter, Object.keys(services)) : []),
    ];
}
