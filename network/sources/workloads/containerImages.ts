import { regions } from "../../../components/plan/facts/regions";
import type { Need, Role } from "../../model/accessModel";
import type { Maybe } from "../../model/maybe";

const ecrPage = "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html";
const dockerPage = "https://docs.docker.com/reference/cli/docker/image/pull/";

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
    const why = "pulls images from Amazon ECR";
    const source = ecrPage;
    const signed = { by, source, ...(role && { role }) };
    if (imageRegion !== region) {
        const hosts = [`api.ecr.${imageRegion}.${suffix}`, `${account}.dkr.ecr.${imageRegion}.${suffix}`];
        return hosts.map((host) => ({ ...signed, service: host, host, why: `${why} in ${imageRegion}` }));
    }
    const arn = `arn:${regions[region]!.partition}:ecr:${region}:${account}:repository/${repository}`;
    return [
        { ...signed, service: "ecr.api", why, request: { action: "ecr:GetAuthorizationToken", resource: "*" } },
        { ...signed, service: "ecr.dkr", why, request: { action: "ecr:BatchGetImage", resource: arn } },
        // Amazon ECR signs the requests for layers: https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
        { by, source, service: "s3", why },
    ];
}

/** What pulling from a private repository calls, if it is not known from which one. */
export function needsOfRepository({ by, role }: Pick<Puller, "by" | "role">): Need[] {
    const why = "pulls images from Amazon ECR";
    const signed = { by, source: ecrPage, ...(role && { role }), why };
    return [{ ...signed, service: "ecr.api" }, { ...signed, service: "ecr.dkr" }, {
        by,
        source: ecrPage,
        why,
        service: "s3",
    }];
}

function needOfRegistry(image: string, by: string): Need {
    const [first = "", ...rest] = image.split("/");
    const isHost = rest.length > 0 && /[.:]|^localhost$/.test(first);
    const host = isHost && first !== "docker.io" ? first.replace(/:\d+$/, "") : dockerHub;
    return { service: host, host, by, why: `pulls ${image} from ${host}`, source: dockerPage };
}
