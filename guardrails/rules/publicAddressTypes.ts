import { resourceTypes } from "../../network/sources/resourceTypes";
import type { Path } from "../../network/sources/resourceValues";

/** Where a type of resource says that it gets public IPv4 addresses, and in which subnets it is. */
export interface PublicAddressType {
    subnets: Path;
    /** The property that decides. */
    flag: Path;
    /** The value of the property that means public addresses. */
    isPublicIf: boolean;
    /** The value if the property is not set. */
    standard: boolean;
    /** Whether AWS changes the property without a replacement, and nothing but the address is lost. */
    mayBeChanged: boolean;
    /** The page that documents the property. */
    source: string;
}

const loadBalancer: PublicAddressType = {
    subnets: ["subnets"],
    flag: ["internal"],
    isPublicIf: false,
    standard: false,
    mayBeChanged: false,
    source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html",
};

/** The types of resources that may get public addresses, by type token. Add a row for another one. */
export const publicAddressTypes: { [type: string]: PublicAddressType } = {
    "aws:ec2/instance:Instance": {
        subnets: ["subnetId"],
        flag: ["associatePublicIpAddress"],
        isPublicIf: true,
        standard: false,
        mayBeChanged: true,
        source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html",
    },
    "aws:ecs/service:Service": {
        subnets: ["networkConfiguration", "subnets"],
        flag: ["networkConfiguration", "assignPublicIp"],
        isPublicIf: true,
        standard: false,
        mayBeChanged: true,
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
    },
    "aws:lb/loadBalancer:LoadBalancer": loadBalancer,
    "aws:alb/loadBalancer:LoadBalancer": loadBalancer,
};

/** What an Elastic IP address may be associated with: the property that names it, and its types. */
export const addressOwners = [
    { property: "instance", types: ["aws:ec2/instance:Instance"] },
    { property: "instanceId", types: ["aws:ec2/instance:Instance"] },
    { property: "networkInterface", types: ["aws:ec2/networkInterface:NetworkInterface"] },
    { property: "networkInterfaceId", types: ["aws:ec2/networkInterface:NetworkInterface"] },
] as const;

/** The types of resources that associate an Elastic IP address. */
export const addressTypes = ["aws:ec2/eip:Eip", "aws:ec2/eipAssociation:EipAssociation"];

/** The types of subnets. */
export const subnetTypes: readonly string[] = resourceTypes.subnet;
