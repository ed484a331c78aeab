import { describeFaults, largeUpdate } from "./faults";

describeFaults(largeUpdate, "dies after");
