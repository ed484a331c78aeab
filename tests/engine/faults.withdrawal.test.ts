import { withdrawal } from "./faultDeployments";
import { describeFaults } from "./faults";

describeFaults(withdrawal);
