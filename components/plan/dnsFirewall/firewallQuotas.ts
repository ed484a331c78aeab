import type { RaisedQuotas } from "../checkQuotas";
import { quotas } from "../facts/quotas";
import type { Problem } from "../problem";
import type { PlannedDnsFirewall } from "./plannedDnsFirewall";

const list = "quota.firewall-list";
const account = "quota.firewall-domains";

/** The problem if the allowed names are more than AWS accepts. */
export function tooManyNames({ allowed }: PlannedDnsFirewall, raised: RaisedQuotas): Problem[] {
    const limits = { ...quotas, ...raised };
    const [code] = ([list, account] as const).filter((rule) => allowed.length > limits[rule]);
    if (code === undefined) return [];
    const message = `needs ${allowed.length} names, but AWS allows ${limits[code]}`
        + (code === list ? " in one request to change a list" : " in all domain lists of an account in a Region");
    const hint = code === list
        ? "use wildcards, e.g. *.corp.example.com instead of the names below corp.example.com"
        : `list fewer, or have AWS raise the quota and set quotas: { ${code}: ${allowed.length} }`;
    return [{ code, path: "dnsFirewall.allowedDomains", message, hint }];
}
