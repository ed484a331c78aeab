/** The word for the policy that allows everything. */
export const fullAccess = "full-access";
