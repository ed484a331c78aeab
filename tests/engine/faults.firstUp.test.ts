import { describeFaults, firstUp } from "./faults";

describeFaults(firstUp, "denied", "dies before", "dies after");
