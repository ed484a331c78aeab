import { addedFirewall, destroyedFirewall, movedFirewall } from "./faultDeployments";
import { describeFaults } from "./faults";

[addedFirewall, movedFirewall, destroyedFirewall].forEach((deployment) => describeFaults(deployment));
