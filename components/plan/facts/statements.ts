import type { Service } from "./services";

/** Statements of a template that stand only where one of these services is made too, by template and Sid. */
export const statementsOnlyWith: { [template: string]: { [sid: string]: Service[] } } = {
    // Layers come from a bucket of Amazon ECR's: https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
    s3: { EcrImageLayers: ["ecr.api", "ecr.dkr"] },
};
