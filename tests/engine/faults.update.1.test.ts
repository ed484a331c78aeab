import { describeFaults, largeUpdate } from "./faults";

describeFaults(largeUpdate, 0, 2);
