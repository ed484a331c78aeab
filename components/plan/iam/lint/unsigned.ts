import type { Fault } from "./finding";
import { globalKey } from "./globalKeys";
import { type Check, eachStatement } from "./policy";
import { isForEverybody } from "./principals";
import { isMap, type StatementView } from "./view";

/**
 * Actions that are not signed with an identity of IAM, so that their requests have no principal and none of its keys.
 *
 * Sources, in this order: https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-public-server-side.html,
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html,
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html and its neighbour for SAML
 */
export const unsignedActions = {
    "cognito-idp": [
        ...["AssociateSoftwareToken", "ChangePassword", "CompleteWebAuthnRegistration", "ConfirmDevice"],
        ...["ConfirmForgotPassword", "ConfirmSignUp", "DeleteUser", "DeleteUserAttributes", "DeleteWebAuthnCredential"],
        ...["ForgetDevice", "ForgotPassword", "GetDevice", "GetTokensFromRefreshToken", "GetUser"],
        ...["GetUserAttributeVerificationCode", "GlobalSignOut", "InitiateAuth", "ListDevices"],
        ...["ListWebAuthnCredentials", "ResendConfirmationCode", "RespondToAuthChallenge", "RevokeToken"],
        ...["SetUserMFAPreference", "SetUserSettings", "SignUp", "StartWebAuthnRegistration"],
        ...["UpdateAuthEventFeedback", "UpdateDeviceStatus", "UpdateUserAttributes", "VerifySoftwareToken"],
        "VerifyUserAttribute",
    ],
    "ssm": ["RegisterManagedInstance", "RequestManagedInstanceRoleToken", "UpdateManagedInstancePublicKey"],
    "sts": ["AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"],
};

/** Keys that say of such requests what principal keys say of the others. */
const insteadOf: { [prefix: string]: string } = {
    "cognito-idp": "limit the statement by Resource instead",
    "ssm": "use ssm:NodeAccountId or ssm:NodeOrgId instead",
    "sts": "limit the statement by Resource, to your own roles, instead",
};

const unsigned = new Set(
    Object.entries(unsignedActions).flatMap(([prefix, names]) =>
        names.map((name) => `${prefix}:${name}`.toLowerCase())
    ),
);

/** What is allowed to somebody is not allowed to a request that nobody signed. */
export const unsignedAction: Check = eachStatement((statement) => {
    const obstacle = statement.effect === "Allow" && statement.written.Action !== undefined && asksWhoSigned(statement);
    if (!obstacle) return [];
    return statement.actions.filter(({ text }) => unsigned.has(text.toLowerCase())).map(({ path, text }): Fault => ({
        path,
        message: `requests for ${text} are not signed, so ${obstacle} never holds for them`,
        hint: `give it a statement of its own with "Principal": "*"; ${insteadOf[text.toLowerCase().split(":")[0]!]}`,
    }));
});

/** What in a statement only a signed request can satisfy. */
function asksWhoSigned(statement: StatementView): string | undefined {
    if (isMap(statement.written.Principal) && !isForEverybody(statement)) return "the Principal";
    const test = statement.tests.find(({ operator, key }) =>
        operator && operator.family !== "Null" && !operator.negated && !operator.ifExists
        && operator.set !== "ForAllValues" && globalKey(key)?.signedOnly
    );
    return test && `the condition on ${test.key}`;
}
