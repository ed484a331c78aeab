import type { VpcPlan } from "../plan/planVpc";

/** A declared resource. */
export interface RecordedResource {
    /** Its type token, e.g. `aws:ec2/vpc:Vpc`. */
    type: string;
    /** Its name in the program, e.g. `app-us-east-1a`. */
    name: string;
    /** Type and name of its parent, as a URN ends, e.g. `private-vpc:index:PrivateVpc::app`; `null` for the stack. */
    parent: string | null;
}

/** A plan to report: of a stack with its declared resources, or of arguments alone. */
export interface ReportedPlan extends VpcPlan {
    /** The stack's name. @default - omitted from the heading */
    stack?: string;
    /** Whether Pulumi refuses to delete its resources. @default false */
    protect?: boolean;
    /** Every resource, in order of declaration. @default - no resources are reported */
    resources?: RecordedResource[];
}
