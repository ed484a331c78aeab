import { adoptionExamples } from "./adoptionExamples";
import { commandExamples } from "./commandExamples";
import { configExamples } from "./configExamples";
import { dnsFirewallExamples } from "./dnsFirewallExamples";
import { endpointExamples } from "./endpointExamples";
import { endpointServiceExamples } from "./endpointServiceExamples";
import { guardrailExamples } from "./guardrailExamples";
import { networkExamples } from "./networkExamples";
import { policyExamples } from "./policyExamples";
import type { ProblemExample } from "./problemExample";
import { reachExamples } from "./reachExamples";
import { recoveryExamples } from "./recoveryExamples";

/** Every example of a problem or a warning. */
export const allExamples: ProblemExample[] = [
    ...configExamples,
    ...networkExamples,
    ...dnsFirewallExamples,
    ...endpointExamples,
    ...endpointServiceExamples,
    ...policyExamples,
    ...commandExamples,
    ...recoveryExamples,
    ...adoptionExamples,
    ...reachExamples,
    ...guardrailExamples,
];
