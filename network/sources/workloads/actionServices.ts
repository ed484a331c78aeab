import type { Service } from "../../../components/plan/facts/services";
import { factsOf, knownServices, nonFipsOf } from "../../../components/plan/services/serviceNames";

/** Which endpoint services actions use, where several services have the actions of one IAM prefix. */
interface Exception {
    /** The actions' names without their prefix. */
    actions: RegExp;
    services: Service[];
    /** The page that says so. */
    source: string;
}

const page = "https://docs.aws.amazon.com";

/** By IAM prefix. Actions that are not listed use the service whose key is the prefix, or the only one with the prefix. */
const exceptions: { [prefix: string]: Exception[] } = {
    appconfig: [{
        actions: /^(StartConfigurationSession|GetLatestConfiguration)$/,
        services: ["appconfigdata"],
        source: `${page}/appconfig/latest/userguide/appconfig-security.html`,
    }],
    aps: [{
        actions: /^(RemoteWrite|QueryMetrics|GetSeries|GetLabels|GetMetricMetadata)$/,
        services: ["aps-workspaces"],
        source: `${page}/prometheus/latest/userguide/AMP-and-interface-VPC.html`,
    }],
    bedrock: [
        {
            actions: /^(InvokeModel|Converse|ApplyGuardrail|CountTokens)/,
            services: ["bedrock-runtime"],
            source: `${page}/bedrock/latest/userguide/vpc-interface-endpoints.html`,
        },
        {
            actions: /^(InvokeAgent|InvokeFlow|InvokeInlineAgent|Retrieve|RetrieveAndGenerate)$/,
            services: ["bedrock-agent-runtime"],
            source: `${page}/bedrock/latest/userguide/vpc-interface-endpoints.html`,
        },
    ],
    codeartifact: [{
        actions: /^(ReadFromRepository|PublishPackageVersion|GetPackageVersionAsset)$/,
        services: ["codeartifact.repositories", "s3"],
        source: `${page}/codeartifact/latest/ug/create-s3-gateway-endpoint.html`,
    }, { actions: /./, services: ["codeartifact.api"], source: `${page}/codeartifact/latest/ug/vpc-endpoints.html` }],
    dynamodb: [{
        actions: /^(GetRecords|GetShardIterator|DescribeStream|ListStreams)$/,
        services: ["dynamodb-streams"],
        source: `${page}/amazondynamodb/latest/developerguide/privatelink-streams.html`,
    }],
    ecr: [
        {
            actions: /^(BatchGetImage|GetDownloadUrlForLayer|BatchCheckLayerAvailability)$/,
            services: ["ecr.api", "ecr.dkr", "s3"],
            source: `${page}/AmazonECR/latest/userguide/vpc-endpoints.html`,
        },
        { actions: /./, services: ["ecr.api"], source: `${page}/AmazonECR/latest/userguide/vpc-endpoints.html` },
    ],
    ecs: [
        {
            actions: /^Poll$/,
            services: ["ecs-agent"],
            source: `${page}/AmazonECS/latest/developerguide/vpc-endpoints.html`,
        },
        {
            actions: /^StartTelemetrySession$/,
            services: ["ecs-telemetry"],
            source: `${page}/AmazonECS/latest/developerguide/vpc-endpoints.html`,
        },
    ],
    logs: [{
        actions: /^StartLiveTail$/,
        services: ["stream-logs"],
        source: `${page}/AmazonCloudWatch/latest/logs/cloudwatch-logs-and-interface-VPC.html`,
    }],
    sagemaker: [
        {
            actions: /^InvokeEndpoint/,
            services: ["sagemaker.runtime"],
            source: `${page}/sagemaker/latest/dg/interface-vpc-endpoint.html`,
        },
        {
            actions: /^(Get|Put|Delete|BatchGet)Record$/,
            services: ["sagemaker.featurestore-runtime"],
            source: `${page}/sagemaker/latest/dg/interface-vpc-endpoint.html`,
        },
        {
            actions: /./,
            services: ["sagemaker.api"],
            source: `${page}/sagemaker/latest/dg/interface-vpc-endpoint.html`,
        },
    ],
    servicediscovery: [{
        actions: /^DiscoverInstances/,
        services: ["data-servicediscovery"],
        source: `${page}/cloud-map/latest/dg/vpc-interface-endpoints.html`,
    }],
    ses: [{
        actions: /^Send/,
        services: ["email"],
        source: `${page}/ses/latest/dg/send-email-set-up-vpc-endpoints.html`,
    }],
    states: [{
        actions: /^StartSyncExecution$/,
        services: ["sync-states"],
        source: `${page}/step-functions/latest/dg/vpc-endpoints.html`,
    }],
};

const byPrefix = new Map<string, Service[]>();
for (const service of knownServices) {
    // A FIPS endpoint is for clients that choose it.
    if (nonFipsOf(service) !== service) continue;
    for (const prefix of factsOf(service).iamPrefixes ?? []) {
        byPrefix.set(prefix, [...byPrefix.get(prefix) ?? [], service]);
    }
}

/** The endpoint services that an IAM action uses, e.g. `sqs:SendMessage`; `undefined` if the catalogue does not show it. */
export function servicesOfAction(action: string): { services: Service[]; source?: string } | undefined {
    const [prefix = "", name = ""] = action.split(":");
    const key = prefix.toLowerCase();
    const exception = exceptions[key]?.find(({ actions }) => actions.test(name));
    if (exception) return exception;
    const all = byPrefix.get(key) ?? [];
    const service = all.find((one) => one === key) ?? (all.length === 1 ? all[0] : undefined);
    return service === undefined ? undefined : { services: [service], source: factsOf(service).page };
}
