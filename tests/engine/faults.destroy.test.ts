import { describeFaults, destruction } from "./faults";

describeFaults(destruction);
