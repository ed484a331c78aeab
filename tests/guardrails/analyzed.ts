import type {
    EnforcementLevel,
    PolicyPackArgs,
    ReportViolation,
    StackValidationArgs,
    StackValidationPolicy,
} from "@pulumi/policy";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";

import type { Registration } from "../../emulator/runProgram";
import { type GuardrailOptions, guardrails } from "../../guardrails/guardrails";

// What Pulumi serves to the engine, which the package does not declare.
const { makeAnalyzeStackRpcFun } = require("@pulumi/policy/server") as {
    makeAnalyzeStackRpcFun(
        name: string,
        version: string,
        level: EnforcementLevel,
        policies: PolicyPackArgs["policies"],
    ): (call: { request: unknown }, done: (error: Error | null, answer?: analyzer.AnalyzeResponse) => void) => void;
};
// The messages' own copy of the library: another one's are refused.
const { Struct } = require(
    require.resolve("google-protobuf/google/protobuf/struct_pb.js", { paths: [require.resolve("@pulumi/pulumi")] }),
) as typeof import("google-protobuf/google/protobuf/struct_pb");

/** A violation as Pulumi reports it. */
export interface Violation {
    policy: string;
    level: "advisory" | "mandatory";
    /** The resource's name; undefined for the stack. */
    resource?: string;
    /** Without the policy's description, which Pulumi prints before it. */
    message: string;
}

const levels = ["advisory", "mandatory"] as const;

/**
 * What the policies find in resources, by the functions that Pulumi serves to the engine.
 *
 * @param config the configuration of policies, by name
 */
export async function analyzed(
    resources: Registration[],
    options: GuardrailOptions = {},
    region = "us-east-1",
    config: { [policy: string]: object } = {},
): Promise<Violation[]> {
    const policies = (guardrails(options).policies as StackValidationPolicy[]).map((policy) => ({
        ...policy,
        validateStack: (args: StackValidationArgs, report: ReportViolation) =>
            policy.validateStack(
                { ...args, getConfig: <T extends object>() => (config[policy.name] ?? {}) as T },
                report,
            ),
    }));
    const request = new analyzer.AnalyzeStackRequest();
    request.setResourcesList(resources.map((one) => analyzerResource(one, region)));
    const answer = await new Promise<analyzer.AnalyzeResponse>((resolve, reject) =>
        makeAnalyzeStackRpcFun("guardrails", "1.0.0", "advisory", policies)(
            { request },
            (error, response) => (error ? reject(error) : resolve(response!)),
        )
    );
    return answer.getDiagnosticsList().map((one) => ({
        policy: one.getPolicyname(),
        level: levels[one.getEnforcementlevel() as 0 | 1],
        resource: one.getUrn() === "" ? undefined : one.getUrn().split("::").at(-1)!,
        message: one.getMessage().slice(one.getDescription().length).trim(),
    }));
}

function analyzerResource(one: Registration, region: string): analyzer.AnalyzerResource {
    const resource = new analyzer.AnalyzerResource();
    resource.setUrn(one.urn);
    resource.setType(one.type);
    resource.setName(one.name);
    resource.setParent(one.parent);
    resource.setProperties(Struct.fromJavaScript(one.inputs));
    resource.setDependenciesList(one.dependencies);
    resource.setOptions(new analyzer.AnalyzerResourceOptions());
    for (const [property, urns] of Object.entries(one.propertyDependencies)) {
        const sources = new analyzer.AnalyzerPropertyDependencies();
        sources.setUrnsList(urns);
        resource.getPropertydependenciesMap().set(property, sources);
    }
    if (one.custom) {
        const provider = new analyzer.AnalyzerProviderResource();
        provider.setType("pulumi:providers:aws");
        provider.setProperties(Struct.fromJavaScript({ region }));
        resource.setProvider(provider);
    }
    return resource;
}
