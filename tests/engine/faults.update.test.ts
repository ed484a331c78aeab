import { largeUpdate } from "./faultDeployments";
import { describeFaults } from "./faults";

describeFaults(largeUpdate);
