import { destruction } from "./faultDeployments";
import { describeFaults } from "./faults";

describeFaults(destruction);
