import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";

// The least a program of this kind loads: it makes nothing.
export const loaded = [ec2.Vpc.name, pulumi.Resource.name];
