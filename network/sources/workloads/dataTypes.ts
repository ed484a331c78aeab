import { resourceTypes as types } from "../resourceTypes";
import { dmsEndpointNeeds } from "./dmsNeeds";
import { onlyIf, runsAs, whatRoleAllows } from "./needSources";
import type { AwsCalls } from "./roleNeeds";
import type { WorkloadType } from "./workloadType";

const page = "https://docs.aws.amazon.com";

/** Amazon MWAA reports its own metrics with the role; the endpoints for that are among those of the workload. */
const calledByMwaa: AwsCalls = [{
    actions: /^airflow:/,
    source: `${page}/mwaa/latest/userguide/vpc-vpe-create-access.html`,
}];
/** Amazon EMR and MSK Connect manage network interfaces themselves. */
const interfaces: AwsCalls = [{
    actions: /^ec2:/,
    source: `${page}/emr/latest/ManagementGuide/emr-iam-service-roles.html`,
}];

/** Types of resources that process data. */
export const dataTypes: { [type: string]: WorkloadType } = {
    "aws:dms/replicationInstance:ReplicationInstance": {
        prefix: "dms",
        subnets: [{ through: ["replicationSubnetGroupId"], types: types.dmsSubnetGroup, at: ["subnetIds"] }],
        groups: [["vpcSecurityGroupIds"]],
        publicAddress: ["publiclyAccessible"],
        needs: [dmsEndpointNeeds],
        source: `${page}/dms/latest/userguide/CHAP_VPC_Endpoints.html`,
    },
    "aws:emr/cluster:Cluster": {
        prefix: "emr",
        subnets: [["ec2Attributes", "subnetIds"], ["ec2Attributes", "subnetId"]],
        groups: [["ec2Attributes", "emrManagedSlaveSecurityGroup"]],
        otherGroups: "the security groups that Amazon EMR creates",
        role: [["ec2Attributes", "instanceProfile"]],
        needs: [runsAs("emr-private-subnet"), whatRoleAllows([["ec2Attributes", "instanceProfile"]], interfaces)],
        source: `${page}/emr/latest/ManagementGuide/emr-clusters-in-a-vpc.html`,
    },
    "aws:emrserverless/application:Application": {
        prefix: "emr-serverless",
        subnets: [["networkConfiguration", "subnetIds"]],
        groups: [["networkConfiguration", "securityGroupIds"]],
        needs: [runsAs("emr-serverless-in-vpc")],
        source: `${page}/emr/latest/EMR-Serverless-UserGuide/vpc-access.html`,
    },
    "aws:glue/connection:Connection": {
        prefix: "glue",
        subnets: [["physicalConnectionRequirements", "subnetId"]],
        groups: [["physicalConnectionRequirements", "securityGroupIdLists"]],
        needs: [runsAs("glue-jobs-in-vpc")],
        source: `${page}/glue/latest/dg/setup-vpc-for-glue-access.html`,
    },
    "aws:kinesisanalyticsv2/application:Application": {
        prefix: "flink",
        subnets: [["applicationConfiguration", "vpcConfiguration", "subnetIds"]],
        groups: [["applicationConfiguration", "vpcConfiguration", "securityGroupIds"]],
        role: [["serviceExecutionRole"]],
        needs: [whatRoleAllows([["serviceExecutionRole"]], interfaces)],
        source: `${page}/managed-flink/latest/java/vpc-internet.html`,
    },
    "aws:mskconnect/connector:Connector": {
        prefix: "mskconnect",
        subnets: [["kafkaCluster", "apacheKafkaCluster", "vpc", "subnets"]],
        groups: [["kafkaCluster", "apacheKafkaCluster", "vpc", "securityGroups"]],
        role: [["serviceExecutionRoleArn"]],
        needs: [whatRoleAllows([["serviceExecutionRoleArn"]], interfaces)],
        source: `${page}/msk/latest/developerguide/msk-connect-internet-access.html`,
    },
    "aws:mwaa/environment:Environment": {
        prefix: "mwaa",
        subnets: [["networkConfiguration", "subnetIds"]],
        groups: [["networkConfiguration", "securityGroupIds"]],
        role: [["executionRoleArn"]],
        needs: [runsAs("mwaa-private-routing"), whatRoleAllows([["executionRoleArn"]], calledByMwaa)],
        source: `${page}/mwaa/latest/userguide/vpc-vpe-create-access.html`,
    },
    "aws:redshift/cluster:Cluster": {
        prefix: "redshift",
        subnets: [{ through: ["clusterSubnetGroupName"], types: types.redshiftSubnetGroup, at: ["subnetIds"] }],
        groups: [["vpcSecurityGroupIds"]],
        publicAddress: ["publiclyAccessible"],
        needs: [onlyIf(["enhancedVpcRouting"], [true], runsAs("redshift-enhanced-routing"))],
        source: `${page}/redshift/latest/mgmt/enhanced-vpc-routing.html`,
    },
    "aws:redshiftserverless/workgroup:Workgroup": {
        prefix: "redshift-serverless",
        subnets: [["subnetIds"]],
        groups: [["securityGroupIds"]],
        publicAddress: ["publiclyAccessible"],
        needs: [onlyIf(["enhancedVpcRouting"], [true], runsAs("redshift-enhanced-routing"))],
        source: `${page}/redshift/latest/mgmt/enhanced-vpc-routing.html`,
    },
    "aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime": {
        prefix: "agentcore",
        subnets: [["networkConfiguration", "networkModeConfig", "subnets"]],
        groups: [["networkConfiguration", "networkModeConfig", "securityGroups"]],
        role: [["roleArn"]],
        needs: [runsAs("bedrock-agentcore-runtime"), whatRoleAllows([["roleArn"]])],
        source: `${page}/bedrock-agentcore/latest/devguide/agentcore-vpc.html`,
    },
    "aws:sagemaker/domain:Domain": {
        prefix: "sagemaker",
        subnets: [["subnetIds"]],
        groups: [["defaultUserSettings", "securityGroups"]],
        otherGroups: "the security groups that Amazon SageMaker creates for the domain",
        role: [["defaultUserSettings", "executionRole"]],
        needs: [
            onlyIf(
                ["appNetworkAccessType"],
                ["VpcOnly"],
                runsAs("sagemaker-studio-vpc-only"),
                whatRoleAllows([["defaultUserSettings", "executionRole"]]),
            ),
        ],
        source: `${page}/sagemaker/latest/dg/studio-notebooks-and-internet-access.html`,
    },
    "aws:sagemaker/model:Model": {
        prefix: "sagemaker-model",
        subnets: [["vpcConfig", "subnets"]],
        groups: [["vpcConfig", "securityGroupIds"]],
        role: [["executionRoleArn"]],
        needs: [
            onlyIf(["enableNetworkIsolation"], [undefined, false], whatRoleAllows([["executionRoleArn"]])),
            runsAs("sagemaker-hosting"),
        ],
        source: `${page}/sagemaker/latest/dg/host-vpc.html`,
    },
    "aws:sagemaker/notebookInstance:NotebookInstance": {
        prefix: "sagemaker-notebook",
        subnets: [["subnetId"]],
        groups: [["securityGroups"]],
        role: [["roleArn"]],
        // With direct internet access, its requests do not go through the VPC.
        needs: [
            onlyIf(
                ["directInternetAccess"],
                ["Disabled"],
                runsAs("sagemaker-notebook-client"),
                whatRoleAllows([["roleArn"]]),
            ),
        ],
        source: `${page}/sagemaker/latest/dg/appendix-notebook-and-internet-access.html`,
    },
};
