/** Which folder may import which: args/ declares, plan/ decides and report/ describes without Pulumi and files; the rest of components/ deploys. */
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
            comment: "components/report/ describes what was planned, and reads nothing else",
            severity: "error",
            from: { path: "^components/report/" },
            to: { pathNot: "^components/(report|plan)/" },
        },
        {
            name: "config-is-args",
            comment: "components/config/ reads a stack's config into arguments, and neither plans nor deploys",
            severity: "error",
            from: { path: "^components/config/" },
            to: { path: "^components/(resources|aws|report)/" },
        },
        {
            name: "resources-are-made-of-plans",
            comment: "components/resources/ turns a plan and late values into resources, and reads no config and no report",
            severity: "error",
            from: { path: "^components/resources/" },
            to: { path: "^components/(config|report/(?!reportedPlan))" },
        },
        {
            name: "components-alone",
            comment: "`import \"private-vpc\"` loads neither the commands nor the emulated AWS nor the tests",
            severity: "error",
            from: { path: "^components/" },
            to: { path: "^(cli|emulator|catalogue|inventory|tests)/" },
        },
        {
            name: "components-packages",
            comment: "`import \"private-vpc\"` loads none of the packages that only the commands need",
            severity: "error",
            from: { path: "^components/" },
            to: { path: "^node_modules/", pathNot: "^node_modules/(fastest-levenshtein|ip-address|@pulumi/[^/]+)/" },
        },
        {
            name: "published-alone",
            comment: "the command and the emulated AWS for tests are published without the demo and the engine",
            severity: "error",
            from: { path: "^(cli|emulator|catalogue|inventory)/", pathNot: "^(cli/demo|emulator/(engine|awsCli)/)" },
            to: { path: "^(cli/demo|emulator/(engine|awsCli)/|tests/|tools/)" },
        },
        {
            name: "testing-without-commands",
            comment: "`private-vpc/testing` loads none of the packages that only the commands need",
            severity: "error",
            from: { path: "^emulator/", pathNot: "^emulator/engine/" },
            to: { path: "^node_modules/", pathNot: "^node_modules/(fastest-levenshtein|ip-address|@pulumi/[^/]+|@types/[^/]+)/" },
        },
        {
            name: "catalogue-alone",
            comment: "catalogue/ refreshes the tables of facts, and needs no program, no emulated AWS and no command",
            severity: "error",
            from: { path: "^catalogue/" },
            to: { path: "^(cli/(?!report/)|emulator/|tests/)" },
        },
        {
            name: "emulator-alone",
            comment: "emulator/ is run by the commands and the tests, and needs neither",
            severity: "error",
            from: { path: "^emulator/" },
            to: { path: "^(cli|catalogue|inventory|tests)/" },
        },
        {
            name: "inventory-alone",
            comment: "inventory/ parses what the AWS CLI prints, and needs neither files nor commands nor the components",
            severity: "error",
            from: { path: "^inventory/" },
            to: { pathNot: ["^inventory/", "^components/plan/problem(Codes)?\\.ts$", "^node_modules/valibot/"] },
        },
        {
            name: "emulator-checks-alone",
            comment:
                "The emulated AWS proves the planner's checks, so it uses none of them, directly or through another module: only "
                + "tables of facts, and serviceNames.ts and endpointNames.ts to look up in them. There, factsOf returns a service's "
                + "row; knownServices, serviceNameIn and hostIn return its names in a Region.",
            severity: "error",
            from: { path: "^emulator/(aws|awsCli|engine)/" },
            to: {
                path: "^components/",
                pathNot: ["^components/plan/facts/", "^components/plan/services/(service|endpoint)Names\\.ts$"],
                reachable: true,
            },
        },
        {
            name: "program-uses-the-barrel",
            severity: "error",
            from: { path: "^index\\.ts$" },
            to: { path: "^(components/(?!index\\.ts$)|cli/|emulator/|catalogue/)" },
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
