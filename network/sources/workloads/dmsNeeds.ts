import { isUnknown } from "../../../components/plan/policies/iam/truth";
import { resourceTypes as types } from "../resourceTypes";
import { isUnset } from "../resourceValues";
import type { StackResource } from "../stackResources";
import { type NeedsFound, nothing, together } from "./needsFound";
import type { Subject } from "./needSources";

const source = "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_VPC_Endpoints.html";

/** The services of sources and targets that are AWS services, by the name of the engine. */
const engines: { [name: string]: string } = {
    dynamodb: "dynamodb",
    kinesis: "kinesis-streams",
    redshift: "redshift",
    s3: "s3",
};

/** What a replication instance of AWS DMS calls: the sources and targets of its tasks, and their secrets. */
export function dmsEndpointNeeds({ stack, resource }: Subject): NeedsFound {
    const tasks = stack.of(...types.dmsTask).filter((task) =>
        stack.resource(types.dmsInstance, task, "replicationInstanceArn") === resource
    );
    const ends = tasks.flatMap((task) =>
        ["sourceEndpointArn", "targetEndpointArn"].map((property) => stack.resource(types.dmsEndpoint, task, property))
    );
    return together(ends.map((end) => {
        if (end === undefined) return nothing;
        return isUnknown(end) ? { needs: [], open: end.unknown } : needsOfEndpoint(end);
    }));
}

function needsOfEndpoint({ name, type, properties }: StackResource): NeedsFound {
    const engine = type === types.dmsEndpoint[1] ? "s3" : String(properties.engineName);
    const service = engines[engine];
    const by = `endpoint ${name} of AWS DMS`;
    return {
        needs: [
            ...(service === undefined ? [] : [{ service, by, why: `reads or writes ${engine}`, source }]),
            ...(isUnset(properties.secretsManagerArn)
                ? []
                : [{ service: "secretsmanager", by, why: "reads its secret", source }]),
        ],
        open: [],
    };
}
