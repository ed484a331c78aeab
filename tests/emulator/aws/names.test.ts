import { EmulatedAws } from "../../../emulator/aws/emulatedAws";
import { types } from "../../../emulator/aws/world";
import { Account, refused } from "./account";

const vpcWith = (tags: object) => new EmulatedAws().create(types.vpc, "vpc", { cidrBlock: "10.0.0.0/16", tags });
const tagsNamed = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`t${index}`, ""]));

describe("the emulated AWS, for names and IDs,", () => {
    it("rejects a reserved tag key, in any case [tags.reserved-key]", () => {
        for (const key of ["aws:team", "AWS:team"]) {
            refused("InvalidParameterValue", "vpc", /starting with 'aws:'/, /rename/, () => vpcWith({ [key]: "a" }));
        }
        vpcWith({ "aws-team": "a" });
    });

    it("rejects a tag without a key, or with too long a key or value [tags.invalid-length]", () => {
        for (const tags of [{ "": "a" }, { ["k".repeat(129)]: "a" }, { k: "v".repeat(257) }]) {
            refused("InvalidParameterValue", "vpc", /tag .*invalid/, /characters/, () => vpcWith(tags));
        }
        vpcWith({ ["k".repeat(128)]: "v".repeat(256) });
    });

    it("rejects more than 50 tags, also in an update [tags.too-many]", () => {
        refused("TagLimitExceeded", "vpc", /51 tags/, /remove/, () => vpcWith(tagsNamed(51)));
        const { aws, vpc } = new Account();
        const more = (count: number) => aws.update(vpc.id, { ...vpc.attributes, tags: tagsNamed(count) });
        refused("TagLimitExceeded", "vpc", /51 tags/, /remove/, () => more(51));
        more(50);
    });

    it("rejects a security group whose name looks like an ID or has unsupported characters [component.invalid-name]", () => {
        const { aws, vpc } = new Account();
        const group = (name: string) => aws.create(types.group, "group", { vpcId: vpc.id, name });
        refused("InvalidParameterValue", "group", /format sg-\*/, /does not start with sg-/, () => group("sg-app"));
        refused("InvalidParameterValue", "group", /beyond ASCII/, /letters, digits/, () => group("büro"));
        refused("InvalidParameterValue", "group", /is invalid/, /up to 255/, () => group("x".repeat(256)));
        group("App_1 .:/()#,@[]+=&;{}!$*");
    });

    it("rejects an ID of another resource type, and a malformed ID [vpc.invalid-id]", () => {
        const account = new Account();
        const malformed = (code: string, inputs: object) =>
            refused(code, "sqs", /Invalid id/, /give it an ID/, () => account.interface("sqs", "sqs", inputs));
        malformed("InvalidVpcID.Malformed", { vpcId: "app" });
        malformed("InvalidSubnetID.Malformed", { subnetIds: ["subnet-0a", "rtb-0a"] });
        malformed("InvalidGroupId.Malformed", { securityGroupIds: ["default"] });
        refused(
            "InvalidRouteTableId.Malformed",
            "s3",
            /Invalid id: "subnet-0a"/,
            /routeTableIds/,
            () => account.gateway("s3", "s3", { routeTableIds: ["subnet-0a"] }),
        );
    });
});
