import { regions } from "../../../components/plan/facts/regions";
import { isMap } from "../../../components/plan/isMap";
import type { Need } from "../../model/accessModel";
import { usualHost } from "../../model/serviceHosts";
import { needsOfImage, type Puller } from "./containerImages";
import { type NeedsFound, together } from "./needsFound";

const ecsGuide = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide";

/** A container of a task definition. Nothing about its properties is certain. */
interface Container {
    [property: string]: unknown;
}

/** What the containers of a task definition need to start, and for their logs. */
export function needsOfContainers(definitions: string, puller: Puller): NeedsFound {
    const containers = containersIn(definitions);
    if (!containers) return { needs: [], open: [`containerDefinitions of ${puller.by}, which is not JSON`] };
    return together(containers.map((one) => needsOfContainer(one, puller)));
}

function containersIn(text: string): Container[] | undefined {
    try {
        const all = JSON.parse(text) as unknown;
        return Array.isArray(all) && all.every(isMap) ? all : undefined;
    } catch {
        return undefined;
    }
}

function needsOfContainer(container: Container, puller: Puller): NeedsFound {
    const { image, logConfiguration, repositoryCredentials, environmentFiles } = container;
    const credentials = isMap(repositoryCredentials) ? repositoryCredentials.credentialsParameter : undefined;
    return together([
        typeof image === "string"
            ? { needs: needsOfImage(image, puller), open: [] }
            : { needs: [], open: [`the image of a container of ${puller.by}`] },
        ...(isMap(logConfiguration) ? [needsOfLogs(logConfiguration, puller)] : []),
        ...[...secretsIn(container.secrets), ...(typeof credentials === "string" ? [credentials] : [])].map((from) => ({
            needs: [needOfSecret(from, puller)],
            open: [],
        })),
        ...(Array.isArray(environmentFiles) ? environmentFiles : []).map((file) => needOfFile(file, puller)),
    ]);
}

function secretsIn(value: unknown): string[] {
    const all = Array.isArray(value) ? value.filter(isMap) : [];
    return all.flatMap(({ valueFrom }) => (typeof valueFrom === "string" ? valueFrom : []));
}

/** A secret is in Secrets Manager if its ARN says so; otherwise it is a parameter of Systems Manager, by ARN or name. */
function needOfSecret(from: string, { by, region, role }: Puller): Need {
    const [, , service, written = ""] = from.split(":");
    const isSecret = service === "secretsmanager";
    const key = isSecret ? "secretsmanager" : "ssm";
    const arn = from.startsWith("arn:") ? from.split(":").slice(0, 7).join(":") : undefined;
    const action = isSecret ? "secretsmanager:GetSecretValue" : "ssm:GetParameters";
    return {
        ...inRegion(key, written || region, region),
        by,
        why: `reads secrets from ${isSecret ? "Secrets Manager" : "Parameter Store"}`,
        source: `${ecsGuide}/specifying-sensitive-data.html`,
        ...(role && { role }),
        ...(arn !== undefined && { request: { action, resource: arn } }),
    };
}

function needOfFile(file: unknown, { by, role }: Puller): NeedsFound {
    const arn = isMap(file) && typeof file.value === "string" ? file.value : undefined;
    const need: Need = {
        service: "s3",
        by,
        why: "reads environment files from Amazon S3",
        source: `${ecsGuide}/use-environment-file.html`,
        ...(role && { role }),
        ...(arn !== undefined && { request: { action: "s3:GetObject", resource: arn } }),
    };
    return { needs: [need], open: [] };
}

/** Destinations of FireLens by the name of the output plugin of Fluent Bit. */
const outputs: { [plugin: string]: string } = {
    cloudwatch: "logs",
    cloudwatch_logs: "logs",
    firehose: "kinesis-firehose",
    kinesis_firehose: "kinesis-firehose",
    kinesis: "kinesis-streams",
    kinesis_streams: "kinesis-streams",
    s3: "s3",
};

/** Log drivers that send logs to no service: to files on the instance, or nowhere. */
const localDrivers: unknown[] = ["json-file", "local", "journald", "none"];

/** What a container's log driver calls. The task's execution role, or for FireLens the task role, signs the requests. */
function needsOfLogs({ logDriver, options, secretOptions }: Container, puller: Puller): NeedsFound {
    const { by, region, role } = puller;
    const given: { [name: string]: unknown } = isMap(options) ? options : {};
    const written = (name: string) => (typeof given[name] === "string" ? given[name] : undefined);
    const secrets = secretsIn(secretOptions).map((from) => needOfSecret(from, puller));
    if (logDriver === "awslogs") {
        const group = written("awslogs-group");
        const to = written("awslogs-region") ?? region;
        const need: Need = {
            ...inRegion("logs", to, region),
            by,
            why: "writes to CloudWatch Logs",
            source: `${ecsGuide}/using_awslogs.html`,
            ...(role && { role }),
            ...(group !== undefined && to === region && logRequest(group, puller)),
        };
        return { needs: [...secrets, need], open: [] };
    }
    const [plugin, endpoint] = [written("Name") ?? written("@type"), written("Host") ?? written("splunk-url")];
    const service = logDriver === "awsfirelens" && plugin !== undefined ? outputs[plugin.toLowerCase()] : undefined;
    const source = `${ecsGuide}/using_firelens.html`;
    if (service !== undefined) {
        const to = inRegion(service, written("region") ?? region, region);
        return { needs: [...secrets, { ...to, by, why: `sends logs to ${service} with FireLens`, source }], open: [] };
    }
    if (endpoint !== undefined) {
        const host = endpoint.replace(/^https?:\/\//, "").replace(/[:/].*$/, "");
        return { needs: [...secrets, { service: host, host, by, why: `sends logs to ${host}`, source }], open: [] };
    }
    const open = localDrivers.includes(logDriver) ? [] : [`where log driver ${String(logDriver)} of ${by} sends logs`];
    return { needs: secrets, open };
}

function logRequest(group: string, { region, account }: Puller): Pick<Need, "request"> {
    if (account === undefined) return {};
    const arn = `arn:${regions[region]!.partition}:logs:${region}:${account}:log-group:${group}:log-stream:app`;
    return { request: { action: "logs:PutLogEvents", resource: arn } };
}

/** A service in a Region: another Region's is a host name that no endpoint in the VPC has. */
function inRegion(service: string, to: string, region: string): Pick<Need, "service" | "host"> {
    const host = to === region ? undefined : usualHost(to, service);
    return host === undefined ? { service } : { service: host, host };
}
