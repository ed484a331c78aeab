import { firstUp } from "./faultDeployments";
import { describeFaults } from "./faults";

describeFaults(firstUp);
