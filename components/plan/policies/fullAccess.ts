/** The word a caller writes for the policy that lets everything through. */
export const fullAccess = "full-access";
