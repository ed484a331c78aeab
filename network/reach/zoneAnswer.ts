import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import type { PrivateZone } from "../model/dnsModel";
import type { NetworkIndex } from "../model/networkIndex";
import type { Vpc } from "../model/vpcModel";
import { type Referral, type Resolution, resolvedTo, unresolved } from "./dnsAnswer";
import { isWildcardFor } from "./dnsFirewalls";
import { hop, undecided } from "./hop";
import { type Target, targetAt } from "./target";

/** What a private hosted zone answers: its record of the name, or of a wildcard for it. */
export function zoneAnswer(index: NetworkIndex, vpc: Vpc, zone: PrivateZone, host: string): Resolution | Referral {
    const label = index.label("privateZones", zone.id);
    const says = `${label} answers for ${host}`;
    if (isUnknown(zone.records)) return unresolved(undecided("name", zone.records, says));
    const records = zone.records.filter(({ type }) => type === "A" || type === "CNAME");
    const record = records.find((one) => one.host === host) ?? records.find((one) => isWildcardFor(one.host, host));
    if (!record) {
        const none = `${label} is the most specific zone for ${host}, and has no such record`;
        const fix = () => ({ sentence: `add a record for ${host} to ${label}` });
        return unresolved(hop("name", false, none, "dns.no-record", fix));
    }
    const { values } = record;
    if (isUnknown(values)) return unresolved(undecided("name", values, says));
    const [first] = values;
    if (first !== undefined && !/^[\d.]+$/.test(first)) {
        const fix = () => ({ sentence: `change the records, so that ${host} resolves to an address` });
        const circle = hop("name", false, `${host} leads back to itself`, "dns.loop", fix);
        return { vpc, host: first, says: `${says} with ${first}`, delivered: true, circle };
    }
    if (values.length === 0) {
        return unresolved(undecided("name", unknown(`the addresses of ${host}`), `${says}, without an address`));
    }
    const targets = values.map((address) => targetAt(index, address, vpc));
    return resolvedTo(targets.find(isUnknown) ?? targets as Target[], `${says}: ${values.join(", ")}`);
}
