import * as path from "node:path";

import { type Command, InvalidArgumentError } from "commander";

import { EndpointKind } from "../components/plan/facts/endpointKind";
import { regions } from "../components/plan/facts/regions";
import { globalKey, organization } from "../components/plan/policies/iam/lint/globalKeys";
import type { ProofContext } from "../components/plan/policies/trust";
import { isService } from "../components/plan/services/serviceNames";
import { proofDefinition } from "../components/report/proofLines";
import { once, several, UsageError } from "./command";
import { meant, withService } from "./serviceOption";

/** The options of `private-vpc prove`. */
export interface Options {
    service?: string;
    gateway?: boolean;
    region: string;
    account?: string;
    trustAccount?: string[];
    organization?: string;
    unit?: string[];
    against?: string;
    needed?: string;
    resource?: string;
    vpc?: string[];
    endpoint?: string[];
    json?: boolean;
}

const details = `
The file is the policy of the endpoint of the service it is named after, e.g. s3.json. Trusted are the account of the
endpoint, whose placeholder is <accountId>, and what the options add.

${proofDefinition.join("\n")}

With --resource, the result also says whether the resource can be accessed only through the endpoints of trusted accounts
and the networks that --vpc and --endpoint name, and whether both policies together allow only trusted principals and AWS
services. The endpoints of the resource's service in these VPCs must all have the policy <file>.

Exit codes: 0 proven, 1 not proven, or a file is wrong, 2 the command line is wrong.`;

/** Defines the arguments and options. */
export function define(command: Command): Command {
    return withService(command.argument("<file>", "a policy as JSON, or - for standard input"))
        .option("--gateway", "prove it as the policy of a gateway endpoint (default: an interface endpoint)")
        .option("--region <name>", "the Region of the endpoint", once(regionNamed), "us-east-1")
        .option("--account <id>", "the account of the endpoint", once(accountNamed))
        .option("--trust-account <id>", "another trusted account; can be given several times", accounts)
        .option("--organization <id>", "a trusted organization, e.g. o-exampleorgid", once(organizationNamed))
        .option(
            "--unit <path>",
            "a trusted organizational unit, e.g. o-exampleorgid/r-ab12/ou-ab12-11111111/*",
            several,
        )
        .option(
            "--against <file>",
            "show which requests the policy allows that another one does not, and the reverse",
            once(),
        )
        .option(
            "--needed <file>",
            "show what an IAM policy of a trusted principal allows and this policy does not",
            once(),
        )
        .option(
            "--resource <file>",
            "check it together with the policy of a bucket, a key or another resource, or with a resource control policy",
            once(),
        )
        .option("--vpc <id>", "a VPC from which the resource may be accessed; can be given several times", vpcs)
        .option("--endpoint <id>", "an endpoint through which the resource may be accessed", endpoints)
        .option("--json", "print the result as JSON")
        .addHelpText("after", details);
}

const valid = (holds: (value: string) => boolean, what: string) => (value: string) => {
    if (holds(value)) return value;
    throw new InvalidArgumentError(what);
};
function regionNamed(name: string): string {
    if (Object.hasOwn(regions, name)) return name;
    throw new Error(`There is no Region ${name}: ${meant(name, Object.keys(regions))}`);
}

const accountNamed = valid((id) => /^\d{12}$/.test(id), "An account has twelve digits.");
const organizationNamed = valid((id) => organization.form.test(id), "An organization looks like o-exampleorgid.");

const ofKey = (key: string, what: string) => {
    const { form, example } = globalKey(key)!.identifier!;
    return valid((id) => form.test(id), `${what} looks like ${example}.`);
};
const vpcNamed = ofKey("aws:SourceVpc", "A VPC ID");
const endpointNamed = ofKey("aws:SourceVpce", "An endpoint ID");

function vpcs(id: string, before?: string[]): string[] {
    return several(vpcNamed(id), before);
}

function endpoints(id: string, before?: string[]): string[] {
    return several(endpointNamed(id), before);
}

function accounts(id: string, before?: string[]): string[] {
    return several(accountNamed(id), before);
}

/** The endpoint that a policy is for, and what is trusted. */
export function contextOf(file: string, options: Options): ProofContext {
    const service = options.service ?? path.basename(file, ".json");
    if (!isService(service)) throw new UsageError(`${file} is not named after a service: name one with --service`);
    if (options.resource === undefined && (options.vpc ?? options.endpoint) !== undefined) {
        throw new UsageError("--vpc and --endpoint need --resource");
    }
    const { region, account, trustAccount, organization: organizationId, unit } = options;
    const given = [trustAccount, organizationId, unit].filter((one) => one !== undefined);
    if (given.length > 1) throw new UsageError("--trust-account, --organization and --unit cannot be used together");
    return {
        service,
        kind: options.gateway ? EndpointKind.Gateway : EndpointKind.Interface,
        region,
        partition: regions[region]!.partition,
        accountId: account,
        perimeter: { accountIds: trustAccount, organizationId, organizationPaths: unit },
    };
}
