import { describeFaults, firstUp } from "./faults";

describeFaults(firstUp);
