import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { packageSchema, type SchemaPart } from "../../../tools/schema/packageSchema";
import { serviceKeys, serviceKeysFile } from "../../../tools/schema/serviceKeyType";
import { root } from "../../run";

type Properties = { [name: string]: SchemaPart };
interface Resource {
    isComponent: boolean;
    description: string;
    inputProperties: Properties;
    requiredInputs: string[];
    properties: Properties;
    required: string[];
}

const schema = packageSchema();
const resources = schema.resources as { [token: string]: Resource };
const types = schema.types as {
    [token: string]: { properties?: Properties; enum?: SchemaPart[]; description: string };
};

/** Every property of the schema, by where it is. */
const properties = [
    ...Object.entries(resources).flatMap(([token, { inputProperties, properties: outputs }]) => [
        ...Object.entries(inputProperties).map(([key, value]) => [`${token} ${key}`, value] as const),
        ...Object.entries(outputs).map(([key, value]) => [`${token} output ${key}`, value] as const),
    ]),
    ...Object.entries(types).flatMap(([token, type]) =>
        Object.entries(type.properties ?? {}).map(([key, value]) => [`${token} ${key}`, value] as const)
    ),
];

describe("the names of services for editors", () => {
    it("are the catalogue's keys", () => {
        const checkedIn = fs.readFileSync(serviceKeysFile, "utf8");
        assert.equal(checkedIn, serviceKeys(), "run npm run schema");
    });
});

describe("the schema for Pulumi's other languages", () => {
    it("is up to date in the repository", () => {
        const checkedIn = fs.readFileSync(path.join(root, "schema.json"), "utf8");
        assert.equal(checkedIn, `${JSON.stringify(schema, undefined, 4)}\n`, "run npm run schema");
    });

    it("has the components with their inputs and outputs, and a class for VpcEndpoints.inVpc", () => {
        const component = (token: string) => {
            const { isComponent, inputProperties, requiredInputs, properties: outputs, required } = resources[token]!;
            return {
                isComponent,
                inputs: Object.keys(inputProperties),
                requiredInputs,
                outputs: Object.keys(outputs),
                sometimes: Object.keys(outputs).filter((key) => !required.includes(key)),
            };
        };
        const shared = [
            ...[
                "workloads",
                "services",
                "endpoints",
                "endpointServices",
                "endpointZones",
                "perimeter",
                "dnsFirewall",
                "options",
                "quotas",
            ],
            "tags",
            "owner",
        ];
        const outputs = [
            ...["gatewayEndpointIds", "interfaceEndpointIds", "prefixListIds", "dnsNames", "endpointSecurityGroupId"],
            ...["clientSecurityGroupId", "planJson", "planSummary"],
        ];
        assert.deepEqual(Object.keys(resources), [
            "private-vpc:index:EndpointService",
            "private-vpc:index:PrivateVpc",
            "private-vpc:index:VpcEndpoints",
            "private-vpc:index:VpcEndpointsInVpc",
        ]);
        assert.deepEqual(component("private-vpc:index:PrivateVpc"), {
            isComponent: true,
            inputs: [
                ...["cidrBlock", "ipam", "availabilityZones", ...shared, "subnetCidrBlocks", "secondaryCidrBlocks"],
                "flowLogs",
            ],
            // cidrBlock too, unless ipam is set: a schema cannot say that, the contract does.
            requiredInputs: ["availabilityZones"],
            outputs: [
                "vpcId",
                "cidrBlock",
                "subnetIds",
                "subnetIdsByZone",
                "secondarySubnetIds",
                "routeTableIds",
                "routeTableIdsByZone",
                ...outputs,
                "planMarkdown",
            ],
            sometimes: [],
        });
        assert.deepEqual(component("private-vpc:index:VpcEndpoints"), {
            isComponent: true,
            inputs: [
                "vpcId",
                "vpcCidrBlock",
                "secondaryCidrBlocks",
                "subnetIds",
                "routeTableIds",
                ...shared,
                "existing",
            ],
            requiredInputs: ["vpcId", "vpcCidrBlock", "subnetIds", "routeTableIds"],
            outputs,
            sometimes: [],
        });
        const inVpc = component("private-vpc:index:VpcEndpointsInVpc");
        assert.deepEqual(inVpc.requiredInputs, ["vpcId"]);
        assert.deepEqual(inVpc.inputs, [
            "vpcId",
            "availabilityZones",
            "subnetIds",
            "routeTableIds",
            ...shared,
            "existing",
        ]);
        assert.deepEqual(inVpc.outputs, outputs);
        assert.deepEqual(component("private-vpc:index:EndpointService").sometimes, ["privateDnsVerification"]);
    });

    it("describes every component, type, enum value and property, with its default", () => {
        assert.ok(properties.length > 90, String(properties.length));
        assert.deepEqual(properties.filter(([, { description }]) => !description).map(([at]) => at), []);
        for (const [token, { description, enum: words = [] }] of Object.entries(types)) {
            assert.ok(description, token);
            for (const word of words) assert.ok(word.description, `${token}: ${String(word.value)}`);
        }
        for (const { description } of Object.values(resources)) assert.ok(description);
        const described = (at: string) => properties.find(([one]) => one === at)![1].description;
        assert.match(described("private-vpc:index:FlowLogs retentionInDays") as string, /\n\nDefault: 30\.$/);
        assert.match(described("private-vpc:index:Connection privateDns") as string, /\n\nDefault: false\.$/);
        assert.match(
            described("private-vpc:index:Endpoint privateDns") as string,
            /\n\nDefault: true where AWS offers it\.$/,
        );
        assert.equal(described("private-vpc:index:PrivateVpc output vpcId"), "The VPC's ID.");
    });

    it("has no untyped property, refers only to its own types, and uses integer for integers", () => {
        const text = JSON.stringify(schema);
        assert.ok(!text.includes("pulumi.json#/"));
        const references = [...text.matchAll(/"\$ref":"#\/types\/([^"]+)"/g)].map((match) => match[1]!);
        assert.deepEqual([...new Set(references)].sort(), Object.keys(types));
        const integers = properties.filter(([, value]) => JSON.stringify(value).includes(`"type":"integer"`));
        assert.deepEqual([...new Set(integers.map(([at]) => at.split(" ").at(-1)))].sort(), [
            "netmaskLength",
            "ports",
            "priority",
            "quotas",
            "retentionInDays",
        ]);
        assert.deepEqual(types["private-vpc:index:EndpointKind"]!.enum!.map(({ value }) => value), [
            "Gateway",
            "Interface",
        ]);
    });

    it("marks as plain exactly the inputs that must be known before the deployment", () => {
        const input = (resource: string, key: string) => {
            const { description: _, ...type } = resources[`private-vpc:index:${resource}`]!.inputProperties[key]!;
            return type;
        };
        assert.deepEqual(input("PrivateVpc", "cidrBlock"), { type: "string", plain: true });
        assert.deepEqual(input("PrivateVpc", "availabilityZones"), {
            type: "array",
            items: { type: "string", plain: true },
            plain: true,
        });
        assert.deepEqual(input("VpcEndpoints", "vpcId"), { type: "string" });
        assert.deepEqual(input("VpcEndpoints", "subnetIds"), {
            type: "object",
            additionalProperties: { type: "string" },
            plain: true,
        });
        assert.deepEqual(input("VpcEndpoints", "routeTableIds"), { type: "array", items: { type: "string" } });
        assert.deepEqual(input("PrivateVpc", "endpoints"), {
            type: "object",
            additionalProperties: { $ref: "#/types/private-vpc:index:Endpoint", plain: true },
            plain: true,
        });
        const outputs = properties.filter(([at]) => at.includes(" output "));
        assert.deepEqual(outputs.filter(([, value]) => JSON.stringify(value).includes("plain")), []);
    });
});
