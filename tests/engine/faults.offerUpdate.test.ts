import { largeOfferUpdate } from "./faultDeployments";
import { describeFaults } from "./faults";

describeFaults(largeOfferUpdate);
