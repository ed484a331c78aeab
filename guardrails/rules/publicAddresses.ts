import { all } from "../../components/plan/policies/iam/truth";
import { knownOr } from "../../network/model/maybe";
import { findingIf, type Found } from "../guardrail";
import type { Settings } from "../guardrailOptions";
import { allArePrivate, isPrivate } from "../privateVpcs";
import type { StackView } from "../stackView";

/** Resources in private VPCs that get public addresses, or have Elastic IP addresses. */
export function publicAddresses(view: StackView, settings: Settings): Found {
    return knownOr(view.network.publicAddresses, []).flatMap(({ id, vpc, isPublic, says, fix }) => {
        const isInPrivate = allArePrivate(settings) || (vpc !== undefined && isPrivate(view, settings, vpc));
        return findingIf(all([isPublic, isInPrivate]), () => ({
            urn: id,
            message: `${says}, in a VPC that must be private`,
            hint: fix,
        }));
    });
}
