import { describeFaults, largeUpdate } from "./faults";

describeFaults(largeUpdate, "denied");
