import { decide } from "../../emulator/aws/dnsFirewall";
import { types } from "../../emulator/aws/world";
import type { FaultyAccount } from "./faultyAccount";

/** The name that clients of a service in us-east-1 resolve, from AWS's page of its endpoints. */
export const nameOf = (service: string) => `${service}.us-east-1.amazonaws.com`;

/** The operations after which a DNS firewall blocked a name that was allowed before and after the deployment. */
export class NeverBlocked {
    readonly failures: string[] = [];

    /** Watches each operation that AWS performs. */
    constructor(account: FaultyAccount, private readonly services: string[]) {
        account.watch = (operation) => this.check(account, operation);
    }

    private check({ aws: { state: { made } } }: FaultyAccount, operation: string): void {
        const vpcs = made.filter(({ type }) => type === types.vpc);
        const blocked = this.services.map(nameOf).filter((name) =>
            vpcs.some(({ id }) => decide(made, id, [name]) === "BLOCK")
        );
        if (blocked.length > 0) this.failures.push(`${blocked.join()} after ${operation}`);
    }
}
