import { regions } from "../../../components/plan/facts/regions";
import { unknown } from "../../../components/plan/policies/iam/truth";
import { statementsFor } from "../../../components/plan/policies/ownedResourceStatements";
import { fillPlaceholders } from "../../../components/plan/policies/policyDocument";
import type { AwsRequest, Need, Role } from "../../model/accessModel";
import type { Maybe } from "../../model/maybe";

const ecrPage = "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html";
const dockerPage = "https://docs.docker.com/reference/cli/docker/image/pull/";

const pulls = "pulls images from Amazon ECR";

/** The host of Docker Hub, from which images without a registry in their names are pulled. */
const dockerHub = "registry-1.docker.io";

/** What pulls an image: in which Region, and with which role. */
export interface Puller {
    by: string;
    region: string;
    /** The account of the network, if it is known. */
    account?: string;
    role?: Maybe<Role>;
}

/** What pulling an image calls: Amazon ECR and S3 for a private repository in the same Region, otherwise the registry. */
export function needsOfImage(image: string, { by, region, role }: Puller): Need[] {
    const [, account, imageRegion, suffix, repository] =
        /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.([a-z.]+)\/([^:@]+)/.exec(image) ?? [];
    if (account === undefined) return [needOfRegistry(image, by)];
    const source = ecrPage;
    const signed = { by, source, ...(role && { role }) };
    if (imageRegion !== region) {
        const hosts = [`api.ecr.${imageRegion}.${suffix}`, `${account}.dkr.ecr.${imageRegion}.${suffix}`];
        return hosts.map((host) => ({ ...signed, service: host, host, why: `${pulls} in ${imageRegion}` }));
    }
    const arn = `arn:${regions[region]!.partition}:ecr:${region}:${account}:repository/${repository}`;
    return [
        { ...signed, service: "ecr.api", why: pulls, request: { action: "ecr:GetAuthorizationToken", resource: "*" } },
        { ...signed, service: "ecr.dkr", why: pulls, request: { action: "ecr:BatchGetImage", resource: arn } },
        needOfLayers(by, region),
    ];
}

/** What pulling from a private repository calls, if it is not known from which one. */
export function needsOfRepository({ by, region, role }: Puller): Need[] {
    const signed = { by, source: ecrPage, ...(role && { role }), why: pulls };
    return [{ ...signed, service: "ecr.api" }, { ...signed, service: "ecr.dkr" }, needOfLayers(by, region)];
}

/** Stands for the account of Amazon ECR, which AWS does not document: it is not the caller's, nor in its organization. */
const accountOfEcr = "amazon-ecr";

/** Amazon ECR signs the requests for layers, so that the policies of the caller's role do not apply to them. */
const signer: Role = {
    id: "Amazon ECR",
    arn: unknown("the principal with which Amazon ECR signs requests for layers"),
};

/** Image layers are in a bucket of Amazon ECR, one in each Region, which the policy of the S3 endpoint must allow. */
function needOfLayers(by: string, region: string): Need {
    const [bucket] = statementsFor(["ecr"], region);
    const { partition } = regions[region]!;
    const request: AwsRequest | undefined = bucket && {
        action: bucket.Action[0]!,
        resource: fillPlaceholders(bucket.Resource[0]!, { region, partition }).replace("*", "layer"),
        resourceAccount: accountOfEcr,
        context: {
            "aws:PrincipalAccount": accountOfEcr,
            "aws:PrincipalOrgID": accountOfEcr,
            "aws:ResourceOrgID": accountOfEcr,
        },
    };
    return { service: "s3", by, why: pulls, source: ecrPage, role: signer, ...(request && { request }) };
}

function needOfRegistry(image: string, by: string): Need {
    const [first = "", ...rest] = image.split("/");
    const isHost = rest.length > 0 && /[.:]|^localhost$/.test(first);
    const host = isHost && first !== "docker.io" ? first.replace(/:\d+$/, "") : dockerHub;
    return { service: host, host, by, why: `pulls ${image} from ${host}`, source: dockerPage };
}
