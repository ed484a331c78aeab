// Policies of 20,480 characters, the most that AWS accepts, that were written to make proofs slow: CPU time and answer of each.
import type { PolicyDocument } from "../../components/plan/policies/policyDocument";
import { prove } from "../../components/plan/policies/prove";

const mostCharacters = 20_480;
const objects = "arn:aws:s3:::";

/** A part of a statement, by its number. */
type Part = (index: number) => object;

const times = <T>(count: number, of: (index: number) => T) => Array.from({ length: count }, (_, index) => of(index));
const statement = (part: object, Effect = "Allow") => ({
    Effect,
    Principal: "*",
    Action: "s3:*",
    Resource: "*",
    ...part,
});
const tag = (name: string, value: string) => ({ StringLike: { [`aws:RequestTag/${name}`]: value } });

/** One statement with a list that grows. */
const inOne = (make: (count: number) => object) => (count: number) => [statement(make(count))];
/** Statements that are alike. */
const alike = (part: Part) => (count: number) => times(count, (index) => statement(part(index)));
/** An Allow for everything, and Deny statements. */
const denying = (part: Part) => (count: number) => [
    statement({}),
    ...times(count, (index) => statement(part(index), "Deny")),
];

const policies: { [title: string]: (count: number) => object[] } = {
    "resources with nested wildcards": inOne((count) => ({
        Resource: times(count, (index) => `${objects}*a*b*${index}*c*d*`),
    })),
    "resources of 20 wildcards each": inOne((count) => ({
        Resource: times(count, (index) => `${objects}${"*a".repeat(20)}${index}*`),
    })),
    "one resource of wildcards": inOne((count) => ({ Resource: `${objects}${"*a".repeat(count)}` })),
    "a thousand actions": inOne((count) => ({ Action: times(count, (index) => `s3:Act${index}`) })),
    "a thousand actions with wildcards": inOne((count) => ({ Action: times(count, (index) => `s3:*${index}*`) })),
    "hundreds of conditions in a statement": inOne((count) => ({
        Condition: { StringLike: Object.fromEntries(times(count, (i) => [`aws:RequestTag/t${i}`, `v*${i}*`])) },
    })),
    "a condition with hundreds of values": inOne((count) => ({
        Condition: { ArnLike: { "aws:PrincipalArn": times(count, (index) => `arn:aws:iam::*:role/*${index}*`) } },
    })),
    "hundreds of accounts": inOne((count) => ({
        Condition: {
            StringLike: { "aws:ResourceAccount": times(count, (index) => `*${index}`) },
        },
        Resource: times(count, (index) => `${objects}*${index}`),
    })),
    "statements with a condition key of their own": alike((index) => ({ Condition: tag(`t${index}`, "a*") })),
    "statements with two conditions on ARNs": alike((index) => ({
        Condition: { StringLike: { "aws:PrincipalArn": `*${index}*`, "aws:SourceArn": `*${index}*` } },
    })),
    "statements with conditions on lists": alike((index) => ({
        Condition: { "ForAllValues:StringLike": { "aws:TagKeys": [`*${index}*`, `a${index}*`] } },
    })),
    "statements with NotAction and NotResource": (count) =>
        times(count, (index) => ({
            Effect: "Allow",
            Principal: "*",
            NotAction: `s3:*${index}`,
            NotResource: `${objects}*${index}`,
        })),
    "Deny statements with a condition key of their own": denying((index) => ({ Condition: tag(`t${index}`, "a*") })),
    "Deny statements with three conditions": denying((index) => ({
        Resource: `${objects}b${index}`,
        Condition: {
            StringEquals: Object.fromEntries(["a", "b", "c"].map((key) => [`aws:RequestTag/${key}`, `${index}`])),
        },
    })),
    "numbers, dates and addresses": alike((index) => ({
        Condition: {
            IpAddress: { "aws:SourceIp": `10.${index % 256}.${index >> 8}.0/24` },
            NumericLessThan: { "s3:max-keys": `${index}` },
            DateGreaterThan: { "aws:CurrentTime": `20${10 + index % 80}-01-01T00:00:00Z` },
        },
    })),
};

console.log("| policy of 20,480 characters | statements | ms | answer |\n| --- | ---: | ---: | --- |");
for (const [title, make] of Object.entries(policies)) {
    const policy = largest((count) => ({ Version: "2012-10-17", Statement: make(count) }) as PolicyDocument);
    const before = process.cpuUsage();
    const { verdict } = prove(policy, { service: "s3", region: "us-east-1", partition: "aws" });
    const { user, system } = process.cpuUsage(before);
    const ms = ((user + system) / 1000).toFixed(0);
    console.log(`| ${title} | ${[policy.Statement].flat().length} | ${ms} | ${verdict} |`);
}

/** The largest policy of its kind that AWS accepts. */
function largest(make: (count: number) => PolicyDocument): PolicyDocument {
    const fits = (count: number) => JSON.stringify(make(count)).length <= mostCharacters;
    let [least, most] = [1, mostCharacters];
    while (least < most) {
        const middle = Math.ceil((least + most) / 2);
        if (fits(middle)) least = middle;
        else most = middle - 1;
    }
    return make(least);
}
