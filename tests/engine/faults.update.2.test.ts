import { largeUpdate } from "./faultDeployments";
import { describeFaults } from "./faults";

describeFaults(largeUpdate, 1, 2);
