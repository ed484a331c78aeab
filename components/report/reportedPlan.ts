import type { VpcPlan } from "../plan/planVpc";

/** A resource as it was declared. */
export interface RecordedResource {
    /** Its type token, e.g. `aws:ec2/vpc:Vpc`. */
    type: string;
    /** Its name in the program, e.g. `app-us-east-1a`. */
    name: string;
    /** Type and name of its parent as a URN ends, e.g. `private-vpc:index:PrivateVpc::app`; `null` for the stack. */
    parent: string | null;
}

/** A plan to report: of a stack, with the resources that it declares, or of arguments alone. */
export interface ReportedPlan extends VpcPlan {
    /** The stack's name. @default - left out of the heading */
    stack?: string;
    /** Every resource, in order. @default - nothing is said of resources */
    resources?: RecordedResource[];
}
