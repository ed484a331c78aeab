import type { Problem } from "../problem";

const arnPattern =
    /^arn:[a-z-]+:elasticloadbalancing:([a-z0-9-]+):\d{12}:loadbalancer\/(net|app|gwy)\/[\w-]+\/[0-9a-f]+$/;

const otherTypes: { [type: string]: { name: string; hint: string } } = {
    app: {
        name: "an application load balancer",
        hint: "put a network load balancer before it, with the application load balancer as its target",
    },
    gwy: {
        name: "a gateway load balancer, which has endpoints of its own kind",
        hint: "give the ARN of a network load balancer",
    },
};

/** Problems with the load balancers of an endpoint service created in a Region. */
export function checkLoadBalancerArns(arns: unknown[], region: string | undefined): Problem[] {
    const list = "networkLoadBalancerArns";
    if (arns.length === 0) {
        const hint = "give the ARN of a network load balancer";
        return [{ code: "list.empty", path: list, message: "names no load balancer", hint }];
    }
    return arns.flatMap((arn, index): Problem[] => {
        const path = `${list}[${index}]`;
        if (typeof arn !== "string") return [];
        const [, itsRegion, type] = arnPattern.exec(arn) ?? [];
        if (itsRegion === undefined) {
            const hint =
                "write it as arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef";
            const message = `"${arn}" is not the ARN of a network load balancer`;
            return [{ code: "endpoint-service.invalid-load-balancer", path, message, hint }];
        }
        const other = otherTypes[type!];
        if (other) {
            const code = "endpoint-service.load-balancer-type";
            return [{ code, path, message: `is ${other.name}`, hint: other.hint }];
        }
        if (arns.indexOf(arn) !== index) {
            return [{ code: "list.repeated", path, message: "stands twice", hint: "name each load balancer once" }];
        }
        if (region === undefined || itsRegion === region) return [];
        const hint = `use a load balancer of ${region}, or a provider of ${itsRegion}`;
        const message = `is in ${itsRegion}, the endpoint service in ${region}`;
        return [{ code: "endpoint-service.load-balancer-region", path, message, hint }];
    });
}
