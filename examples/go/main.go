package main

import (
	"example.com/pulumi-private-vpc/sdk/go/privatevpc"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		vpc, err := privatevpc.NewPrivateVpc(ctx, "app", &privatevpc.PrivateVpcArgs{
			CidrBlock:         pulumi.StringRef("10.0.0.0/16"),
			AvailabilityZones: []string{"us-east-1a", "us-east-1b"},
			Workloads:         []string{"ecs-fargate"},
			Services:          []string{"dynamodb", "sqs"},
		})
		if err != nil {
			return err
		}
		ctx.Export("subnetIds", vpc.SubnetIds)
		ctx.Export("clientSecurityGroupId", vpc.ClientSecurityGroupId)
		return nil
	})
}
