import * as assert from "node:assert/strict";

import { comparePlans, planVpcEndpoints } from "../../components";
import { changeRows } from "../../components/report/changes";
import { costLines } from "../../components/report/costLines";
import { dnsSection, openLines } from "../../components/report/dnsSection";
import { promise } from "../../components/report/sections";
import { devPlan } from "./devPlan";

const linesOf = (...changed: Parameters<typeof devPlan>) => dnsSection(devPlan(...changed)).lines!;

describe("the report about DNS", () => {
    it("has its own heading, under which it says that DNS queries leave the VPC if there is no firewall", () => {
        assert.deepEqual(dnsSection(devPlan()), { title: "DNS", lines: openLines });
        assert.match(openLines.join(" "), /data can leave in DNS queries.*set dnsFirewall/);
    });

    it("lists what a firewall blocks, what it allows for what, and what limits each wildcard", () => {
        const dnsFirewall = { allowedDomains: ["*.corp.example.com"] };
        assert.deepEqual(linesOf({ services: ["s3tables", "ecr.dkr", "sqs"], dnsFirewall }), [
            "DNS Firewall blocks queries for all names that are not allowed here, in the whole VPC.",
            "If DNS Firewall fails, queries are not answered (fail closed).",
            "DNS queries are not logged; set dnsFirewall.queryLogs to see which names are not allowed.",
            "The firewall's rule group has priority 9000: groups with a higher number are not evaluated.",
            "7 names allowed, 4 of them with a wildcard; also the names that AWS reports for ecr.dkr-interface, "
            + "s3tables-interface and sqs-interface.",
            "For allowedDomains: *.corp.example.com.",
            "For ecr.dkr-interface: *.dkr.ecr.us-east-1.amazonaws.com.",
            "For s3tables-interface: s3tables.us-east-1.amazonaws.com.",
            "For sqs-interface: sqs.us-east-1.amazonaws.com and sqs.us-east-1.api.aws.",
            "For vpc: *.20.10.in-addr.arpa and *.ec2.internal.",
            "*.20.10.in-addr.arpa and *.ec2.internal: AWS answers these names itself.",
            "*.corp.example.com: queries for any name below it reach the domain's name servers, and nothing in this plan "
            + "limits them.",
            "*.dkr.ecr.us-east-1.amazonaws.com: queries can be for any resource of the service, also another account's, but "
            + "the endpoint policy allows only trusted principals and resources, and what it lists by name.",
        ]);
    });

    it("says of a wildcard that the endpoint policy does not keep data inside the perimeter, where that is so", () => {
        const changed = { services: ["ecr.dkr"], endpoints: { "ecr.dkr": { policy: "full-access" } }, dnsFirewall: {} };
        const line = linesOf(changed).find((one) => one.startsWith("*.dkr.ecr"));
        assert.match(line!, /is not proven to keep data inside the perimeter/);
    });

    it("says what stays open with alert, fail open and the VPC's own setting, and where queries are logged", () => {
        const [decision, failure, logs] = linesOf({ dnsFirewall: { action: "alert", failOpen: true, queryLogs: {} } });
        assert.match(decision!, /only reports .* data can still leave in DNS queries/);
        assert.match(failure!, /without filtering \(fail open\)/);
        assert.match(logs!, /CloudWatch log group/);
        const { plan } = planVpcEndpoints({
            vpcCidrBlock: "10.0.0.0/16",
            subnetIds: { "us-east-1a": "subnet-0123456789abcdef0" },
            routeTableIds: ["rtb-0123456789abcdef0"],
            dnsFirewall: { queryLogs: { destinationArn: "arn:aws:s3:::logs" } },
        });
        const found = dnsSection({ ...devPlan(), dnsFirewall: plan!.dnsFirewall }).lines!;
        assert.match(found[1]!, /the VPC's own setting decides/);
        assert.match(found[2]!, /your own destination/);
    });

    it("promises that only allowed names are resolved, if other names are blocked", () => {
        assert.match(promise(devPlan()), /except for DNS queries\.$/);
        assert.match(promise(devPlan({ dnsFirewall: { action: "alert" } })), /except for DNS queries\.$/);
        assert.match(promise(devPlan({ dnsFirewall: {} })), /except for DNS queries for allowed names\.$/);
    });

    it("compares firewalls: a new one, a changed setting, and added and removed names", () => {
        const rows = (before: object, after: object) => changeRows(comparePlans(devPlan(before), devPlan(after)));
        const firewalls = (before: object, after: object) =>
            rows(before, after).filter(([subject]) => /DNS|\..*\./.test(subject!));
        assert.deepEqual(firewalls({}, { dnsFirewall: {} }), [["+ DNS firewall", "added", "", "blocks other names"]]);
        assert.deepEqual(firewalls({ dnsFirewall: { action: "alert" } }, {}), [
            ["- DNS firewall", "removed", "alerts other names", ""],
        ]);
        assert.deepEqual(firewalls({ dnsFirewall: { action: "alert" } }, { dnsFirewall: { failOpen: true } }), [
            ["~ DNS queries for other names", "changed", "alert", "block"],
            ["~ DNS Firewall fails", "changed", "closed", "open"],
        ]);
        const both = { services: ["logs", "sqs"], dnsFirewall: {} };
        assert.deepEqual(firewalls(both, { services: ["logs", "kms"], dnsFirewall: {} }), [
            ["+ kms.us-east-1.amazonaws.com", "DNS name added", "", "kms-interface"],
            ["- sqs.us-east-1.amazonaws.com", "DNS name removed", "sqs-interface", ""],
            ["- sqs.us-east-1.api.aws", "DNS name removed", "sqs-interface", ""],
        ]);
        assert.deepEqual(firewalls(both, both), []);
    });
});

describe("the report about the cost of a DNS firewall", () => {
    const costOf = (dnsFirewall?: object) => costLines(devPlan({ dnsFirewall })).filter((line) => line.includes("DNS"));

    it("has the price of its names and queries, and mentions query logs", () => {
        assert.deepEqual(costOf(), []);
        const line =
            "In addition, DNS Firewall costs USD 0.00 a month for its planned names, more for those that AWS reports, "
            + "and USD 0.60 for a million DNS queries";
        assert.deepEqual(costOf({}), [`${line}.`]);
        assert.deepEqual(costOf({ queryLogs: {} }), [
            `${line}; CloudWatch charges for each gigabyte of query logs.`,
        ]);
        const allowedDomains = Array.from({ length: 100 }, (_, index) => `db${index}.example.com`);
        assert.match(costOf({ allowedDomains })[0]!, /USD 0\.05 a month/);
    });
});
