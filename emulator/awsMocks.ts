import * as pulumi from "@pulumi/pulumi";

import { readStateToken } from "../components/aws/stackState";
import { type Attributes, AwsError, LookUpError } from "./aws/emulatedAws";
import { settled } from "./firstFailure";
import { RegionalAws } from "./regionalAws";

const { waitForRPCs } = pulumi.runtime as unknown as { waitForRPCs(): Promise<void> };

/** The emulated account and Region of a unit test. */
export interface AwsMocksArgs {
    /** The Region of the default AWS provider, e.g. `us-east-1`. Explicit providers have their own. */
    region: string;
    /** @default "123456789012", AWS's documented example account */
    accountId?: string;
    /** Quotas that AWS raised for the account, e.g. `{ "quota.interface-per-vpc": 100 }`. @default AWS's default quotas */
    quotas?: { [quota: string]: number };
    /** Outputs of other stacks, by the name that a `StackReference` has. @default - a `StackReference` has no outputs */
    stackReferences?: { [stack: string]: { [output: string]: unknown } };
}

/** A resource that a program declared. */
export interface MockedResource {
    /** Its type token, e.g. `aws:ec2/vpcEndpoint:VpcEndpoint`. */
    type: string;
    /** Its name in the program, e.g. `app-s3-gateway`. */
    name: string;
    /** Its inputs, by the provider's names. */
    inputs: { [name: string]: unknown };
}

/**
 * An emulated AWS account as mocks for Pulumi's unit tests, which rejects what Amazon EC2 and AWS PrivateLink reject: a
 * second gateway endpoint for a service in a route table, two subnets of an endpoint in one Availability Zone, private DNS
 * that overlaps.
 *
 * ```typescript
 * const aws = new AwsMocks({ region: "us-east-1" });
 * before(() => pulumi.runtime.setMocks(aws));
 * afterEach(() => aws.assertAccepted());
 * ```
 *
 * Resources and lookups that are not modelled return their inputs, as in Pulumi's own examples. Create new mocks for each
 * program: an account keeps its resources.
 */
export class AwsMocks implements pulumi.runtime.Mocks {
    /** The resources that the program declared, in order. Registrations go on after a program's last line: await `assertAccepted` first. */
    public readonly resources: MockedResource[] = [];
    readonly #aws: RegionalAws;
    readonly #stackReferences: NonNullable<AwsMocksArgs["stackReferences"]>;
    readonly #rejections: AwsError[] = [];

    constructor({ stackReferences = {}, ...context }: AwsMocksArgs) {
        this.#aws = new RegionalAws(context);
        this.#stackReferences = stackReferences;
    }

    /** Creates a resource in the emulated account; the SDK calls it. */
    public newResource(args: pulumi.runtime.MockResourceArgs): pulumi.runtime.MockResourceResult {
        const { type, name, inputs } = args;
        this.resources.push({ type, name, inputs });
        if (args.custom === false) return { id: undefined, state: inputs };
        if (type === "pulumi:pulumi:StackReference") {
            const outputs = this.#stackReferences[inputs.name] ?? {};
            return { id: args.id, state: { ...inputs, outputs, secretOutputNames: [] } };
        }
        return this.#noting({ id: `${name}-rejected`, state: inputs }, () => {
            const { id, attributes } = this.#aws.create(args);
            return { id, state: attributes };
        });
    }

    /** Answers a lookup from the emulated account; the SDK calls it. */
    public call(args: pulumi.runtime.MockCallArgs): Attributes {
        // A unit test has no state of an earlier deployment.
        if (args.token === readStateToken) throw new LookUpError("no backend client is available");
        if (!this.#aws.answers(args.token)) return args.inputs;
        return this.#noting({}, () => this.#aws.invoke(args));
    }

    /**
     * Waits until every resource is registered, and reports what AWS would reject.
     *
     * @throws Error with every rejected request, its error code and how to fix it.
     */
    public async assertAccepted(): Promise<void> {
        await waitForRPCs();
        await settled();
        const [first, ...more] = this.#rejections.splice(0);
        if (!first) return;
        const lines = [first, ...more].map(({ message, fix }) => `${message}\n  → ${fix}`);
        throw Object.assign(first, { message: lines.join("\n") });
    }

    /** Notes a rejection for `assertAccepted`. A mock that throws would leave the outputs that a test awaits pending forever. */
    #noting<T>(rejected: T, action: () => T): T {
        try {
            return action();
        } catch (error) {
            if (!(error instanceof AwsError)) throw error;
            this.#rejections.push(error);
            return rejected;
        }
    }
}
