import private_vpc
import pulumi

vpc = private_vpc.PrivateVpc(
    "app",
    cidr_block="10.0.0.0/16",
    availability_zones=["us-east-1a", "us-east-1b"],
    workloads=["ecs-fargate"],
    services=["dynamodb", "sqs"],
)

pulumi.export("subnet_ids", vpc.subnet_ids)
pulumi.export("client_security_group_id", vpc.client_security_group_id)
