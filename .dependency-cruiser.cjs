/** Where a line may lean: args/ declares, plan/ decides and report/ tells without Pulumi and files, components/ makes, offline/ runs without AWS. */
module.exports = {
    forbidden: [
        {
            name: "plan-is-pure",
            comment: "components/plan/ takes plain values, as the contract declares them, and returns plain values",
            severity: "error",
            from: { path: "^components/plan/" },
            to: { pathNot: ["^components/(plan|args)/", "^node_modules/(fastest-levenshtein|ip-address)/"] },
        },
        {
            name: "args-are-pure",
            comment: "components/args/ declares what callers write, in Pulumi's types, and runs without Pulumi",
            severity: "error",
            from: { path: "^components/args/" },
            to: { pathNot: "^components/(plan|args)/", dependencyTypesNot: ["type-only"] },
        },
        {
            name: "report-is-pure",
            comment: "components/report/ tells what was planned, and looks at nothing else",
            severity: "error",
            from: { path: "^components/report/" },
            to: { pathNot: "^components/(report|plan)/" },
        },
        {
            name: "components-stand-alone",
            comment: "what is published needs neither the emulated AWS nor the tests",
            severity: "error",
            from: { path: "^components/" },
            to: { path: "^(offline|tests)/" },
        },
        {
            name: "emulator-checks-alone",
            comment:
                "The emulated AWS proves the planner's checks, so it uses none of them, directly or through another module: only "
                + "tables of facts, and services.ts to look up in them. There, factsOf returns a service's row; knownServices, "
                + "serviceNameIn and hostIn return its names in a Region.",
            severity: "error",
            from: { path: "^(offline/(aws|engine)|emulator)/" },
            to: {
                path: "^components/",
                pathNot: ["^components/plan/facts/", "^components/plan/services/services\\.ts$"],
                reachable: true,
            },
        },
        {
            name: "program-uses-the-barrel",
            severity: "error",
            from: { path: "^index\\.ts$" },
            to: { path: "^(components/(?!index\\.ts$)|offline/)" },
        },
        {
            name: "no-cycles",
            comment: "also of types alone: what refers to each other is one thing, and belongs into one file",
            severity: "error",
            from: {},
            to: { circular: true },
        },
    ],
    options: {
        doNotFollow: { path: "node_modules" },
        tsPreCompilationDeps: true,
        tsConfig: { fileName: "tsconfig.json" },
    },
};
