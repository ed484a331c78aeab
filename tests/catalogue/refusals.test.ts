import * as assert from "node:assert/strict";

import { refresh, type RefreshInput } from "../../catalogue/refresh";
import { codesOf } from "../codesOf";
import {
    answer,
    answerOfCatalogue,
    type Detail,
    detail,
    offer,
    output,
    refreshed,
    s3Gateway,
    shipped,
    small,
} from "./answers";

/** What is wrong with an answer that has this value. */
function wrong(value: unknown, input: Partial<RefreshInput> = {}) {
    const services = [{ path: "--services describe.json", savedOn: "2026-11-21", value }];
    const { refreshed: result, problems } = refresh({
        catalogue: small({ sqs: {} }),
        services,
        prices: [],
        fewerIsRight: false,
        ...input,
    });
    assert.equal(result, undefined);
    assert.deepEqual([...new Set(problems.map(({ path }) => path))], ["--services describe.json"]);
    return problems.map(({ message, hint }) => `${message}. ${hint}`);
}

const command = "aws ec2 describe-vpc-endpoint-services --region <region> --output json";
const sqs = (region = "us-east-1") => detail(`com.amazonaws.${region}.sqs`);
const right = (region = "us-east-1") => answer(region, [sqs(region)]).value as ReturnType<typeof output>;

describe("an answer is rejected", () => {
    it("if it is not an answer of DescribeVpcEndpointServices", () => {
        const foreign: [unknown, RegExp][] = [
            [[], /^it is not the output of describe-vpc-endpoint-services: /],
            [null, /^it is not the output of describe-vpc-endpoint-services: /],
            [{ Vpcs: [] }, /^it is not the output of describe-vpc-endpoint-services: ServiceNames: /],
            [
                { ServiceNames: ["com.amazonaws.us-east-1.sqs"] },
                /services: ServiceDetails: .*\. save the output of .*, without --query$/,
            ],
            [
                { ...right(), ServiceDetails: [{ ...sqs(), ServiceName: 5 }] },
                /services: ServiceDetails\.0\.ServiceName: /,
            ],
            [
                output([{ ...sqs(), VpcEndpointPolicySupported: "yes" }]),
                /services: ServiceDetails\.0\.VpcEndpointPolicySupported: /,
            ],
        ];
        for (const [value, message] of foreign) assert.match(wrong(value).join(), message);
    });

    it("if it is a price list, and vice versa", () => {
        const list = offer("AmazonVPC", []);
        assert.deepEqual(wrong(list.value), ["it is the price list of AmazonVPC. pass it with --prices"]);
        const { problems } = refresh({
            catalogue: small({}),
            services: [],
            prices: [{ ...list, value: right() }],
            fewerIsRight: false,
        });
        assert.deepEqual(problems.map(({ message, hint }) => `${message}. ${hint}`), [
            "it is the output of describe-vpc-endpoint-services. pass it with --services",
        ]);
    });

    it("if it is one page of several", () => {
        assert.deepEqual(wrong({ ...right(), NextToken: "eyJOZXh0VG9rZW4iOiBudWxsfQ==" }), [
            "it is only the first page of the answer. save it without --max-items and --no-paginate",
        ]);
    });

    it("if it has no AWS-owned service, or none with a Region", () => {
        const others = output([{ ...sqs(), Owner: "123456789012" }]);
        assert.deepEqual(wrong(others), [`it has no AWS-owned service. save the output of ${command}`]);
        assert.deepEqual(wrong(output([])), [`it has no AWS-owned service. save the output of ${command}`]);
        const global = output([detail("com.amazonaws.iam")]);
        assert.deepEqual(wrong(global), [`its service names contain no Region. save the full output of ${command}`]);
    });

    it("if it has more than one Region, or a Region that the catalogue does not know", () => {
        const both = output([...right().ServiceDetails, sqs("eu-central-1")]);
        assert.deepEqual(wrong(both), [
            "its service names are of several Regions: eu-central-1, us-east-1. "
            + "save the answer of each Region in a separate file, without --service-regions",
        ]);
        assert.deepEqual(wrong(right("xx-north-9")), [
            "it is for xx-north-9, which is not in regions.json. "
            + "add the Region to regions.json first, with its partition and location",
        ]);
    });

    it("if it has no gateway endpoint, for example because it was filtered by type", () => {
        assert.deepEqual(wrong(output([sqs()])), [
            "it has no gateway endpoint, which every Region offers. save it without --filters and --service-names",
        ]);
    });

    it("if it has far fewer services than the catalogue has for the Region, unless confirmed", () => {
        const fix = "save it without --filters and --service-names; if AWS really offers no more, add --fewer-is-right";
        const names = Array.from({ length: 9 }, (_, index) => [`service${index}`, {}]);
        // Ten services with S3: one Region has them all, the other nine.
        const catalogue = small(Object.fromEntries(names) as { [key: string]: object });
        catalogue.services.services.service8!.onlyInRegions = ["eu-central-1"];
        const one = answer("us-east-1", []).value;
        assert.deepEqual(wrong(one, { catalogue }), [
            `it has 1 AWS-owned service, but the catalogue has 9 for us-east-1. ${fix}`,
        ]);
        const services = [answer("us-east-1", [])];
        assert.equal(
            refreshed(catalogue, { services, fewerIsRight: true }).catalogue.services.services.service0!
                .notInRegions![0],
            "us-east-1",
        );
        const two = answer("us-east-1", [detail("com.amazonaws.us-east-1.service0")]);
        assert.ok(refreshed(catalogue, { services: [two] }));
    });

    it("if an earlier answer of the Region had more services, unless confirmed", () => {
        const earlier = refreshed(small({ sqs: {} }), { services: [answer("us-east-1", [sqs()], "2026-11-20")] });
        const now = answer("us-east-1", []).value;
        assert.deepEqual(wrong(now, { catalogue: earlier.catalogue }), [
            "it has 1 AWS-owned service, but the answer of 2026-11-20 had 2. "
            + "save it without --filters and --service-names; if AWS really offers no more, add --fewer-is-right",
        ]);
        const services = [answer("us-east-1", [])];
        const { difference } = refreshed(earlier.catalogue, { services, fewerIsRight: true });
        assert.deepEqual(difference.lacking, [{ place: "us-east-1", services: ["sqs"] }]);
    });

    it("if it is older than the one in the catalogue", () => {
        const newer = refreshed(small({ sqs: {} }), { services: [answer("us-east-1", [sqs()], "2026-11-22")] });
        assert.deepEqual(wrong(right(), { catalogue: newer.catalogue }), [
            "it was saved on 2026-11-21, but the catalogue already has the answer of us-east-1 from 2026-11-22. "
            + "save a new answer; the date of the file is used",
        ]);
    });

    it("if another file has the same Region, and all problems of all files are reported at once", () => {
        const file = (path: string, value: unknown) => ({ path, savedOn: "2026-11-21", value });
        const problemsOf = (...services: ReturnType<typeof file>[]) =>
            refresh({ catalogue: small({}), services, prices: [offer("AmazonS3", [])], fewerIsRight: false }).problems;
        assert.deepEqual(problemsOf(file("a", {}), file("b", output([sqs()]))).map(({ path }) => path), [
            "a",
            "b",
            "--prices AmazonS3.json",
        ]);
        const twice = refresh({
            catalogue: small({}),
            services: [file("a", right()), file("b", right())],
            prices: [],
            fewerIsRight: false,
        });
        assert.deepEqual(codesOf(twice.problems), [
            "facts.several-regions b",
        ]);
    });

    it("if it was filtered, with the built-in catalogue, while a full answer is accepted", () => {
        const full = answerOfCatalogue(shipped(), "us-east-1");
        const { ServiceDetails: details } = full.value as { ServiceDetails: Detail[] };
        const few = output([s3Gateway("us-east-1"), ...details.slice(0, 89)]);
        assert.match(
            wrong(few, { catalogue: shipped() }).join(),
            /^it has 90 AWS-owned services, but the catalogue has \d{3} for us-east-1\./,
        );
        assert.ok(refreshed(shipped(), { services: [full] }));
    });
});
