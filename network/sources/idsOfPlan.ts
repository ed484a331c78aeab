/** The ID in the model of the VPC that a plan creates. */
export const vpcOfPlan = "planned";

/** The ID in the model of the client security group. */
export const clientGroup = "client";

/** An account for a plan, which does not know its own. */
export const accountOfPlan = "123456789012";
