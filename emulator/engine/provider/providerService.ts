import { isDeepStrictEqual } from "node:util";

import type * as messages from "@pulumi/pulumi/proto/provider_pb";

import { type Attributes, EmulatedAws, type Made } from "../../aws/emulatedAws";
import { types } from "../../aws/world";
import { Empty, type Handler, Struct } from "../grpc";
import { defaultsChange, defaultTagsOf, type Tags, withOwnTags, withTagsAll } from "./defaultTags";
import { changesOf, comparedWith } from "./diff";
import { named, parsedUrn } from "./physicalNames";
import { takenProperties, unknownProperties } from "./properties";
import { withRetries } from "./retries";

const provider = require("@pulumi/pulumi/proto/provider_pb") as typeof messages;
const { PluginInfo } = require("@pulumi/pulumi/proto/plugin_pb") as typeof import("@pulumi/pulumi/proto/plugin_pb");
const { version } = require("@pulumi/aws/package.json") as { version: string };

/** Pulumi's representation of a value that is unknown before the update. */
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A request that creates, updates or deletes a resource. */
export interface Operation {
    kind: "create" | "update" | "delete";
    region: string | undefined;
    urn: string;
    /** The resource's ID, if it exists already. */
    id?: string;
}

/** The account that a provider works on. */
export interface Account {
    /** The account's current state in a Region. */
    in(region: string | undefined): EmulatedAws;
    /** Performs an operation and saves its result. */
    carryOut<T>(operation: Operation, effect: () => T): Promise<T>;
}

/** The handlers of the `aws` provider, as far as this project needs them. */
export function providerHandlers(account: Account): { [call: string]: Handler } {
    let region: string | undefined;
    let defaults: Tags = {};
    const aws = () => account.in(region);
    return {
        handshake: () => new provider.ProviderHandshakeResponse(),
        attach: () => new Empty(),
        cancel: () => new Empty(),
        getPluginInfo: () => new PluginInfo().setVersion(version),
        checkConfig: (asked: messages.CheckRequest) => new provider.CheckResponse().setInputs(asked.getNews()),
        diffConfig: (asked: messages.DiffRequest) => {
            const isSame = isDeepStrictEqual(plain(asked.getOldInputs() ?? asked.getOlds()), plain(asked.getNews()));
            const { DIFF_SOME, DIFF_NONE } = provider.DiffResponse.DiffChanges;
            return new provider.DiffResponse().setChanges(isSame ? DIFF_NONE : DIFF_SOME);
        },
        configure: (asked: messages.ConfigureRequest) => {
            defaults = defaultTagsOf(plain(asked.getArgs()));
            region = plain(asked.getArgs()).region ?? asked.getVariablesMap().get("aws:config:region");
            return new provider.ConfigureResponse().setSupportspreview(true);
        },
        check,
        diff: (asked: messages.DiffRequest) => diff(asked, defaults),
        create: async (asked: messages.CreateRequest) => {
            const urn = asked.getUrn();
            const { type, name } = parsedUrn(urn);
            const inputs = withTagsAll(type, plain(asked.getProperties()), defaults);
            if (asked.getPreview()) {
                const computed = aws().computed(type, onlyKnown(inputs)).map((key) => [key, unknown]);
                // What the program sets, and a name that the provider chose, is known in a preview.
                const properties = { ...Object.fromEntries(computed), ...inputs };
                return new provider.CreateResponse().setProperties(Struct.fromJavaScript(properties));
            }
            const effect = () => aws().create(type, name, inputs);
            const { id, attributes } = await withRetries(() =>
                account.carryOut({ kind: "create", region, urn }, effect)
            );
            return new provider.CreateResponse().setId(id).setProperties(Struct.fromJavaScript(attributes));
        },
        read: (asked: messages.ReadRequest) => {
            const made = aws().read(asked.getId()) ?? importedBy(asked.getId(), aws());
            if (!made) return new provider.ReadResponse();
            const before = plain(asked.getInputs());
            const isImport = Object.keys(before).length === 0;
            const found = { ...(isImport && importDefaults[made.type]), ...made.attributes };
            const attributes = withOwnTags(found, before, defaults);
            // AWS computes it from the tags and the provider's, although the SDK declares it as an input.
            const taken = takenProperties(made.type).filter((property) => property !== "tagsAll");
            const inputs = Object.entries(attributes).filter(([key]) => taken.includes(key));
            return new provider.ReadResponse().setId(made.id).setProperties(Struct.fromJavaScript(attributes))
                .setInputs(Struct.fromJavaScript(Object.fromEntries(inputs)));
        },
        update: async (asked: messages.UpdateRequest) => {
            const [id, urn] = [asked.getId(), asked.getUrn()];
            const inputs = withTagsAll(parsedUrn(urn).type, plain(asked.getNews()), defaults);
            if (asked.getPreview()) {
                const before = plain(asked.getOlds());
                const computed = aws().computed(parsedUrn(urn).type, onlyKnown(inputs))
                    .map((key) => [key, before[key] ?? unknown]);
                const properties = { ...inputs, ...Object.fromEntries(computed) };
                return new provider.UpdateResponse().setProperties(Struct.fromJavaScript(properties));
            }
            const effect = () => aws().update(id, inputs);
            const { attributes } = await withRetries(() =>
                account.carryOut({ kind: "update", region, urn, id }, effect)
            );
            return new provider.UpdateResponse().setProperties(Struct.fromJavaScript(attributes));
        },
        delete: async (asked: messages.DeleteRequest) => {
            const [id, urn] = [asked.getId(), asked.getUrn()];
            await withRetries(() => account.carryOut({ kind: "delete", region, urn, id }, () => aws().delete(id)));
            return new Empty();
        },
        invoke: (asked: messages.InvokeRequest) => {
            const answer = aws().invoke(asked.getTok(), plain(asked.getArgs()));
            return new provider.InvokeResponse().setReturn(Struct.fromJavaScript(answer));
        },
    };
}

/**
 * What AWS reports of resources for which no value was ever sent, by type: the provider sets these when it reads one.
 *
 * Source: `resourceVPCRead` and `resourceSubnetRead` in
 * https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ec2/
 */
const importDefaults: { [type: string]: Attributes } = {
    [types.vpc]: { enableDnsSupport: true, enableDnsHostnames: false },
    [types.subnet]: { mapPublicIpOnLaunch: false },
    [types.defaultGroup]: { ingress: [], egress: [] },
};

/**
 * The resource with an import ID that is not its ID: `subnet-…/rtb-…` for the association of a route table.
 * Source: https://www.pulumi.com/registry/packages/aws/api-docs/ec2/routetableassociation/#import
 */
function importedBy(importId: string, aws: EmulatedAws): Made | undefined {
    const [subnetId, routeTableId] = importId.split("/");
    return aws.state.made.find(({ type, attributes }) =>
        type === types.association && attributes.subnetId === subnetId && attributes.routeTableId === routeTableId
    );
}

function check(asked: messages.CheckRequest): messages.CheckResponse {
    const urn = asked.getUrn();
    const inputs = named(urn, plain(asked.getNews()), plain(asked.getOlds()), asked.getRandomseed_asU8());
    const failures = unknownProperties(parsedUrn(urn).type, inputs).map((property) =>
        new provider.CheckFailure().setProperty(property).setReason(`@pulumi/aws ${version} does not know it`)
    );
    return new provider.CheckResponse().setInputs(Struct.fromJavaScript(inputs)).setFailuresList(failures);
}

function diff(asked: messages.DiffRequest, defaults: Tags): messages.DiffResponse {
    const { type } = parsedUrn(asked.getUrn());
    const ignored = asked.getIgnorechangesList();
    const after = plain(asked.getNews());
    const state = plain(asked.getOlds());
    const before = comparedWith(type, plain(asked.getOldInputs()), state, after);
    const changes = Object.entries(changesOf(type, before, after)).filter(([input]) => !ignored.includes(input));
    if (changes.length === 0 && defaultsChange(type, state, after, defaults)) {
        changes.push(["tagsAll", { kind: "UPDATE", replaces: false }]);
    }
    const { DIFF_SOME, DIFF_NONE } = provider.DiffResponse.DiffChanges;
    const response = new provider.DiffResponse().setChanges(changes.length > 0 ? DIFF_SOME : DIFF_NONE)
        .setDiffsList(changes.map(([input]) => input)).setHasdetaileddiff(true)
        .setReplacesList(changes.filter(([, { replaces }]) => replaces).map(([input]) => input));
    for (const [input, { kind, replaces }] of changes) {
        const detail = new provider.PropertyDiff().setInputdiff(true)
            .setKind(provider.PropertyDiff.Kind[replaces ? `${kind}_REPLACE` as const : kind]);
        response.getDetaileddiffMap().set(input, detail);
    }
    return response;
}

/** The inputs without values that are unknown before the update. */
function onlyKnown(inputs: Attributes): Attributes {
    return Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== unknown));
}

function plain(struct: { toJavaScript(): Attributes } | undefined): Attributes {
    return struct?.toJavaScript() ?? {};
}
