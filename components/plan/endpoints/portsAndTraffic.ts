import type { Problem } from "../problem";

/** Problems with a list of TCP ports. */
export function checkPorts(path: string, ports: number[] | undefined): Problem[] {
    if (ports?.length === 0) {
        return [{ code: "list.empty", path, message: "is empty", hint: "list at least one port, or remove it" }];
    }
    return (ports ?? []).flatMap((port, index): Problem[] => {
        const at = `${path}[${index}]`;
        if (!Number.isInteger(port) || port < 1 || port > 65_535) {
            const message = `${port} is not a TCP port`;
            return [{ code: "endpoints.invalid-port", path: at, message, hint: "ports are 1 to 65535" }];
        }
        if (ports!.indexOf(port) === index) return [];
        return [{ code: "list.repeated", path: at, message: `${port} is listed twice`, hint: "list each port once" }];
    });
}

/** Problems with the gigabytes expected through an endpoint. */
export function checkGigabytes(path: string, gigabytes: number | undefined): Problem[] {
    if (gigabytes === undefined || (gigabytes >= 0 && Number.isFinite(gigabytes))) return [];
    const message = `${gigabytes} is not a number of gigabytes`;
    return [{ code: "endpoints.invalid-gigabytes", path, message, hint: "write gigabytes a month, e.g. 500" }];
}
