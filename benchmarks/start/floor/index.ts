import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";

// The minimum that a program of this kind loads. It creates no resources.
export const loaded = [ec2.Vpc.name, pulumi.Resource.name];
