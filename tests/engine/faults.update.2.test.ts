import { describeFaults, largeUpdate } from "./faults";

describeFaults(largeUpdate, 1, 2);
