import { isUnknown } from "../../components/plan/policies/iam/truth";
import { given, type Maybe } from "../model/maybe";
import type { Traffic } from "../model/vpcModel";
import { inside, type Path } from "./resourceValues";
import type { StackResource, StackResources } from "./stackResources";

/** The protocol and ports of a rule of a security group or network ACL. Without ports it is for all of them. */
export function trafficAt(
    stack: StackResources,
    of: StackResource,
    path: Path | readonly [],
    protocolProperty: "protocol" | "ipProtocol",
): Maybe<Traffic> {
    const at = inside(path);
    const [fromPort, toPort] = [stack.number(of, ...at("fromPort")), stack.number(of, ...at("toPort"))];
    return given(stack.text(of, ...at(protocolProperty)), (name = "-1"): Maybe<Traffic> => {
        const everyPort = { protocol: name, fromPort: 0, toPort: 65_535 };
        if (name === "-1" || name === "all") return everyPort;
        if (isUnknown(fromPort)) return fromPort;
        if (isUnknown(toPort)) return toPort;
        return { protocol: name, fromPort: fromPort ?? everyPort.fromPort, toPort: toPort ?? everyPort.toPort };
    });
}
