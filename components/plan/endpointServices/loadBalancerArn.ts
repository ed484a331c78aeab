import type { Problem } from "../problem";

const arnPattern =
    /^arn:[a-z-]+:elasticloadbalancing:([a-z0-9-]+):\d{12}:loadbalancer\/(net|app|gwy)\/[\w-]+\/[0-9a-f]+$/;

const otherTypes: { [type: string]: { name: string; hint: string } } = {
    app: {
        name: "an application load balancer",
        hint: "put a network load balancer in front of it, with the application load balancer as its target",
    },
    gwy: {
        name: "a gateway load balancer, which uses another kind of endpoint",
        hint: "use the ARN of a network load balancer",
    },
};

/** Problems with the load balancers of an endpoint service created in a Region. */
export function checkLoadBalancerArns(arns: unknown[], region: string | undefined): Problem[] {
    const list = "networkLoadBalancerArns";
    if (arns.length === 0) {
        const hint = "use the ARN of a network load balancer";
        return [{ code: "list.empty", path: list, message: "is empty", hint }];
    }
    return arns.flatMap((arn, index): Problem[] => {
        const path = `${list}[${index}]`;
        if (typeof arn !== "string") return [];
        const [, itsRegion, type] = arnPattern.exec(arn) ?? [];
        if (itsRegion === undefined) {
            const hint =
                "write it like arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef";
            const message = `"${arn}" is not the ARN of a network load balancer`;
            return [{ code: "endpoint-service.invalid-load-balancer", path, message, hint }];
        }
        const other = otherTypes[type!];
        if (other) {
            const code = "endpoint-service.load-balancer-type";
            return [{ code, path, message: `is ${other.name}`, hint: other.hint }];
        }
        if (arns.indexOf(arn) !== index) {
            return [{ code: "list.repeated", path, message: "is listed twice", hint: "list each load balancer once" }];
        }
        if (region === undefined || itsRegion === region) return [];
        const hint = `use a load balancer in ${region}, or an AWS provider for ${itsRegion}`;
        const message = `is in ${itsRegion}, but the endpoint service is in ${region}`;
        return [{ code: "endpoint-service.load-balancer-region", path, message, hint }];
    });
}
