import type { EndpointsPlan } from "./plan";
import type { Problem } from "./problem";

/** Longest name of a security group, and the hyphen and digits that Pulumi appends to a resource's name. */
const longest = 255;
const appended = "-1234567".length;

/** The characters in names of security groups: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html */
const allowed = /^[\w .:/()#,@[\]+=&;{}!$*-]*$/;

/**
 * Problems with the name of a component as the start of its security groups' names, which Pulumi derives from it:
 * https://www.pulumi.com/docs/iac/concepts/resources/names/#autonaming
 */
export function checkGroupNames(name: string, { securityGroups }: Pick<EndpointsPlan, "securityGroups">): Problem[] {
    const problem = (message: string, hint: string): Problem[] => [{
        code: "component.invalid-name",
        path: "name",
        message,
        hint,
    }];
    if (name.startsWith("sg-")) {
        const message = "it starts with sg-, and so would the names of its security groups, which AWS does not allow";
        return problem(message, `rename it, e.g. ${name.slice("sg-".length) || "app"}`);
    }
    const wrong = [...name].find((character) => !allowed.test(character));
    if (wrong !== undefined) {
        const message = `it contains ${
            JSON.stringify(wrong)
        }, which AWS does not allow in the names of security groups`;
        return problem(message, "use letters of the English alphabet, digits, hyphens and dots");
    }
    const endings = ["client", ...securityGroups.map((group) => group.name)].map((ending) => ending.length);
    const room = longest - appended - 1 - Math.max(...endings);
    if (name.length <= room) return [];
    const message = `it has ${name.length} characters, and the names of its security groups would exceed ${longest}`;
    return problem(message, `use a name of up to ${room} characters`);
}
