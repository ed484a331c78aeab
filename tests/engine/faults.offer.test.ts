import { firstOffer } from "./faultDeployments";
import { describeFaults } from "./faults";

describeFaults(firstOffer);
