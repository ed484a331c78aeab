import type { Workload } from "./workloads";

/** Names that a workload resolves in addition to those of its services' endpoints. */
export interface WorkloadDomains {
    /** As in a list of DNS Firewall, with the placeholder `<region>`. */
    domains: string[];
    /** The AWS page with the form of the names. */
    source: string;
}

const kubernetesApi: WorkloadDomains = {
    domains: ["*.<region>.eks.amazonaws.com"],
    source: "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
};
const redshift: WorkloadDomains = {
    domains: ["*.<region>.redshift.amazonaws.com", "*.<region>.redshift-serverless.amazonaws.com"],
    source: "https://docs.aws.amazon.com/redshift/latest/mgmt/jdbc20-obtain-url.html",
};
const kafka: WorkloadDomains = {
    domains: ["*.kafka.<region>.amazonaws.com"],
    source: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-get-bootstrap-brokers.html",
};
const iot: WorkloadDomains = {
    domains: ["*.iot.<region>.amazonaws.com"],
    source: "https://docs.aws.amazon.com/iot/latest/developerguide/IoTCore-VPC.html",
};

/** The names of workloads that resolve more than the names of their endpoints. */
export const workloadDomains: { [workload in Workload]?: WorkloadDomains } = {
    "eks-api-client": kubernetesApi,
    "eks-cluster-autoscaler": kubernetesApi,
    "eks-ebs-csi-driver": kubernetesApi,
    "eks-efs-csi-driver": {
        domains: [...kubernetesApi.domains, "*.efs.<region>.amazonaws.com"],
        source: "https://docs.aws.amazon.com/efs/latest/ug/mounting-fs-mount-cmd-dns-name.html",
    },
    "eks-fargate": kubernetesApi,
    "eks-irsa": kubernetesApi,
    "eks-karpenter": kubernetesApi,
    "eks-load-balancer-controller": kubernetesApi,
    "eks-pod-identity": kubernetesApi,
    "eks-private-nodes": kubernetesApi,
    "greengrass-core": iot,
    "iot-devices-in-vpc": iot,
    "msk-api-client": kafka,
    "msk-connect-s3-sink": kafka,
    "quick-website": {
        domains: ["<region>.quicksight.aws.amazon.com"],
        source: "https://docs.aws.amazon.com/quicksight/latest/developerguide/vpc-interface-endpoints.html",
    },
    "redshift-api-client": redshift,
    "redshift-serverless-client": redshift,
    "secrets-rotation-lambda": {
        domains: ["*.<region>.rds.amazonaws.com"],
        source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_CommonTasks.Connect.EndpointAndPort.html",
    },
};
