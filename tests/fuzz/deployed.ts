import * as fc from "fast-check";

import type { Execute } from "../../cli/command";
import { EmulatedAws } from "../../emulator/aws/emulatedAws";
import { awsCli } from "../../emulator/awsCli/awsCli";
import { fileOf } from "../../inventory/calls";
import { listingCall } from "../../inventory/readInventory";
import { networkKinds } from "../../network/sources/fromInventory";
import { PreparedVpc } from "../cli/adopt/preparedVpc";
import { RecordedStack } from "../cli/recover/recordedStack";
import { StackAccount } from "../cli/recover/stackAccount";
import { preview, stack } from "../network/previewedStack";
import { hostile, mutated, renamed } from "./values";

const account = new StackAccount();
const recorded = new RecordedStack([account.vpc, account.table, account.sqs()]).exported;

/** Values that are mutated, or in which a name is any string. */
function hostileVersions(value: unknown, name: string): fc.Arbitrary<unknown> {
    return fc.oneof(mutated(fc.constant(value)), hostile.map((to) => renamed(value, name, to)));
}

/** What `pulumi stack export` prints. */
export const stackExports = hostileVersions(recorded, "app");

/** What `pulumi preview --json` prints. */
export const previews = hostileVersions(preview(stack()), "worker");

const theirs = new PreparedVpc(new EmulatedAws({ region: "us-east-1" }), "theirs");
const subnets = [theirs.subnet("a", 1), theirs.subnet("b", 2)];
theirs.gateway("s3", [theirs.table("private", ...subnets)], { tags: { Name: "theirs-s3", team: "our-team" } });
theirs.interface("sqs", subnets, [theirs.group("endpoints")], { tags: { team: "our-team" } });

/** The VPC of the account, which `private-vpc adopt` names. */
export const vpcId = theirs.id;

const answered = Object.fromEntries(
    networkKinds.map(listingCall).flatMap((call) => {
        const { code, stdout } = awsCli(theirs.aws, [...call]);
        return code === 0 ? [[fileOf(call).replace(/\.json$/, ""), JSON.parse(stdout) as unknown]] : [];
    }),
);

/** AWS's answers about an account, in one value. */
export const accounts = hostileVersions(answered, "our-team") as fc.Arbitrary<{ [answer: string]: unknown }>;

/** Runs the commands of `private-vpc adopt` for an account, and a stack that has nothing. */
export function adopting(answers: { [answer: string]: unknown }): Execute {
    return async ([program, ...args]) => {
        if (program === "pulumi") {
            return { code: 0, stdout: JSON.stringify({ version: 3, deployment: { resources: [] } }), stderr: "" };
        }
        const answer = Object(answers)[args.slice(0, 2).join("-")] as unknown;
        if (answer === undefined) return awsCli(theirs.aws, args);
        return { code: 0, stdout: JSON.stringify(answer), stderr: "" };
    };
}
