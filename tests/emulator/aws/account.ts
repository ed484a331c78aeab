import * as assert from "node:assert/strict";

import { type Attributes, type AwsContext, AwsError, EmulatedAws, type Made } from "../../../emulator/aws/emulatedAws";
import { types } from "../../../emulator/aws/world";

/** An emulated account with a VPC, for testing single requests. */
export class Account {
    readonly aws: EmulatedAws;
    readonly vpc: Made;

    constructor(context: AwsContext = {}, vpc: Attributes = {}) {
        this.aws = new EmulatedAws({ region: "us-east-1", ...context });
        const attributes = { cidrBlock: "10.0.0.0/16", enableDnsSupport: true, enableDnsHostnames: true, ...vpc };
        this.vpc = this.aws.create(types.vpc, "vpc", attributes);
    }

    subnet(name: string, cidrBlock: string, zone = "us-east-1a"): Made {
        return this.aws.create(types.subnet, name, { vpcId: this.vpc.id, cidrBlock, availabilityZone: zone });
    }

    routeTable(name: string): Made {
        return this.aws.create(types.routeTable, name, { vpcId: this.vpc.id });
    }

    group(name: string, vpcId = this.vpc.id): Made {
        return this.aws.create(types.group, name, { vpcId });
    }

    gateway(name: string, service: string, inputs: Attributes = {}): Made {
        return this.endpoint(name, service, { vpcEndpointType: "Gateway", ...inputs });
    }

    interface(name: string, service: string, inputs: Attributes = {}): Made {
        return this.endpoint(name, service, { vpcEndpointType: "Interface", privateDnsEnabled: false, ...inputs });
    }

    private endpoint(name: string, service: string, inputs: Attributes): Made {
        const common = { vpcId: this.vpc.id, serviceName: `com.amazonaws.us-east-1.${service}` };
        return this.aws.create(types.endpoint, name, { ...common, ...inputs });
    }
}

/** Asserts that AWS rejects a request with this code, and that the error names the resource, the reason and the fix. */
export function refused(code: string, resource: string, message: RegExp, fix: RegExp, request: () => unknown): void {
    assert.throws(request, (error) => {
        assert.ok(error instanceof AwsError, String(error));
        assert.equal(error.code, code);
        assert.equal(error.resource, resource);
        assert.match(error.message, message);
        assert.match(error.fix, fix);
        return true;
    });
}
