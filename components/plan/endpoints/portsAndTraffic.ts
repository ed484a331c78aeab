import type { Problem } from "../problem";

/** Problems with a list of TCP ports. */
export function checkPorts(path: string, ports: number[] | undefined): Problem[] {
    if (ports?.length === 0) {
        return [{ code: "list.empty", path, message: "names no port", hint: "name at least one, or leave it out" }];
    }
    return (ports ?? []).flatMap((port, index): Problem[] => {
        const place = `${path}[${index}]`;
        if (!Number.isInteger(port) || port < 1 || port > 65_535) {
            const message = `${port} is not a TCP port`;
            return [{ code: "endpoints.invalid-port", path: place, message, hint: "ports are 1 to 65535" }];
        }
        if (ports!.indexOf(port) === index) return [];
        return [{ code: "list.repeated", path: place, message: `${port} stands twice`, hint: "name each port once" }];
    });
}

/** Problems with the gigabytes expected through an endpoint. */
export function checkGigabytes(path: string, gigabytes: number | undefined): Problem[] {
    if (gigabytes === undefined || (gigabytes >= 0 && Number.isFinite(gigabytes))) return [];
    const message = `${gigabytes} is not a number of gigabytes`;
    return [{ code: "endpoints.invalid-gigabytes", path, message, hint: "say how many a month, e.g. 500" }];
}
