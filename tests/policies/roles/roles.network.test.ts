import * as assert from "node:assert/strict";

import { ownerTag } from "../../../components/plan/facts/ownerTag";
import { allows, statementsOf, type Target } from "./rolePolicies";

// What each action is authorized on, and by which keys: `made` has the tags of the request, `used` its own.
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_ec2.html
interface Authorized {
    made?: string;
    used: string[];
}

const network: { [action: string]: Authorized } = {
    AssociateRouteTable: { used: ["route-table", "subnet"] },
    AssociateVpcCidrBlock: { used: ["vpc"] },
    AuthorizeSecurityGroupEgress: { used: ["security-group"] },
    AuthorizeSecurityGroupIngress: { used: ["security-group"] },
    CreateRouteTable: { made: "route-table", used: ["vpc"] },
    CreateSecurityGroup: { made: "security-group", used: ["vpc"] },
    CreateSubnet: { made: "subnet", used: ["vpc"] },
    CreateVpcEndpoint: { made: "vpc-endpoint", used: ["route-table", "security-group", "subnet", "vpc"] },
    DeleteRouteTable: { used: ["route-table"] },
    DeleteSecurityGroup: { used: ["security-group"] },
    DeleteSubnet: { used: ["subnet"] },
    DeleteVpc: { used: ["vpc"] },
    DeleteVpcEndpoints: { used: ["vpc-endpoint"] },
    DisassociateRouteTable: { used: ["route-table", "subnet"] },
    DisassociateVpcCidrBlock: { used: ["vpc"] },
    ModifySecurityGroupRules: { used: ["security-group"] },
    ModifySubnetAttribute: { used: ["subnet"] },
    ModifyVpcAttribute: { used: ["vpc"] },
    ModifyVpcEndpoint: { used: ["route-table", "security-group", "subnet", "vpc-endpoint"] },
    ReplaceRouteTableAssociation: { used: ["route-table", "subnet"] },
    RevokeSecurityGroupEgress: { used: ["security-group"] },
    RevokeSecurityGroupIngress: { used: ["security-group"] },
};
const newVpc: { [action: string]: Authorized } = { CreateVpc: { made: "vpc", used: [] } };
const flowLogs: { [action: string]: Authorized } = {
    CreateFlowLogs: { made: "vpc-flow-log", used: ["vpc"] },
    DeleteFlowLogs: { used: ["vpc-flow-log"] },
};
const service = "vpc-endpoint-service";
const services: { [action: string]: Authorized } = {
    AcceptVpcEndpointConnections: { used: [service] },
    CreateVpcEndpointConnectionNotification: { used: [service] },
    CreateVpcEndpointServiceConfiguration: { made: service, used: [] },
    DeleteVpcEndpointConnectionNotifications: { used: [service] },
    DeleteVpcEndpointServiceConfigurations: { used: [service] },
    ModifyVpcEndpointConnectionNotification: { used: [service] },
    ModifyVpcEndpointServiceConfiguration: { used: [service] },
    ModifyVpcEndpointServicePermissions: { used: [service] },
    RejectVpcEndpointConnections: { used: [service] },
    StartVpcEndpointServicePrivateDnsVerification: { used: [service] },
};

const roles = [
    { file: "up.json", actions: network },
    { file: "up.new-vpc.json", actions: newVpc },
    { file: "up.flow-logs.json", actions: flowLogs },
    { file: "endpoint-service.json", actions: services },
];

const own = "private-vpc/prod";
const others = ["private-vpc/dev", "private-vpc/prod-2", "private-vpc/pro", "shop/prod", "Private-vpc/prod", ""];

const here = "arn:aws:ec2:eu-central-1:123456789012";
const elsewhere = ["arn:aws:ec2:us-east-1:123456789012", "arn:aws:ec2:eu-central-1:111122223333"];
// The caller can always give a new resource the right owner, and an existing one the stack's Name: neither must allow a change.
const used = (type: string, owner?: string, where = here): Target => ({
    arn: `${where}:${type}/1`,
    context: {
        [`aws:RequestTag/${ownerTag}`]: own,
        "aws:ResourceTag/Name": "prod-app",
        ...(owner !== undefined && { [`aws:ResourceTag/${ownerTag}`]: owner }),
    },
});
const made = (type: string, owner?: string, where = here): Target => ({
    arn: `${where}:${type}/*`,
    context: {
        "aws:RequestTag/Name": "prod-app",
        ...(owner !== undefined && { [`aws:RequestTag/${ownerTag}`]: owner }),
        ...(type === "vpc-endpoint" && { "ec2:VpceServiceOwner": "amazon" }),
    },
});

describe("the deploy role in EC2", () => {
    for (const { file, actions } of roles) {
        const statements = statementsOf(file);

        it(`has in ${file} the actions it needs on resources of the stack's owner`, () => {
            for (const [action, { made: type, used: types }] of Object.entries(actions)) {
                const targets = [...(type ? [made(type, own)] : []), ...types.map((one) => used(one, own))];
                assert.ok(allows(statements, `ec2:${action}`, ...targets), action);
            }
        });

        it(`has in ${file} no action on resources with another owner or none, or elsewhere`, () => {
            for (const [action, { made: type, used: types }] of Object.entries(actions)) {
                const targets = [undefined, ...others].flatMap((owner) => [
                    ...(type ? [made(type, owner)] : []),
                    ...types.map((one) => used(one, owner)),
                ]);
                const away = elsewhere.flatMap((where) => [
                    ...(type ? [made(type, own, where)] : []),
                    ...types.map((one) => used(one, own, where)),
                ]);
                for (const target of [...targets, ...away]) {
                    assert.ok(!allows(statements, `ec2:${action}`, target), `${action} on ${JSON.stringify(target)}`);
                }
            }
        });

        it(`has in ${file} no other action that changes anything in EC2`, () => {
            const listed = statements.filter(({ Effect }) => Effect === "Allow").flatMap(({ Action = [] }) => Action);
            const changing = listed.filter((action) => /^ec2:(?!Describe|(Create|Delete)Tags$)/.test(action));
            const expected = Object.keys(actions).map((action) => `ec2:${action}`).sort();
            assert.deepEqual([...new Set(changing)].sort(), expected);
        });
    }

    const up = statementsOf("up.json");
    const both = statementsOf(
        "up.json",
        "up.new-vpc.json",
        "up.vpc.json",
        "up.flow-logs.json",
        "endpoint-service.json",
    );

    it("can change rules only in the stack's security groups, whoever owns the prefix list", () => {
        const rule = { arn: `${here}:security-group-rule/sgr-1` };
        const list = { arn: "arn:aws:ec2:eu-central-1:aws:prefix-list/pl-6ea54007" };
        const change = (...targets: Target[]) => allows(up, "ec2:ModifySecurityGroupRules", rule, list, ...targets);
        assert.ok(change(used("security-group", own)));
        assert.ok(!change(used("security-group", "private-vpc/dev")));
        assert.ok(allows(up, "ec2:AuthorizeSecurityGroupEgress", rule, used("security-group", own)));
    });

    it("cannot create an endpoint to a service that is not AWS's own, which could let data out of the VPC", () => {
        for (const owner of ["111122223333", "aws-marketplace"]) {
            const { arn, context } = made("vpc-endpoint", own);
            const target = { arn, context: { ...context, "ec2:VpceServiceOwner": owner } };
            assert.ok(!allows(both, "ec2:CreateVpcEndpoint", target), owner);
        }
    });

    it("can read in its Region, but no user data, launch template or VPN key", () => {
        const read = (action: string, region = "eu-central-1") =>
            allows(both, action, { arn: "*", context: { "ec2:Region": region } });
        for (const action of ["ec2:DescribeVpcs", "ec2:DescribeFlowLogs", "ec2:DescribeVpcEndpointConnections"]) {
            assert.ok(read(action));
            assert.ok(!read(action, "us-east-1"));
        }
        assert.ok(allows(both, "ec2:DescribeVpcAttribute", used("vpc")));
        for (const where of elsewhere) {
            assert.ok(!allows(both, "ec2:DescribeVpcAttribute", used("vpc", undefined, where)));
        }
        for (const secret of ["InstanceAttribute", "LaunchTemplateVersions", "SpotFleetRequests", "VpnConnections"]) {
            assert.ok(!read(`ec2:Describe${secret}`), secret);
        }
    });

    it("can offer its endpoint service in other Regions, but create no endpoint there", () => {
        assert.ok(allows(both, "vpce:AllowMultiRegion", used("vpc-endpoint-service")));
        assert.ok(!allows(both, "vpce:AllowMultiRegion", used("vpc-endpoint")));
    });

    it("has no action that opens the network: no route, gateway, peering or address", () => {
        const opening = [
            ...["AcceptVpcPeeringConnection", "AssociateAddress", "AttachInternetGateway", "AttachVpnGateway"],
            ...["CreateNatGateway", "CreateRoute", "CreateTransitGatewayVpcAttachment", "CreateVpcPeeringConnection"],
            ...["ReplaceRoute", "RunInstances"],
        ];
        for (const action of opening) assert.ok(!allows(both, `ec2:${action}`, used("vpc", own)), action);
    });
});
