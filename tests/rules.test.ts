import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

/** What AWS refuses, or does otherwise than one would think, as far as it can be told before a deployment; by topic. */
const rules: { [topic: string]: string } = {
    quota:
        "cidrs-per-vpc interface-per-vpc gateway-per-region resource-per-vpc policy-size sg-per-eni sg-rules route-weight",
    gw: "services same-region not-extendable no-sg-subnet route-managed one-per-table implicit-scope lpm "
        + "tcp-reset client-sg source-ip dns ip-type dns-record-type express policy-principal",
    "if": "subnet-per-az az-support two-azs single-az-dns private-dns-attrs private-dns-conflict "
        + "private-dns-default sg-default sg-443 shared-subnet ip-type dns-record-type fixed-ips reserved-ips "
        + "custom-dns cross-vpc az-order",
    s3: "inbound-only-default inbound-only-delete inbound-only-scope record-type-match flag-false-cost coexist",
    ddb: "no-private-dns streams",
    pol: "grammar default unsupported no-wildcard-ids six-chars arn-account root-only unauthenticated "
        + "presigned ssm-hybrid lambda-arns cognito federated",
    name: "region-prefix china eusc-iso verify two-types",
    xr: "supported azs zonal-dns permission",
    rep: "force-new in-place default-type attach-resources",
    sel: "prefer-gateway ecr ecr-cache ecr-dualstack ecs-three execute-api iot-dns datasync-dns iam-region "
        + "sts-regional emr8",
};

/** Rules of what is not offered, and what is done instead. */
const notOffered: { [rule: string]: string } = {
    "gw.dns-record-type": "the type of DNS records is left to AWS",
    "gw.ip-type": "endpoints are of IPv4, which AWS takes where none is named",
    "gw.lpm": "no route is made, and the routes of a caller's own tables are not judged",
    "if.cross-vpc":
        "other VPCs are let in by reachableFrom; that their names lead there is left to the caller's Resolver rules",
    "if.custom-dns": "the VPC that is made has AWS's own DNS, and the DHCP options of others are not read",
    "if.dns-record-type": "the type of DNS records is left to AWS",
    "if.fixed-ips": "addresses in the subnets are left to AWS",
    "if.ip-type": "endpoints are of IPv4, which AWS takes where none is named",
    "if.single-az-dns": "nothing is scoped by subnet: security groups and policies hold for the whole VPC",
    "quota.resource-per-vpc": "resource endpoints and service-network endpoints are not made",
    "s3.record-type-match": "the type of DNS records is left to AWS, of both endpoints",
    "sel.ecr-dualstack": "endpoints are of IPv4, which AWS takes where none is named",
    "xr.azs": "AWS's own services are reached in the VPC's own Region",
    "xr.supported": "AWS's own services are reached in the VPC's own Region",
    "xr.zonal-dns": "no output tells a zonal name",
};

const folder = __dirname;

function rulesInTitles(): Set<string> {
    const files = fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    const mark = new RegExp(`\\[((?:${Object.keys(rules).join("|")})\\.[a-z0-9-]+)\\](?=["\`]| \\[)`, "g");
    return new Set(files.flatMap((file) => {
        const text = fs.readFileSync(path.join(folder, file), "utf8");
        return [...text.matchAll(mark)].map(([, rule]) => rule!);
    }));
}

describe("AWS's rules", () => {
    it("are each in the title of a test, or in the list of what is not offered", () => {
        const known = Object.entries(rules).flatMap(([topic, names]) =>
            names.split(" ").map((name) => `${topic}.${name}`)
        );
        assert.deepEqual([...rulesInTitles(), ...Object.keys(notOffered)].sort(), known.sort());
    });
});
